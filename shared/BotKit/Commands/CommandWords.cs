using System.Collections.Frozen;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Commands;

/// <summary>
/// The words of the commands. All languages are understood at any time: who wants to stop must not first find out in
/// which language. A command is the whole text; "stop tracking water" is no opt-out.
/// </summary>
public static class CommandWords
{
    private static readonly (Command Command, string Language, string[] Words)[] _table =
    [
        (Command.Help, Languages.English, ["help", "commands", "what can you do"]),
        (Command.Help, Languages.Spanish, ["ayuda", "comandos"]),
        (Command.Help, Languages.Portuguese, ["ajuda", "comandos"]),
        (Command.Help, Languages.Hindi, ["मदद", "सहायता", "madad", "sahayata"]),
        (Command.Help, Languages.Hebrew, ["עזרה", "פקודות"]),
        (Command.Menu, Languages.English, ["menu", "main menu"]),
        (Command.Menu, Languages.Spanish, ["menú", "menú principal"]),
        (Command.Menu, Languages.Portuguese, ["menu", "menu principal"]),
        (Command.Menu, Languages.Hindi, ["मेनू", "मेन्यू"]),
        (Command.Menu, Languages.Hebrew, ["תפריט"]),
        (Command.Stop, Languages.English, ["stop", "unsubscribe", "opt out", "optout"]),
        (Command.Stop, Languages.Spanish, ["parar", "para", "alto", "baja", "darme de baja", "detener"]),
        (Command.Stop, Languages.Portuguese, ["parar", "pare", "sair", "descadastrar"]),
        (Command.Stop, Languages.Hindi, ["रोकें", "रोको", "रुको", "बंद", "बंद करो", "बंद करें", "band karo", "ruko"]),
        (Command.Stop, Languages.Hebrew, ["עצור", "עצרו", "הפסק", "הסר", "להסיר"]),
        (Command.StopAll, Languages.English, ["stop all", "stop everything"]),
        (Command.StopAll, Languages.Spanish, ["parar todo", "baja total"]),
        (Command.StopAll, Languages.Portuguese, ["parar tudo", "pare tudo"]),
        (Command.StopAll, Languages.Hindi, ["सब बंद", "सब बंद करो", "सब रोकें", "sab band karo"]),
        (Command.StopAll, Languages.Hebrew, ["עצור הכל", "הפסק הכל", "הסר הכל"]),
        (Command.Start, Languages.English, ["start", "subscribe", "unstop"]),
        (Command.Start, Languages.Spanish, ["empezar", "iniciar", "alta", "comenzar"]),
        (Command.Start, Languages.Portuguese, ["iniciar", "começar", "voltar a receber"]),
        (Command.Start, Languages.Hindi, ["शुरू", "शुरू करें", "शुरू करो", "shuru", "shuru karo"]),
        (Command.Start, Languages.Hebrew, ["התחל", "התחילו", "הצטרף"]),
        (Command.Language, Languages.English, ["language", "languages", "lang", "change language"]),
        (Command.Language, Languages.Spanish, ["idioma", "idiomas", "cambiar idioma", "cambiar el idioma", "cambia el idioma"]),
        (Command.Language, Languages.Portuguese, ["idioma", "língua", "mudar idioma", "mudar o idioma", "muda o idioma"]),
        (Command.Language, Languages.Hindi, ["भाषा", "bhasha", "भाषा बदलो", "भाषा बदलें", "bhasha badlo"]),
        (Command.Language, Languages.Hebrew, ["שפה", "שנה שפה", "החלף שפה", "לשנות שפה"]),
        (Command.TimeZone, Languages.English, ["timezone", "time zone"]),
        (Command.TimeZone, Languages.Spanish, ["zona horaria", "huso horario"]),
        (Command.TimeZone, Languages.Portuguese, ["fuso horário", "fuso"]),
        (Command.TimeZone, Languages.Hindi, ["समय क्षेत्र", "टाइमज़ोन", "टाइम ज़ोन", "samay kshetra"]),
        (Command.TimeZone, Languages.Hebrew, ["אזור זמן"]),
        (Command.Human, Languages.English, ["human", "agent", "talk to a human", "talk to a person", "real person"]),
        (Command.Human, Languages.Spanish, ["humano", "persona", "agente", "hablar con una persona"]),
        (Command.Human, Languages.Portuguese, ["humano", "pessoa", "atendente", "falar com uma pessoa"]),
        (Command.Human, Languages.Hindi, ["इंसान", "व्यक्ति", "एजेंट", "insaan"]),
        (Command.Human, Languages.Hebrew, ["נציג", "אדם", "בן אדם"]),
        (Command.Bot, Languages.English, ["bot"]),
        (Command.Bot, Languages.Hindi, ["बॉट"]),
        (Command.Bot, Languages.Hebrew, ["בוט"]),
        (Command.Privacy, Languages.English, ["privacy"]),
        (Command.Privacy, Languages.Spanish, ["privacidad"]),
        (Command.Privacy, Languages.Portuguese, ["privacidade"]),
        (Command.Privacy, Languages.Hindi, ["गोपनीयता", "निजता"]),
        (Command.Privacy, Languages.Hebrew, ["פרטיות"]),
        (Command.MyData, Languages.English, ["my data", "export my data"]),
        (Command.MyData, Languages.Spanish, ["mis datos", "exportar mis datos"]),
        (Command.MyData, Languages.Portuguese, ["meus dados", "exportar meus dados"]),
        (Command.MyData, Languages.Hindi, ["मेरा डेटा", "mera data"]),
        (Command.MyData, Languages.Hebrew, ["המידע שלי", "הנתונים שלי"]),
        (Command.DeleteData, Languages.English, ["delete my data", "erase my data", "forget me"]),
        (Command.DeleteData, Languages.Spanish, ["borrar mis datos", "borra mis datos", "eliminar mis datos", "elimina mis datos"]),
        (Command.DeleteData, Languages.Portuguese, ["apagar meus dados", "apague meus dados", "excluir meus dados"]),
        (Command.DeleteData, Languages.Hindi, ["मेरा डेटा हटाएं", "मेरा डेटा हटाओ", "मेरा डेटा मिटाओ", "mera data delete karo", "mera data hatao"]),
        (Command.DeleteData, Languages.Hebrew, ["מחק את המידע שלי", "מחק את הנתונים שלי", "תמחק את המידע שלי"]),
    ];

