using WhatsAppBots.Images.Writing;

namespace WhatsAppBots.Unit.Tests.Writing;

public sealed class TextLineTests
{
    [Theory]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("🏋🏽‍♀️")]
    [InlineData("👋🏿")]
    [InlineData("🇮🇱")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("1️⃣")]
    [InlineData("❤️")]
    [InlineData("☀")]
    [InlineData("⏰")]
    [InlineData("🔥")]
    public void Emoji_is_one_coloured_picture(string emoji)
    {
        var run = Assert.Single(TextLine.Of(Words.Clean(emoji), 40, isBold: false).Runs);

        Assert.True(run.Face.IsEmoji);
        Assert.Single(run.Glyphs, glyph => glyph != 0);
        Assert.InRange(TextLine.Measure(emoji, 40, isBold: false), 40, 52);
    }

    [Theory]
    [InlineData("Água, ñandú, Straße – 12 % ™ © “a”")]
    [InlineData("שלום עולם, א׳ ב׳ 17")]
    [InlineData("क्षितिज व्यायाम १२ 24 में।")]
    public void Languages_of_the_bots_have_all_their_letters(string text)
    {
        foreach (var isBold in new[] { false, true })
        {
            var line = TextLine.Of(text, 40, isBold);
            Assert.All(line.Runs, run => Assert.DoesNotContain((ushort)0, run.Glyphs));
            Assert.DoesNotContain(line.Runs, run => run.Face.IsEmoji);
        }
    }

    [Theory]
    [InlineData("\u2460 \u3396", "1 ml")]
    [InlineData("\uFF21\uFF42", "Ab")]
    [InlineData("▓▓█░", "■■■□")]
    [InlineData("━━", "––")]
    [InlineData("a\u180F\u20DF", "a")]
    [InlineData("Z\u0337\u1DFF\u20E0a", "Za")]
    [InlineData("Gym \U0001FADC", "Gym ")]
    public void Sign_without_a_font_is_drawn_as_its_like_or_left_out(string text, string like) =>
        Assert.Equal(Glyphs(TextLine.Of(like, 40, isBold: true)), Glyphs(TextLine.Of(text, 40, isBold: true)));

    [Theory]
    [InlineData("★ Gym ✓ → ∞", true)]
    [InlineData("𝓡𝓾𝓷 𝗳𝗮𝘀𝘁 🅶", true)]
    [InlineData("1️⃣ ▓▓░ क्षितिज שלום", true)]
    [InlineData("喝水", false)]
    [InlineData("Gym عربي", false)]
    [InlineData("ก้าว", false)]
    [InlineData("\U0001FADC", false)]
    [InlineData("", false)]
    public void Words_whose_letters_have_no_font_cannot_be_written(string text, bool can)
    {
        foreach (var isBold in new[] { false, true }) Assert.Equal(can, Words.CanWrite(Words.Clean(text), isBold));
    }

    // All that there is, forty at a time, each between letters.
    [Fact]
    public void No_character_is_an_empty_box()
    {
        var all = Enumerable.Range(0x20, 0x10FFFF - 0x20).Where(System.Text.Rune.IsValid);
        List<string> boxes = [];
        foreach (var forty in all.Chunk(40))
        {
            if (HasBox(string.Join("a", forty.Select(char.ConvertFromUtf32))))
                boxes.AddRange(forty.Where(value => HasBox($"a{char.ConvertFromUtf32(value)}")).Select(value => $"U+{value:X4}"));
        }

        Assert.Empty(boxes);

        static bool HasBox(string text) => TextLine.Of(Words.Clean(text), 40, isBold: true).Runs.Any(run => run.Glyphs.Contains((ushort)0));
    }

    [Fact]
    public void Letters_of_hindi_join()
    {
        // Three characters, a half letter and its vowel before it: fewer glyphs, and narrower than side by side.
        Assert.True(TextLine.Measure("क्ष", 40, isBold: false) < TextLine.Measure("क", 40, isBold: false) + TextLine.Measure("ष", 40, isBold: false));
        Assert.Equal(TextLine.Measure("कि", 40, false), TextLine.Measure("कि कि", 40, false) - TextLine.Measure("कि ", 40, false), 0.01);
    }

    [Fact]
    public void Glyphs_stand_from_left_to_right_in_the_order_in_which_they_are_seen()
    {
        var line = TextLine.Of("שלום 24 Gym 👋", 40, isBold: true);
        var places = line.Runs.SelectMany(run => run.Places.Select(place => place.X)).ToList();

        Assert.Equal(places.Order(), places);
        Assert.InRange(places[^1], 0, line.Width);

        // Right to left: the hand at the left end, then the Latin word.
        Assert.True(line.Runs[0].Face.IsEmoji);
        Assert.Equal(line.Width * 2, TextLine.Measure("שלום 24 Gym 👋", 80, isBold: true), 0.01);
    }

    [Fact]
    public void Width_is_exact_and_bold_is_wider()
    {
        Assert.True(TextLine.Measure("iiii", 40, false) * 2 < TextLine.Measure("WWWW", 40, false));
        Assert.True(TextLine.Measure("Meditation", 40, false) < TextLine.Measure("Meditation", 40, true));
        Assert.Equal(0, TextLine.Measure("", 40, false));
    }

    [Fact]
    public void What_fits_stays_whole_and_what_does_not_is_cut_between_letters()
    {
        foreach (var name in new[] { "W", "i", "क्षि", "👨‍👩‍👧‍👦", "שׁ", "e\u0301" })
        {
            for (var count = 1; count < 60; count += 7)
            {
                var text = string.Concat(Enumerable.Repeat(name, count));
                var (fits, size) = Words.Fit(text, 300, 40, 34, isBold: true);
                Assert.InRange(TextLine.Measure(fits, size, isBold: true), 0, 300.01);
                Assert.Equal(fits.EndsWith('…') ? 0 : text.Length, fits.EndsWith('…') ? (fits.Length - 1) % name.Length : fits.Length);
                Assert.All(Words.Wrap(text, 300, 36, isBold: true), line => Assert.InRange(TextLine.Measure(line, 36, isBold: true), 0, 300.01));
            }
        }
    }

    private static string Glyphs(TextLine line) =>
        string.Join(' ', line.Runs.SelectMany(run => run.Glyphs.Select(glyph => $"{run.Face.Typeface.FamilyName}:{glyph}")));
}
