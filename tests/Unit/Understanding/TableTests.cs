using NodaTime;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>The tables of what texts say, row by row.</summary>
public sealed class TableTests
{
    public static TheoryData<string, string, string> Readings => Rows(2);

    public static TheoryData<string, string, string> Wishes => Rows(4);

    [Theory]
    [MemberData(nameof(Readings))]
    public void Read_Row_SaysWhatTheTableSays(string language, string text, string expected) =>
        Assert.Equal(Table.Sorted(expected), Table.Show(TextReader.Read(text, At(language))));

    [Theory]
    [MemberData(nameof(Wishes))]
    public void Understand_Row_SaysWhatTheTableSays(string language, string text, string expected)
    {
        var cells = expected.Split('|', StringSplitOptions.TrimEntries);
        var utterance = TextReader.Understand(text, At(language));
        var names = utterance.Names.Count > 0 ? string.Join(", ", utterance.Names) : utterance.Name ?? "";
        Assert.Equal(
            $"{cells[0]} | {cells[1]} | {Table.Sorted(cells[2])}",
            $"{utterance.Intent} | {names} | {Table.Show(utterance.Reading)}");
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Table_Language_HasSixtyRows(string language) => Assert.InRange(Table.Rows(language).Count(), 60, 300);

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    private static TextContext At(string language)
    {
        var zone = DateTimeZoneProviders.Tzdb[language switch { Languages.Hindi => "Asia/Kolkata", Languages.Hebrew => "Asia/Jerusalem", Languages.Portuguese => "America/Sao_Paulo", Languages.Spanish => "Europe/Madrid", _ => "Europe/London" }];
        return new TextContext(language, zone, Table.Now.InZoneStrictly(zone).ToInstant());
    }

    private static TheoryData<string, string, string> Rows(int cells)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var language in Languages.All)
        {
            foreach (var row in Table.Rows(language).Where(row => row.Length == cells)) data.Add(language, row[0], string.Join('|', row[1..]));
        }

        return data;
    }
}
