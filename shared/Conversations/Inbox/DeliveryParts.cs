using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>
/// Cuts what one webhook brought into parts that are committed one after another. A signed body of 3 MB may hold 60,000 changes: in one
/// commit everybody would wait for it, and if it took too long it would be undone and tried again for ever.
/// </summary>
internal static class DeliveryParts
{
    // News of a person are learnt one by one, with some statements each.
    private const int WeightOfNews = 4;

    /// <summary>Weighs a message against one that needs no more than its rows.</summary>
    public static int WeightOf(ReceivedMessage message) => IsNews(message.Message) ? WeightOfNews : 1;

    /// <summary>True where a message tells that a telephone or user id of its person has changed.</summary>
    public static bool IsNews(IncomingMessage message) => message.Content is SystemContent { NewPhone: not null } or SystemContent { NewUserId: not null };

    /// <summary>Counts the things that can be stored apart.</summary>
    public static int CountOf(Delivery delivery) =>
        delivery.Messages.Count + delivery.Statuses.Count + delivery.Updates.Count + delivery.Preferences.Count;

    /// <summary>Cuts a delivery, in order. One that is small enough comes back as it is.</summary>
    /// <param name="most">The weight of a part, at least that of one thing.</param>
    public static IEnumerable<Delivery> Of(Delivery delivery, int most)
    {
        // What says the same is kept once anyway.
        var whole = delivery.Updates.Count > most ? delivery with { Updates = [.. delivery.Updates.Distinct()] } : delivery;
        var (count, from, weight) = (CountOf(whole), 0, 0);
        for (var n = 0; n < count; n++)
        {
            var next = n < whole.Messages.Count ? WeightOf(whole.Messages[n]) : 1;
            if (weight > 0 && weight + next > most)
            {
                yield return Slice(whole, from, n - from);
                (from, weight) = (n, 0);
            }

            weight += next;
        }

        if (count > 0) yield return from == 0 ? whole : Slice(whole, from, count - from);
    }

    /// <summary>Takes some of the things of a delivery, counted through messages, statuses, updates and preferences.</summary>
    public static Delivery Slice(Delivery delivery, int from, int count)
    {
        var until = from + count;
        var start = 0;
        return new Delivery(Next(delivery.Messages), Next(delivery.Statuses), Next(delivery.Updates))
        {
            Preferences = Next(delivery.Preferences), TraceParent = delivery.TraceParent,
        };

        IReadOnlyList<T> Next<T>(IReadOnlyList<T> all)
        {
            var (first, last) = (Math.Clamp(from - start, 0, all.Count), Math.Clamp(until - start, 0, all.Count));
            start += all.Count;
            return first == last ? [] : [.. all.Skip(first).Take(last - first)];
        }
    }
}
