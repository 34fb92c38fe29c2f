using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>What follows a commit, and only a commit: answers, replies on their way, bells.</summary>
internal sealed class Aftermath(
    WorkList work, OutboxSender sender, EventBells bells, ThreadsBell threads, EngineProgress progress, EngineOptions options,
        TimeProvider time)
{
    public void Apply(Round round, RoundOutcome outcome)
    {
        work.Committed();
        if (outcome.Finished > 0) progress.Moved();
        foreach (var mark in round.Marks)
        {
            if (mark.Kind != MarkKind.Waiting) mark.Item.Done = true;
        }

        foreach (var conversation in outcome.Released) sender.Forget(conversation);
        foreach (var conversation in outcome.Lost) sender.Forget(conversation);
        foreach (var conversation in outcome.Renewed)
        {
            if (sender.Find(conversation) is { } queue) queue.RenewedAt = outcome.LeasedAt;
        }

        if (outcome.AddressesChanged) sender.DoubtAddresses();
        if (outcome.StopsChanged) sender.DoubtStops();

        // Replies first, in the order of the commit: a person waits for them.
        foreach (var (target, items) in outcome.Sends) sender.Enqueue(target, items, outcome.LeasedAt);
        foreach (var mark in round.Marks) mark.Written.TrySetResult();

        foreach (var (pending, conversations) in outcome.Stored)
        {
            pending.Stored.TrySetResult(conversations);
            if (!options.RingsItself) continue;
            if (conversations.Count > Round.Few) work.RingTogether(conversations);
            else outcome.Ring.UnionWith(conversations);
        }

        Ring(round, outcome.Ring);
        work.RingLate(outcome.BusyRung);

        // Looked at, they are taken over, or forgotten, or released the next time.
        work.RingLate(outcome.Unreleased);
        foreach (var conversation in outcome.Unreleased)
        {
            if (sender.Find(conversation) is not null) work.WishRelease(conversation);
        }

        foreach (var (conversation, at) in outcome.Retries) _ = RingAtAsync(conversation, at);
        if (outcome.Events.Count > 0) bells.Ring(outcome.Events);
        if (outcome.Stored.Count + outcome.Finished + round.Marks.Count > 0) threads.Ring();
    }

    // Who is of a crowd stays so while the handling goes on.
    private void Ring(Round round, HashSet<long> conversations)
    {
        if (round.Crowd.Count > 0)
        {
            var crowd = conversations.Where(round.Crowd.Contains).ToList();
            conversations.ExceptWith(crowd);
            work.RingTogether(crowd);
        }

        if (conversations.Count > 0) work.Ring(conversations);
    }

    private async Task RingAtAsync(long conversation, DateTimeOffset at)
    {
        var wait = at - time.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time);
        work.Ring([conversation]);
    }
}
