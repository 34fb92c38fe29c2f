using System.Reflection;

namespace WhatsAppBots.Hosting;

/// <summary>The version of the program that runs.</summary>
public static class ProgramVersion
{
    /// <summary>Names the release and the commit it was built from, where they are known: <c>1.4.0+3f2c…</c>.</summary>
    public static string Text { get; } =
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
