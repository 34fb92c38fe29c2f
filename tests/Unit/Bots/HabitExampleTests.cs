using System.Text.RegularExpressions;
using NodaTime;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Texts;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Habits.Talk;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Unit.Tests.Bots;

/// <summary>What the Habits bot tells people to write it understands as what it told them it is, in every language.</summary>
public sealed partial class HabitExampleTests
{
    private const string Time = "a time";
    private const string Times = "two times";
    private const string Days = "days";
    private const string Count = "a count";
    private const string Until = "until a day";

    /// <summary>What the starred words of each text are, in their order.</summary>
    private static readonly Dictionary<string, string[]> _meant = new()
    {
        ["Welcome"] = ["Add Days Time", "Done", "Status"],
        ["AskName"] = ["Add Days Time", "Add Days Count", "Add Days Time"],
        ["NotUnderstood"] = ["Add Days Time", "Done", "Status"],
        ["LostThrice"] = ["Add Days Count", "Done", Until],
        ["AskTime"] = [Time, Times, Time],
        ["AskDays"] = [Days, Days, Days],
        ["AskTarget"] = [Count, Count],
        ["AskQuiet"] = [Times],
        ["AskPause"] = [Until, Until, "Pause"],
        ["UntilYouSay"] = ["Resume"],
        ["PausedOpen"] = ["Resume"],
        ["PartnerTerms"] = ["word Leave"],
        ["FewerNow"] = ["word More"],
        ["MoreNow"] = ["word Fewer"],
        ["NothingToTick"] = ["Add Days"],
        ["NothingShared"] = ["title MoreButton", "title ShareTitle"],
    };

    /// <summary>Titles of rows and buttons, which people also type.</summary>
    private static readonly Dictionary<string, string> _titles = new()
    {
        ["DoneButton"] = "Done", ["UndoTitle"] = "Undo", ["StatusTitle"] = "Status", ["NextTitle"] = "Next", ["AddTitle"] = "Add", ["ListTitle"] = "List",
        ["PauseTitle"] = "Pause", ["ResumeTitle"] = "Resume", ["PartnerTitle"] = "word Partner", ["SettingsTitle"] = "word Settings", ["ToneTitle"] = "word Tone",
        ["LadderTitle"] = "word Ladder", ["QuietTitle"] = "word Quiet", ["RestoreButton"] = "restore",
        ["FewerButtonTitle"] = "word Fewer", ["MoreButtonTitle"] = "word More",
    };

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Text_WithStarredWords_IsOneOfTheseAlone(string language) => Assert.Equal(
        _meant.Keys.Order(), TextSet.FileOf(typeof(HabitTexts), language).Where(text => Examples(text.Value).Count > 0).Select(text => text.Key).Order());

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Example_InAText_IsUnderstoodAsWhatItSays(string language)
    {
        var texts = TextSet.FileOf(typeof(HabitTexts), language);
        Assert.Equal(
            Lines(_meant.Select(text => $"{text.Key}: {string.Join("; ", text.Value)}")),
            Lines(_meant.Select(text => $"{text.Key}: {string.Join("; ", Examples(texts[text.Key]).Select((example, at) => Of(example, text.Value.ElementAtOrDefault(at) ?? "", texts, language)))}")));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Title_Typed_IsUnderstoodAsIfPressed(string language)
    {
        var texts = TextSet.FileOf(typeof(HabitTexts), language);
        Assert.Equal(
            Lines(_titles.Select(title => $"{title.Key} {texts[title.Key]}: {title.Value}")),
            Lines(_titles.Select(title => $"{title.Key} {texts[title.Key]}: {Of(texts[title.Key], title.Value, texts, language)}")));
    }

    /// <summary>What the text is, as far as what was meant asks.</summary>
    private static string Of(string text, string meant, IReadOnlyDictionary<string, string> texts, string language)
    {
        if (meant.StartsWith("title ", StringComparison.Ordinal)) return texts[meant[6..]] == text ? meant : text;

        // The commands of all bots are heard first, then the words of this one.
        if (CommandWords.Read(text) is { } command) return $"{text}: {command}";
        if (HabitWords.Read(text) is { } word) return $"word {word}";
        if (meant == "restore") return HabitWords.Restoring(text) == "" ? meant : text;
        var said = TextReader.Understand(text, new TextContext(language, DateTimeZone.Utc, Instant.FromUtc(2026, 3, 2, 9, 0)));
        var wish = WishReader.Of(said, new LocalDate(2026, 3, 2));
        return meant switch
        {
            Time => (wish.Start ?? wish.Deadline) is not null ? meant : text,
            Times => said.Reading.Moments.Count(moment => moment.Likeliest.Time is not null) == 2 ? meant : text,
            Days => wish.Days is not null ? meant : text,
            Count => Answering.TargetIn(text, said) is not null ? meant : text,
            Until => wish.Date > new LocalDate(2026, 3, 2) ? meant : text,
            _ => string.Join(' ', new[]
            {
                said.Intents.Count == 1 ? said.Intent.ToString() : string.Join('/', said.Intents),
                said.Intent == Intent.Add && wish.Days is not null ? "Days" : "",
                said.Intent == Intent.Add && (wish.Start ?? wish.Deadline) is not null ? "Time" : "",
                said.Intent == Intent.Add && wish.Count is not null ? "Count" : "",
                said.Intent == Intent.Add && meant.Contains(' ') && wish.Name is null ? "nameless" : "",
            }.Where(part => part.Length > 0)),
        };
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static List<string> Examples(string text) => [.. Starred().Matches(text).Select(match => match.Groups[1].Value).Where(example => !example.Contains('{', StringComparison.Ordinal))];

    [GeneratedRegex(@"\*([^*]+)\*")]
    private static partial Regex Starred();
}
