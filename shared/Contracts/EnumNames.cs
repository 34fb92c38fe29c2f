using System.Diagnostics.CodeAnalysis;

namespace WhatsAppBots.Contracts;

/// <summary>
/// Members of enums by their names, for texts from outside. <c>Enum.TryParse</c> takes numbers too, "7" or "-1", and lists, "Walk, Run":
/// what somebody puts into a button or an answer then is a member that nobody offered.
/// </summary>
public static class EnumNames
{
    /// <summary>The member of that name, in whatever case.</summary>
    /// <returns>False: no member has that name.</returns>
    public static bool TryRead<T>([NotNullWhen(true)] string? text, out T member)
        where T : struct, Enum
    {
        var at = Array.FindIndex(Names<T>.All, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        member = at >= 0 ? Names<T>.Members[at] : default;
        return at >= 0;
    }

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly T[] Members = Enum.GetValues<T>();
        public static readonly string[] All = [.. Members.Select(member => member.ToString())];
    }
}
