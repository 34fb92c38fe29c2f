using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Standalone.Functions;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>The committed files against the code they belong to.</summary>
public sealed class TopologyTests
{
    private static readonly string _root = FindRoot();

    /// <summary>The project's folder.</summary>
    internal static string Root => _root;

    [Fact]
    public void ServiceBus_HasASubscriptionWithTheRightFiltersForEachTrigger()
    {
        var topic = Read("infra/servicebus/config.json")["UserConfig"]!["Namespaces"]![0]!["Topics"]![0]!;
        Assert.Equal(EventTypes.Topic, topic["Name"]!.ToString());
        var filters = topic["Subscriptions"]!.AsArray().ToDictionary(
            subscription => subscription!["Name"]!.ToString(),
            subscription => subscription!["Rules"]!.AsArray().Select(rule => rule!["Properties"]!["CorrelationFilter"]!["Label"]!.ToString()).Order());

        var receivers = EventTypes.Receivers.SelectMany(type => type.Value.Select(app => (App: app, Type: type.Key))).ToLookup(pair => pair.App, pair => pair.Type);
        Assert.Equal(receivers.Select(app => app.Key).Order(), filters.Keys.Order());
        Assert.All(receivers, app => Assert.Equal(app.Order(), filters[app.Key]));

        var triggers = Catalog().Of<ServiceBusTriggerAttribute>().Select(function => function.Trigger).ToList();
        Assert.Equal(
            filters.Keys.SelectMany(app => new[] { app, app + Apps.DeadLetters }).Order(), triggers.Select(trigger => trigger.SubscriptionName).Order());
        Assert.All(triggers, trigger => Assert.False(trigger.IsBatched));
        Assert.All(triggers, trigger => Assert.Equal((EventTypes.Topic, "SERVICEBUS_CONNECTION_STRING"), (trigger.TopicName, trigger.Connection)));
    }

    [Fact]
    public void HostJson_SaysWhatTheDecisionSays_AndLeavesRetriesToUs()
    {
        var host = Read("host.json");
        Assert.Equal("", host["extensions"]!["http"]!["routePrefix"]!.ToString());
        Assert.Null(host["retry"]);
        var bus = host["extensions"]!["serviceBus"]!;
        Assert.True((bool)bus["autoCompleteMessages"]!);
        var decision = File.ReadAllText(Path.Combine(_root, "infra/decisions/15-bus.md"));
        Assert.Contains($"| `maxConcurrentCalls` {bus["maxConcurrentCalls"]} |", decision, StringComparison.Ordinal);
        Assert.Contains($"| `prefetchCount` {bus["prefetchCount"]} |", decision, StringComparison.Ordinal);
        var renewal = TimeSpan.Parse(bus["maxAutoLockRenewalDuration"]!.ToString(), CultureInfo.InvariantCulture);
        Assert.Contains($"| `maxAutoLockRenewalDuration` {renewal.TotalMinutes} min |", decision, StringComparison.Ordinal);
        var timeout = TimeSpan.Parse(host["functionTimeout"]!.ToString(), CultureInfo.InvariantCulture);
        Assert.Contains($"| `functionTimeout` {timeout.TotalMinutes} min |", decision, StringComparison.Ordinal);

        var topic = Read("infra/servicebus/config.json")["UserConfig"]!["Namespaces"]![0]!["Topics"]![0]!;
        Assert.True((bool)topic["Properties"]!["RequiresDuplicateDetection"]!);
        Assert.All(topic["Subscriptions"]!.AsArray(), subscription =>
        {
            Assert.True(System.Xml.XmlConvert.ToTimeSpan(subscription!["Properties"]!["LockDuration"]!.ToString()) < renewal);
            Assert.False((bool)subscription["Properties"]!["RequiresSession"]!);
            Assert.True((bool)subscription["Properties"]!["DeadLetteringOnMessageExpiration"]!);
        });
    }

    private static FunctionCatalog Catalog() => FunctionCatalog.Discover(
        typeof(Messages.MessagesApp).Assembly, typeof(Images.ImagesApp).Assembly, typeof(Payments.PaymentsApp).Assembly,
        typeof(Maintenance.MaintenanceApp).Assembly, typeof(Admin.AdminApp).Assembly);

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(_root, file)))!;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WhatsAppBots.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the project's folder.");
    }
}
