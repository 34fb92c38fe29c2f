using System.Globalization;
using System.Xml.Linq;

namespace WhatsAppBots.Images.Charts;

/// <summary>SVG's names and numbers.</summary>
internal static class Svg
{
    private static readonly XNamespace _namespace = "http://www.w3.org/2000/svg";

    public static XName Name(string local) => _namespace + local;

    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
