using System.Collections.Frozen;

namespace WhatsAppBots.Understanding;

/// <summary>The languages every text exists in, and how people call them.</summary>
public static class Languages
{
    public const string English = "en";
    public const string Spanish = "es";
    public const string Portuguese = "pt";
    public const string Hindi = "hi";
    public const string Hebrew = "he";

    /// <summary>Two-letter codes, in the order lists show them.</summary>
    public static readonly IReadOnlyList<string> All = [English, Spanish, Portuguese, Hindi, Hebrew];

    private static readonly FrozenDictionary<string, string> _byName = Named(
        (English, "en english inglés inglês ingles अंग्रेज़ी अंग्रेजी इंग्लिश אנגלית angrezi"),
        (Spanish, "es spanish español espanhol castellano स्पेनिश ספרדית"),
        (Portuguese, "pt portuguese portugués português brasileiro brazilian पुर्तगाली פורטוגזית פורטוגלית"),
        (Hindi, "hi hindi hindú हिन्दी हिंदी הינדי"),
        (Hebrew, "he hebrew hebreo hebraico iw ivrit हिब्रू עברית"));

    /// <summary>What a language calls itself.</summary>
    public static string NameOf(string code) => code switch
    {
        Spanish => "Español",
        Portuguese => "Português",
        Hindi => "हिन्दी",
        Hebrew => "עברית",
        _ => "English",
    };

    /// <summary>The code of a language named in any of the five; null if it is none of them.</summary>
    public static string? Find(string name) => _byName.GetValueOrDefault(PlainText.Of(name));

    private static FrozenDictionary<string, string> Named(params (string Code, string Names)[] languages) => languages
        .SelectMany(language => language.Names.Split(' ').Select(name => KeyValuePair.Create(PlainText.Of(name), language.Code)))
        .DistinctBy(pair => pair.Key)
        .ToFrozenDictionary();
}
