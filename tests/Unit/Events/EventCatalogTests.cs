using System.Reflection;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Unit.Tests.Events;

public sealed class EventCatalogTests
{
    [Fact]
    public void EveryName_HasOneEntryOfTheSameName()
    {
        var names = typeof(EventTypes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral
            && field.Name != nameof(EventTypes.Topic))
            .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);
        var entries = typeof(EventCatalog).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(field => field.Name, field =>
            ((EventEntry)field.GetValue(null)!).Type);
        Assert.Equal(names.OrderBy(pair => pair.Key), entries.OrderBy(pair => pair.Key));
        Assert.Equal(entries.Count, EventCatalog.All.Count);
    }

    // A bell carries the record of the bell, whatever it is rung for.
    [Fact]
    public void EveryEvent_CarriesTheRecordOfItsName() => Assert.All(
        EventCatalog.All.Where(entry => !EventTypes.Wakes(entry.Type)),
        entry => Assert.Equal(entry.Type, $"whatsappbots.{Dashed(entry.Record.Name)}.v1"));

    private static string Dashed(string name) =>
        string.Concat(name.Select((letter, at) => at > 0
            && char.IsUpper(letter) ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
