using System.Globalization;
using System.IO.Compression;
using System.Text;
using WhatsAppBots.Images.Writing;

namespace WhatsAppBots.Unit.Tests.Writing;

public sealed class BidiTests
{
    // Unicode's own cases, version 15.0: https://www.unicode.org/Public/15.0.0/ucd/BidiCharacterTest.txt, without its comments, under
    // https://www.unicode.org/license.txt. Characters; direction asked for; the paragraph's level; levels; order.
    [Fact]
    public void All_cases_of_the_standard_come_out()
    {
        var (cases, wrong) = (0, new List<string>());
        foreach (var line in Cases())
        {
            var fields = line.Split(';');
            int[] characters = [.. fields[0].Split(' ').Select(hex => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
            var paragraph = fields[1] == "2" ? Bidi.ParagraphLevel(characters) ?? 0 : fields[1][0] - '0';
            var levels = Bidi.Levels(characters, paragraph);
            int[] seen = [.. Enumerable.Range(0, levels.Length).Where(at => levels[at] != Bidi.Removed)];
            var order = Bidi.Order([.. seen.Select(at => levels[at])]).Select(at => seen[at]);
            var told = $"{paragraph};{string.Join(' ', levels.Select(level => level == Bidi.Removed ? "x" : level.ToString(CultureInfo.InvariantCulture)))};{string.Join(' ', order)}";
            if (told != string.Join(';', fields[2..])) wrong.Add($"{line} was {told}");
            cases++;
        }

        Assert.Empty(wrong.Take(5));
        Assert.Equal(91_707, cases);
    }

    [Theory]
    [InlineData("17 מתוך 24", "24 ךותמ 17")]
    [InlineData("עמודים 15-21", "15-21 םידומע")]
    [InlineData("15–21 בנובמבר", "רבמבונב 21–15")]
    [InlineData("12 ימים", "םימי 12")]
    [InlineData("מדיטציה (yoga)", "(yoga) היצטידמ")]
    [InlineData("שלום (בוקר)", "(רקוב) םולש")]
    [InlineData("Gym חדר כושר 3 times", "Gym 3 רשוכ רדח times")]
    [InlineData("ריצה 5 km", "km 5 הציר")]
    [InlineData("🔥 12 ימים", "םימי 12 🔥")]
    [InlineData("שלום 👋", "👋 םולש")]
    [InlineData("50% מהיעד", "דעיהמ 50%")]
    [InlineData("3/4", "3/4")]
    [InlineData("07:30 קימה", "המיק 07:30")]
    [InlineData("ध्यान 12", "ध्यान 12")]
    public void Lines_are_seen_as_people_read_them(string text, string seen)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        int[] characters = [.. runes.Select(rune => rune.Value)];
        var levels = Bidi.Levels(characters, Bidi.ParagraphLevel(characters) ?? 0);

        // The shaper turns brackets round in what runs from right to left.
        Assert.Equal(seen, string.Concat(Bidi.Order(levels).Select(at => (levels[at] & 1) == 1 && BidiClasses.Bracket(characters[at]) is { } bracket
            ? char.ConvertFromUtf32(bracket.Partner) : runes[at].ToString())));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("12 %", null)]
    [InlineData("🔥 12 ימים", 1)]
    [InlineData("12 days", 0)]
    [InlineData("\u2068אב\u2069 days", 0)]
    public void Line_runs_as_its_first_letter_does(string text, int? level) =>
        Assert.Equal(level, Bidi.ParagraphLevel([.. text.EnumerateRunes().Select(rune => rune.Value)]));

    private static IEnumerable<string> Cases()
    {
        using var packed = typeof(BidiTests).Assembly.GetManifestResourceStream("BidiCharacterTest.txt.br")!;
        using var reader = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
