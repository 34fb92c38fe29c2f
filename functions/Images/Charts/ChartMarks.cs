using System.Xml.Linq;

namespace WhatsAppBots.Images.Charts;

/// <summary>How a habit's day went, told by shape as well as by colour.</summary>
internal static class ChartMarks
{
    /// <summary>A mark of about 56 pixels round a point; null for a letter that means nothing here.</summary>
    public static XElement? At(char mark, double x, double y) => mark switch
    {
        'd' => Group(x, y, Circle(28, ("fill", ChartColours.Done)), Line("M-13,1 L-4,11 L14,-9", ChartColours.Paper, 7)),
        'm' => Group(x, y, Circle(25, ("fill", ChartColours.MissedTint), ("stroke", ChartColours.Missed), ("stroke-width", "5")),
            Line("M-10,-10 L10,10 M10,-10 L-10,10", ChartColours.Missed, 7)),
        'o' => Group(x, y, Line("M-11,0 L11,0", ChartColours.Faint, 7)),
        'f' => Group(x, y, Box(), Line("M-8,-11 L-8,11 M8,-11 L8,11", ChartColours.Frozen, 8)),
        't' => Group(x, y, Circle(24, ("fill", "none"), ("stroke", ChartColours.Faint), ("stroke-width", "4"), ("stroke-dasharray", "8 7"))),
        _ => null,
    };

    /// <summary>The tick alone, on a bar that is full.</summary>
    public static XElement Tick(double x, double y) => Group(x, y, Line("M-13,1 L-4,11 L14,-9", ChartColours.Paper, 7));

    private static XElement Group(double x, double y, params object[] shapes) =>
        new(Svg.Name("g"), new XAttribute("transform", $"translate({Svg.Number(x)},{Svg.Number(y)})"), shapes);

    private static XElement Circle(double radius, params (string Name, string Value)[] looks) =>
        new(Svg.Name("circle"), new XAttribute("r", Svg.Number(radius)), looks.Select(look => new XAttribute(look.Name, look.Value)));

    private static XElement Box() => new(
        Svg.Name("rect"), new XAttribute("x", "-26"), new XAttribute("y", "-26"), new XAttribute("width", "52"), new XAttribute("height", "52"),
        new XAttribute("rx", "14"), new XAttribute("fill", ChartColours.FrozenTint));

    private static XElement Line(string path, string colour, double width) => new(
        Svg.Name("path"), new XAttribute("d", path), new XAttribute("fill", "none"), new XAttribute("stroke", colour),
        new XAttribute("stroke-width", Svg.Number(width)), new XAttribute("stroke-linecap", "round"), new XAttribute("stroke-linejoin", "round"));
}

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
