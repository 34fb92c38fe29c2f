using System.Text.RegularExpressions;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>What the simulator's page says itself, in the languages of the bots.</summary>
public sealed partial class PageWordsTests
{
    // The same word in both languages.
    private static readonly string[] _same = ["es: Chats", "es: Chat", "es: Sticker", "es: Audio", "pt: online"];

    private static readonly Dictionary<string, Dictionary<string, string>> _words = Read();

    [Fact]
    public void Texts_OfThePage_AreThereInEachLanguage_AndNoOthers()
    {
        var asked = Asked().Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["es", "pt", "hi", "he"], _words.Keys);
        foreach (var (_, words) in _words) Assert.Equal(asked, words.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Texts_AreInTheirLanguage_WithTheirPlaces()
    {
        foreach (var (language, words) in _words)
        {
            foreach (var (english, text) in words)
            {
                Assert.Equal(Place().Matches(english).Select(match => match.Value), Place().Matches(text).Select(match => match.Value));
                if (english == text) Assert.Contains($"{language}: {english}", _same);
                if (language == "hi") Assert.Matches(@"\p{IsDevanagari}", text);
                if (language == "he") Assert.Matches(@"\p{IsHebrew}", text);
            }
        }
    }

    private static IEnumerable<string> Asked()
    {
        var page = Repository.Text("infra/simulator/Page/index.html");
        foreach (Match match in Attribute().Matches(page)) yield return match.Groups[1].Value;
        foreach (Match match in Element().Matches(page)) yield return match.Groups[1].Value;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("infra/simulator/Page"), "*.js"))
        {
            if (Path.GetFileName(file) == "words.js") continue;
            var code = File.ReadAllText(file);
            foreach (Match match in Said().Matches(code)) yield return match.Groups[1].Value;
        }

        // Said by a name that stands elsewhere: what a bot does, what can be attached, ticks.
        foreach (Match match in About().Matches(Repository.Text("infra/simulator/Page/app.js"))) yield return match.Groups[1].Value;
        foreach (Match match in Attachment().Matches(Repository.Text("infra/simulator/Page/sheet.js"))) yield return match.Groups[1].Value;
        foreach (var status in new[] { "sent", "delivered", "read", "failed" }) yield return status;
        yield return "Voice note";
        yield return "Audio";
        yield return "online";
        yield return "typing…";
    }

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        var words = new Dictionary<string, Dictionary<string, string>>();
        Dictionary<string, string> current = [];
        foreach (var line in Repository.Text("infra/simulator/Page/words.js").Replace(":\n", ":", StringComparison.Ordinal).Split('\n'))
        {
            if (Language().Match(line) is { Success: true } language) words[language.Groups[1].Value] = current = [];
            foreach (Match pair in Pair().Matches(line)) current.Add(pair.Groups[1].Value, pair.Groups[2].Value);
        }

        return words;
    }

    [GeneratedRegex(@"(?:aria-label|title|placeholder)=""([^""]+)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"data-say>([^<]+)<")]
    private static partial Regex Element();

    [GeneratedRegex(@"\bsay\('([^']+)'")]
    private static partial Regex Said();

    [GeneratedRegex(@"(?:Hub|Portraits|Habits|Echo): '([^']+)'")]
    private static partial Regex About();

    [GeneratedRegex(@"\['\w+', '([^']+)', '\w+'\]")]
    private static partial Regex Attachment();

    [GeneratedRegex(@"^  (\w\w): \{$")]
    private static partial Regex Language();

    [GeneratedRegex(@"'([^']+)':\s*'([^']+)'")]
    private static partial Regex Pair();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