    private static readonly FrozenDictionary<string, Command> _commands = _table
        .SelectMany(row => row.Words.Select(word => KeyValuePair.Create(PlainText.Of(word), row.Command)))
        .DistinctBy(pair => pair.Key)
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> _ownNames = Languages.All.ToFrozenDictionary(code => PlainText.Of(Languages.NameOf(code)));

    private static readonly ILookup<string, string> _languages =
        _table.SelectMany(row => row.Words.Select(word => (Word: PlainText.Of(word), row.Language)))
            .ToLookup(pair => pair.Word, pair => pair.Language);

    // "language spanish", "zona horaria Madrid": the longest word first, or "fuso" would take "fuso horário".
    private static readonly (string Word, Command Command)[] _prefixes =
        [.. _commands.Where(pair => pair.Value is Command.Language or Command.TimeZone)
            .Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Key.Length)];

    /// <summary>All words, for the test that no command lacks a language.</summary>
    public static IEnumerable<(Command Command, string Language, string Word)> All =>
        _table.SelectMany(row => row.Words.Select(word => (row.Command, row.Language, word)));

    /// <summary>The command a text gives; null for an ordinary text.</summary>
    public static GivenCommand? Read(string text)
    {
        // No command is this long, and texts of 4,096 letters need not be looked at letter by letter.
        if (text.Length > 100) return null;
        var plain = PlainText.Of(text);
        if (_commands.TryGetValue(plain, out var command)) return new GivenCommand(command);
        if (WishForPeople.Is(plain)) return new GivenCommand(Command.Human);

        // What a language calls itself, and nothing else, wants to be spoken to in it.
        if (_ownNames.TryGetValue(plain, out var language)) return new GivenCommand(Command.Language, language);
        if (Courteous(plain) is { } asked && Languages.Find(asked) is { } other) return new GivenCommand(Command.Language, other);
        foreach (var (word, prefixed) in _prefixes)
        {
            if (!plain.StartsWith(word, StringComparison.Ordinal) || plain[word.Length] is not (' ' or ':')) continue;
            var argument = plain[(word.Length + 1)..].TrimStart();

            // "Language lessons every day" is no command.
            if (prefixed == Command.TimeZone && ZoneStatements.PlaceIn(text) is { } named) return new GivenCommand(Command.TimeZone, named);
            return prefixed == Command.Language && Languages.Find(argument) is null ? null : new GivenCommand(prefixed, argument);
        }

        // "I live in Texas": a place that is known, and nothing else.
        return ZoneStatements.PlaceIn(text) is { } place ? new GivenCommand(Command.TimeZone, place) : null;
    }

    // "english please", "en español por favor": a language and a courtesy.
    private static string? Courteous(string plain)
    {
        foreach (var courtesy in (string[])[" please", " pls", " por favor", " porfa", " कृपया", " בבקשה"])
        {
            if (plain.EndsWith(courtesy, StringComparison.Ordinal) && plain[..^courtesy.Length].Split(' ') is { Length: <= 2 } words) return words[^1];
        }

        return null;
    }

    /// <summary>The language of a command's word; null for words that several languages share and for other texts.</summary>
    public static string? LanguageOf(string text) =>
        text.Length > 100 ? null : _languages[PlainText.Of(text)].Distinct().Take(2).ToList() is [var only] ? only : null;
}
