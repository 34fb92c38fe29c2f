using System.Globalization;
using System.Text;

namespace WhatsAppBots.Images.Writing;

/// <summary>The Bidi_Class of a character: https://www.unicode.org/reports/tr9/#Bidirectional_Character_Types.</summary>
internal enum BidiClass
{
    L,
    R,
    AL,
    EN,
    ES,
    ET,
    AN,
    CS,
    NSM,
    BN,
    B,
    S,
    WS,
    ON,
    LRE,
    LRO,
    RLE,
    RLO,
    PDF,
    LRI,
    RLI,
    FSI,
    PDI,
}

/// <summary>The classes of characters, and which brackets belong together.</summary>
internal static class BidiClasses
{
    /// <summary>
    /// The class of a character. Symbols of scripts that none of our fonts has are taken for neutral, as Unicode's own table does for most.
    /// </summary>
    public static BidiClass Of(int character) => character switch
    {
        0x0A or 0x0D or (>= 0x1C and <= 0x1E) or 0x85 or 0x2029 => BidiClass.B,
        0x09 or 0x0B or 0x1F => BidiClass.S,
        0x0C or 0x2028 => BidiClass.WS,
        0x202A => BidiClass.LRE,
        0x202B => BidiClass.RLE,
        0x202C => BidiClass.PDF,
        0x202D => BidiClass.LRO,
        0x202E => BidiClass.RLO,
        0x2066 => BidiClass.LRI,
        0x2067 => BidiClass.RLI,
        0x2068 => BidiClass.FSI,
        0x2069 => BidiClass.PDI,
        0x200E => BidiClass.L,
        0x200F => BidiClass.R,
        0x061C => BidiClass.AL,
        '+' or '-' or 0x207A or 0x207B or 0x208A or 0x208B or 0x2212 or 0xFB29 or 0xFE62 or 0xFE63 or 0xFF0B or 0xFF0D => BidiClass.ES,
        ',' or '.' or '/' or ':' or 0xA0 or 0x060C or 0x202F or 0x2044 or 0xFE50 or 0xFE52 or 0xFE55 or 0xFF0C or 0xFF0E or 0xFF0F or 0xFF1A => BidiClass.CS,
        '#' or '%' or 0xB0 or 0xB1 or 0x0609 or 0x060A or 0x066A or (>= 0x2030 and <= 0x2034) or 0x212E or 0x2213 or 0xFE5F or 0xFE6A or 0xFF03 or 0xFF05 => BidiClass.ET,
        (>= '0' and <= '9') or 0xB2 or 0xB3 or 0xB9 or (>= 0x06F0 and <= 0x06F9) or 0x2070 or (>= 0x2074 and <= 0x2079)
            or (>= 0x2080 and <= 0x2089) or (>= 0x2488 and <= 0x249B) or (>= 0xFF10 and <= 0xFF19) or (>= 0x1D7CE and <= 0x1D7FF) => BidiClass.EN,
        (>= 0x0600 and <= 0x0605) or (>= 0x0660 and <= 0x0669) or 0x066B or 0x066C or 0x06DD or 0x08E2 or (>= 0x10E60 and <= 0x10E7E) => BidiClass.AN,
        _ => ByCategory(character),
    };

    /// <summary>The bracket that closes what a bracket opens, or opens what it closes; null for any other character.</summary>
    public static (int Partner, bool Opens)? Bracket(int character)
    {
        if (!Rune.IsValid(character) || !HoldsBrackets(character)) return null;
        var opens = Category(character) == UnicodeCategory.OpenPunctuation;
        return character switch
        {
            '(' => (')', true),
            ')' => ('(', false),
            '[' or '{' or 0xFF3B or 0xFF5B => (character + 2, true),
            ']' or '}' or 0xFF3D or 0xFF5D => (character - 2, false),

            // The same pair in two places.
            0x2329 or 0x3008 => (0x3009, true),
            0x232A or 0x3009 => (0x3008, false),
            0x298D => (0x2990, true),
            0x2990 => (0x298D, false),
            0x298F => (0x298E, true),
            0x298E => (0x298F, false),
            _ when opens => (character + 1, true),
            _ when Category(character) == UnicodeCategory.ClosePunctuation => (character - 1, false),
            _ => null,
        };
    }

