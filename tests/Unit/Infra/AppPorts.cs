namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>Where each app listens on one machine: under <c>func start</c> and in containers.</summary>
internal static class AppPorts
{
    public static IReadOnlyDictionary<string, int> Of { get; } = new Dictionary<string, int>
    {
        ["Messages"] = 7070, ["Images"] = 7071, ["Admin"] = 7072, ["Payments"] = 7073, ["Maintenance"] = 7074,
    };
}
