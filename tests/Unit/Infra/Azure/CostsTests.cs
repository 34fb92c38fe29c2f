using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Standalone.Functions;

namespace WhatsAppBots.Unit.Tests.Infra.Azure;

/// <summary>What infra/azure/costs.md reckons with against the code.</summary>
public sealed partial class CostsTests
{
    private const int SecondsOfAMonth = 730 * 3600;

    [Fact]
    public void Timers_AreReckonedAsOftenAsTheyTick_AndWithTheirAppsMemory()
    {
        var apps = DeploymentTests.Apps().ToDictionary(app => app.Value!["folder"]!.ToString(), app => (int)app.Value!["memory"]! == 512 ? "0.5" : $"{(int)app.Value["memory"]! / 1024}");
        var ticking = FunctionCatalog.Discover(
                typeof(Messages.MessagesApp).Assembly, typeof(Images.ImagesApp).Assembly, typeof(Payments.PaymentsApp).Assembly,
                typeof(Maintenance.MaintenanceApp).Assembly, typeof(Admin.AdminApp).Assembly)
            .Of<TimerTriggerAttribute>()
            .Select(timer => (timer.Function.Name, Every: EverySeconds().Match(timer.Trigger.Schedule), App: timer.Function.Class.Assembly.GetName().Name!.Split('.')[^1]))
            .Where(timer => timer.Every.Success)
            .Select(timer => (timer.Name, Every: int.Parse(timer.Every.Groups[1].Value, CultureInfo.InvariantCulture), timer.App))
            .Select(timer => (timer.Name, $"{timer.Every}", apps[timer.App], (SecondsOfAMonth / timer.Every).ToString("N0", CultureInfo.InvariantCulture)));

        var reckoned = Row().Matches(File.ReadAllText(Path.Combine(TopologyTests.Root, "infra", "azure", "costs.md")))
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value));
        Assert.Equal(ticking.Order(), reckoned.Order());
    }

    [GeneratedRegex(@"^\*/(\d+) \* \* \* \* \*$")]
    private static partial Regex EverySeconds();

    [GeneratedRegex(@"\| `(\w+)` \| (\d+) \| ([\d.]+) \| ([\d,]+) \|")]
    private static partial Regex Row();
}