    /// <summary>One form of a bracket that stands in Unicode twice.</summary>
    public static int Canonical(int bracket) => bracket switch { 0x2329 => 0x3008, 0x232A => 0x3009, _ => bracket };

    private static bool HoldsBrackets(int character) => character is < 0x7F or (>= 0x0F3A and <= 0x0F3D) or 0x169B or 0x169C or 0x2045 or 0x2046
        or 0x207D or 0x207E or 0x208D or 0x208E or (>= 0x2308 and <= 0x230B) or 0x2329 or 0x232A or (>= 0x2768 and <= 0x2775) or 0x27C5 or 0x27C6
        or (>= 0x27E6 and <= 0x27EF) or (>= 0x2983 and <= 0x2998) or (>= 0x29D8 and <= 0x29DB) or 0x29FC or 0x29FD or (>= 0x2E22 and <= 0x2E29)
        or (>= 0x2E55 and <= 0x2E5C) or (>= 0x3008 and <= 0x3011) or (>= 0x3014 and <= 0x301B) or (>= 0xFE59 and <= 0xFE5E) or 0xFF08 or 0xFF09
        or 0xFF3B or 0xFF3D or 0xFF5B or 0xFF5D or 0xFF5F or 0xFF60 or 0xFF62 or 0xFF63;

    private static UnicodeCategory Category(int character) =>
        Rune.IsValid(character) ? Rune.GetUnicodeCategory(new Rune(character)) : UnicodeCategory.Surrogate;

    private static BidiClass ByCategory(int character) => Category(character) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.NSM,
        UnicodeCategory.SpaceSeparator => BidiClass.WS,
        UnicodeCategory.Control or UnicodeCategory.Format => BidiClass.BN,
        UnicodeCategory.CurrencySymbol when !RunsLeft(character) => BidiClass.ET,

        (>= UnicodeCategory.UppercaseLetter and <= UnicodeCategory.OtherLetter) when IsSign(character) => BidiClass.ON,

        // Flags are letters.
        _ when character is >= 0x1F1E6 and <= 0x1F1FF => BidiClass.L,
        UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.ConnectorPunctuation
            when character != 0x05BE => BidiClass.ON,
        UnicodeCategory.OtherPunctuation or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherNumber
            when !HasLetters(character) => BidiClass.ON,
        _ when IsArabic(character) => BidiClass.AL,
        _ when RunsLeft(character) => BidiClass.R,
        _ => BidiClass.L,
    };

    // Letters by their category that stand for no sound.
    private static bool IsSign(int character) =>
        character is 0x02B9 or 0x02BA or (>= 0x02C6 and <= 0x02CF) or 0x02EC or 0x0374;

    // Blocks of scripts: their own signs run as their letters do.
    private static bool HasLetters(int character) => character is (>= 0x0370 and <= 0x1FFF and not 0x037E and not 0x0387) or (>= 0xA4D0 and <= 0xFDFF)
        or (>= 0x10000 and <= 0x1CFFF) or (>= 0x1E800 and <= 0x1EFFF) or (>= 0x2460 and <= 0x24E9 and not (>= 0x2460 and <= 0x249B)) or (>= 0x2800 and <= 0x28FF);

    private static bool IsArabic(int character) => character is (>= 0x0600 and <= 0x07BF) or (>= 0x0860 and <= 0x08FF) or (>= 0xFB50 and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFF) or (>= 0x1EC70 and <= 0x1ECBF) or (>= 0x1ED00 and <= 0x1ED4F) or (>= 0x1EE00 and <= 0x1EEFF);

    private static bool RunsLeft(int character) => character is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
