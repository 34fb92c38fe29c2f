using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Rounds;

namespace WhatsAppBots.Unit.Tests.Engine;

/// <summary>What one webhook brought, cut into parts: all of it, in order, none too heavy.</summary>
public sealed class DeliveryPartsTests
{
    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 0, 0, 0)]
    [InlineData(3, 4, 2, 1)]
    [InlineData(10, 0, 11, 0)]
    [InlineData(0, 25, 0, 7)]
    public void Parts_HoldAllInOrder(int messages, int statuses, int updates, int preferences)
    {
        var whole = Delivery(messages, statuses, updates, preferences);
        var parts = DeliveryParts.Of(whole, 10).ToList();
        Assert.Equal(whole.Messages, parts.SelectMany(part => part.Messages));
        Assert.Equal(whole.Statuses, parts.SelectMany(part => part.Statuses));
        Assert.Equal(whole.Updates, parts.SelectMany(part => part.Updates));
        Assert.Equal(whole.Preferences, parts.SelectMany(part => part.Preferences));
        Assert.All(parts, part => Assert.InRange(DeliveryParts.CountOf(part), 1, 10));
        Assert.All(parts, part => Assert.Equal("trace", part.TraceParent));
        Assert.Equal((DeliveryParts.CountOf(whole) + 9) / 10, parts.Count);
    }

    [Fact]
    public void Delivery_OfOrdinarySize_IsNotCopied()
    {
        var whole = Delivery(3, 3, 3, 1);
        Assert.Same(whole, Assert.Single(DeliveryParts.Of(whole, 10)));
    }

    // They are learnt one by one.
    [Fact]
    public void NewsOfPeople_WeighMore()
    {
        var whole = new Delivery([.. Enumerable.Range(0, 8).Select(n => Message(n, new SystemContent("user_changed_number", null, $"1555{n}", null) { Type = "system" }))], [], []);
        Assert.Equal([2, 2, 2, 2], DeliveryParts.Of(whole, 10).Select(part => part.Messages.Count));
        Assert.Equal(8, Assert.Single(DeliveryParts.Of(whole, 32)).Messages.Count);
    }

    [Fact]
    public void Updates_ThatSayTheSame_AreStoredOnce()
    {
        var same = Enumerable.Repeat(0, 60_000).Select(_ => new UnknownUpdate("x", "{}", null)).Append(new UnknownUpdate("y", "{}", null));
        Assert.Equal(["x", "y"], Assert.Single(DeliveryParts.Of(new Delivery([], [], [.. same]), 10)).Updates.Select(update => update.Field));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(5, 0)]
    [InlineData(0, 3)]
    [InlineData(4, 5)]
    public void Halves_HoldAll_EntriesToo(int updates, int entries)
    {
        var whole = new PendingDelivery(
            Delivery(0, 0, updates, 0), [.. Enumerable.Range(0, entries).Select(n => new InboxEntry(1, n, $"c{n}", default, "{}", null, null))]);
        var halves = Salvage.Halve(whole).ToList();
        Assert.Equal(whole.Delivery.Updates, halves.SelectMany(half => half.Delivery.Updates));
        Assert.Equal(whole.Entries, halves.SelectMany(half => half.Entries));
        Assert.All(halves, half => Assert.InRange(half.Count, whole.Count / 2, (whole.Count + 1) / 2));
    }

    private static Delivery Delivery(int messages, int statuses, int updates, int preferences) => new(
        [.. Enumerable.Range(0, messages).Select(n => Message(n, new TextContent("hi") { Type = "text" }))],
        [.. Enumerable.Range(0, statuses).Select(n => new MessageStatus($"s{n}", "1000", "1555", "read", default, null, [], "{}"))],
        [.. Enumerable.Range(0, updates).Select(n => new UnknownUpdate($"u{n}", "{}", null))])
    {
        Preferences = [.. Enumerable.Range(0, preferences).Select(n => new MarketingPreference("1000", new Sender($"1555{n}", null, null), true, default, null))],
        TraceParent = "trace",
    };

    private static ReceivedMessage Message(int n, IncomingContent content) =>
        new(new IncomingMessage($"m{n}", default, "1000", new Sender($"1555{n}", null, null), content), "{}");
}
