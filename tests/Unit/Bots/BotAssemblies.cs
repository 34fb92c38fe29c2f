using System.Reflection;
using WhatsAppBots.BotKit;

namespace WhatsAppBots.Unit.Tests.Bots;

/// <summary>Assemblies of the kit and of every bot, found by their reference to the kit: a new bot is among them by itself.</summary>
internal static class BotAssemblies
{
    public static IReadOnlyList<Assembly> All { get; } =
    [
        typeof(IBot).Assembly,
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "WhatsAppBots.*.dll").Order(StringComparer.Ordinal)
            .Select(file => Assembly.Load(Path.GetFileNameWithoutExtension(file)))
            .Where(assembly => assembly != typeof(BotAssemblies).Assembly
                && Array.Exists(assembly.GetReferencedAssemblies(), name => name.Name == typeof(IBot).Assembly.GetName().Name)),
    ];

    /// <summary>Types that derive from this one and can be made.</summary>
    public static IEnumerable<Type> Derived(Type type) =>
        All.SelectMany(assembly => assembly.GetTypes()).Where(each => each.IsSubclassOf(type) && !each.IsAbstract);
}
