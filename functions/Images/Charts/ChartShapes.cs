using WhatsAppBots.Images.Writing;

namespace WhatsAppBots.Images.Charts;

/// <summary>Something on a chart; places are in pixels from the left and the top.</summary>
internal abstract record ChartShape;

/// <summary>A filled rectangle.</summary>
/// <param name="Round">Radius of its corners.</param>
internal sealed record ChartBox(double Left, double Top, double Width, double Height, double Round, string Fill) : ChartShape;

/// <summary>A share of a ring, clockwise from its top.</summary>
/// <param name="X">Of its middle.</param>
/// <param name="Share">1: all of it.</param>
internal sealed record ChartRing(double X, double Y, double Radius, double Share, string Colour) : ChartShape;

/// <summary>Mark of a habit's day, told by shape as well as by colour, about 56 pixels round a point.</summary>
/// <param name="Kind">A letter of <see cref="Contracts.Events.ChartHabit"/>, or <see cref="Tick"/>; others are not drawn.</param>
internal sealed record ChartMark(char Kind, double X, double Y) : ChartShape
{
    /// <summary>The tick alone, on a bar that is full.</summary>
    public const char Tick = '+';
}

/// <summary>A line of text.</summary>
/// <param name="Left">Where its leftmost glyph stands.</param>
/// <param name="Y">Of its base line.</param>
internal sealed record ChartText(TextLine Line, double Left, double Y, string Fill) : ChartShape;

/// <summary>Few, far apart in lightness, and told apart by those who see no red or no green.</summary>
internal static class ChartColours
{
    public const string Paper = "#FFFFFF";
    public const string Ink = "#12263F";
    public const string Soft = "#4C5B70";
    public const string Faint = "#7F8FA3";
    public const string Rule = "#E2E8F0";
    public const string Track = "#E3ECF6";
    public const string Edge = "#B4C5DA";
    public const string Done = "#0A63B0";
    public const string Missed = "#C4420A";
    public const string MissedTint = "#FDEEE6";
    public const string Frozen = "#3C5A80";
    public const string FrozenTint = "#D3E2F5";
    public const string OnInk = "#C9D6E8";
}
