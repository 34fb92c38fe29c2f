namespace WhatsAppBots.Testing;

/// <summary>Words a person may give a thing or bear as a name, that have broken messages or might: nothing in them is forbidden to write.</summary>
public static class HostileWords
{
    private static readonly string[] _all =
    [
        "Practice violin scales", "Practice violin songs", "practice violin  SONGS", "Practice violin scales ", "Practice violin scales and arpeggios in all twelve keys, slowly",
        "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽", "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", "a🏃‍♀️", "🏃‍♀️", "🧘", "x", "X", "ｘ", "ﬁle", "file",
        "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
        "Zalgo\u0316\u0317\u0318\u0319\u031c\u031d\u031e\u031f\u0320\u0324\u0325\u0326\u0329\u032a\u032b\u032c\u032d", "योग करना और ध्यान करना हर सुबह", "योग करना और ध्यान करना हर शाम",
        "לנגן בכינור סולמות גדולים", "לנגן בכינור סולמות קטנים", "\u202eevil\u202c", "\u2067abc\u2069", "\u200f\u200f", "\u200b", "\u2800\u2800", "\u3164", "\u0301", "\ufe0f", "\u200d",
        "two\nlines", "two\r\nlines and more lines", "\ttab\t", "nul\u0001\u0002\u001f", "a\u2028b\u2029c\u0085d\vf\f", "     ", "a          b", "*_~`", "*bold* _it_ ~no~ ```code```",
        "{name}", "{0}", "{{1}}", "%s%n", "\\", "\"quoted\"", "<b>&amp;</b>", "'); drop table chat.people; --", "http://a.example/?q=1 2", "…", "………………………………", "✅ Practice violin s…", "2", "1. 2",
        "\ufffe", "read\ufffe\uffff", "\ud83d", "\udc4d", "half \ud83d", "\ud83dx\udc4d", new('x', 20), new('x', 21), new('x', 24), new('x', 25), new('x', 60), new('x', 61), new('x', 4097), "👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍",
        "01234567890123456789a", "01234567890123456789b", "0123456789012345678 a", "0123456789012345678 b", "",
    ];

    /// <summary>All of them, some of which cannot be seen at all.</summary>
    public static IReadOnlyList<string> All => _all;

    /// <summary>Any of them, one behind the other or with something at an end.</summary>
    public static string Any(Random random) => random.Next(4) switch
    {
        0 => _all[random.Next(_all.Length)] + _all[random.Next(_all.Length)],
        1 => _all[random.Next(_all.Length)] + " " + random.Next(3),
        2 => string.Concat(Enumerable.Range(0, random.Next(1, 80)).Select(_ => (char)random.Next(1, 0x10000))),
        _ => _all[random.Next(_all.Length)],
    };
}
