using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>One try to send one message: the waits before it, the request, and what its outcome means.</summary>
internal sealed partial class SendAttempt(
    IChannel channel, NumberPace numberPace, NumberStops stops, Database database, TimeProvider time, EngineOptions options,
    ILogger<SendAttempt> logger)
{
    // Tried so often at least, and as long as EngineOptions.RetryFor at least: neither a short fault nor a long wait before the first
    // try loses a message, and none is tried for ever.
    private const int LeastAttempts = 10;

    // Statuses come by a webhook of their own; the one that carries our row's id tells that the message was accepted.
    private const string OutcomeSql =
        "select provider_id from chat.statuses where message_id = @id and recipient <> '' order by at limit 1";

    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _pausedUntil = new();

    /// <summary>Waits until the message may go. A mark where there is nothing left to send; null: go.</summary>
    public async Task<SendMark?> PrepareAsync(SendQueue queue, OutboxItem item, CancellationToken cancellationToken)
    {
        if (item.UnknownSince is { } since && await ResolveAsync(queue, item, since, cancellationToken) is { } resolved) return resolved;
        while (!queue.Lost)
        {
            if (TooOld(queue, item) is { } tooOld) return tooOld;
            var wait = WaitFor(queue, item);
            if (wait <= TimeSpan.Zero)
            {
                if (await AcceptedAfterAllAsync(queue, item, cancellationToken) is { } accepted) return accepted;
                if (!item.IsReadMark) await numberPace.TakeAsync(queue.Target.NumberId, item.WorkspaceId, item.IsOfCrowd, cancellationToken);
                return null;
            }

            if (item.IsReaction && item.NotBefore is null && !IsPaused(queue.Target.NumberId)) return LeftOut(queue, item);

            await Task.Delay(wait < OutboxSender.RenewAfter ? wait : OutboxSender.RenewAfter, time, cancellationToken);
        }

        return null;
    }

    /// <summary>Uploads what the message shows, which may take long: the address is read after it.</summary>
    public async Task UploadAsync(SendQueue queue, OutboxItem item)
    {
        try
        {
            await channel.PrepareAsync(queue.Target.NumberId, item.Content, CancellationToken.None);
        }
#pragma warning disable CA1031 // Sending does it again, and says what came of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.NotUploaded(logger, e.GetType().Name, item.MessageId);
        }
    }

    /// <summary>Makes the request and says what is to be written.</summary>
    public async Task<SendMark> SendAsync(SendQueue queue, OutboxItem item, CancellationToken cancellationToken)
    {
        var target = queue.Target;
        item.Attempts++;
        SendOutcome outcome;
        try
        {
            outcome = await channel.SendAsync(
                new OutgoingMessage(target.NumberId, queue.Recipient, item.Content,
                    item.IsReadMark ? "" : CallbackData.Of(item.MessageId), item.ReplyTo),
                cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a channel throws, nobody knows whether the request left.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.ChannelThrew(logger, e, item.MessageId);
            outcome = new SendOutcome.Unknown(e.GetType().Name);
        }

        // A read mark is a courtesy: no row, no second try.
        if (item.IsReadMark) return Mark(queue, item, MarkKind.Accepted);
        if (outcome is SendOutcome.Accepted or SendOutcome.Failed { Kind: not FailureKind.Sender }) await LearnAsync(target.NumberId, item.MessageId);
        return outcome switch
        {
            SendOutcome.Accepted accepted => Mark(queue, item, MarkKind.Accepted, accepted.ProviderId),
            SendOutcome.Unknown unknown => Unknown(queue, item, unknown),
            SendOutcome.Retry retry => Retry(queue, item, retry),
            SendOutcome.Failed failed => await FailAsync(queue, item, failed),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // What came of the message is written whether or not the number's row can be.
    private async Task LearnAsync(string number, long message)
    {
        try
        {
            await stops.SentAsync(number, message, CancellationToken.None);
        }
        catch (Exception e) when (Failures.IsInfrastructure(e))
        {
            Log.StopNotWritten(logger, number, e.GetBaseException().Message);
        }
    }

    private TimeSpan WaitFor(SendQueue queue, OutboxItem item)
    {
        var now = time.GetUtcNow();
        if (item.NotBefore > now) return item.NotBefore.Value - now;
        if (_pausedUntil.TryGetValue(queue.Target.NumberId, out var until) && until > now) return until - now;
        return item.IsReadMark ? TimeSpan.Zero : queue.Pace.Take(options.RatePerPair, now, item.IsReaction ? options.KeptForAnswers : 0);
    }

    private bool IsPaused(string number) => _pausedUntil.TryGetValue(number, out var until) && until > time.GetUtcNow();

    // The provider said that it did not take it. Should it have done so all the same, a status tells; one look costs little.
    private async Task<SendMark?> AcceptedAfterAllAsync(SendQueue queue, OutboxItem item, CancellationToken cancellationToken)
    {
        if (item.Attempts == 0 || item.IsReadMark) return null;
        try
        {
            return await ProviderIdAsync(item.MessageId, cancellationToken) is { } id ? Mark(queue, item, MarkKind.Accepted, id) : null;
        }
        catch (Exception e) when (Failures.IsInfrastructure(e) && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<string?> ProviderIdAsync(long message, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<string>(
            new CommandDefinition(OutcomeSql, new { id = message }, cancellationToken: cancellationToken));
    }

    /// <summary>A mark where the message has waited longer than it is worth sending; null: it has not.</summary>
    public SendMark? TooOld(SendQueue queue, OutboxItem item)
    {
        if (item.Content.Terms?.NotAfter is not { } last || last >= time.GetUtcNow()) return null;
        Log.TooOld(logger, item.MessageId);
        return Mark(queue, item, MarkKind.Failed, null, new ProviderError(0, "too old", "It waited longer than a reminder is worth sending."));
    }

    /// <summary>The mark of a reaction or a read mark that does not go.</summary>
    public SendMark LeftOut(SendQueue queue, OutboxItem item)
    {
        Log.LeftOut(logger, item.MessageId);
        return Mark(queue, item, MarkKind.LeftOut);
    }

    // A provider that refuses a message for long refuses it for good.
    private bool IsExhausted(OutboxItem item) => item.Attempts >= LeastAttempts && item.StoredAt + options.RetryFor <= time.GetUtcNow();

    private async Task<SendMark?> ResolveAsync(SendQueue queue, OutboxItem item, DateTimeOffset since, CancellationToken cancellationToken)
    {
        while (!queue.Lost)
        {
            if (await ProviderIdAsync(item.MessageId, cancellationToken) is { } providerId) return Mark(queue, item, MarkKind.Accepted, providerId);
            var left = since + options.UnknownOutcomeWait - time.GetUtcNow();
            if (left <= TimeSpan.Zero) break;
            await Task.Delay(left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1), time, cancellationToken);
        }

        if (queue.Lost) return Mark(queue, item, MarkKind.Waiting);
        if (item.Attempts >= LeastAttempts) return Mark(queue, item, MarkKind.Unknown);
        (item.UnknownSince, item.PossiblyDoubled) = (null, true);
        Telemetry.PossiblyDoubled();
        Log.PossiblyDoubled(logger, item.MessageId);
        return null;
    }

    private SendMark Unknown(SendQueue queue, OutboxItem item, SendOutcome.Unknown unknown)
    {
        item.UnknownSince = time.GetUtcNow();
        Log.OutcomeUnknown(logger, item.MessageId, unknown.Reason);
        return Mark(queue, item, MarkKind.Waiting);
    }

    private SendMark Retry(SendQueue queue, OutboxItem item, SendOutcome.Retry retry)
    {
        if (retry.Scope == RetryScope.Pair && (IsExhausted(item) || item.IsReaction)) return Failed(queue, item, FailureKind.Message, retry.Error);

        // Meta's advice for a pair is 4^n seconds, n from 0; a number's pause is everybody's, so it grows more gently.
        var grows = retry.Scope == RetryScope.Pair ? 4.0 : 2.0;
        var wait = retry.After ?? TimeSpan.FromSeconds(Math.Min(Math.Pow(grows, Math.Min(item.Attempts, 20) - 1), _longestWait.TotalSeconds));
        Log.Retry(logger, item.MessageId, retry.Error.Code, wait.TotalSeconds);
        if (retry.Scope == RetryScope.Number) Pause(queue.Target.NumberId, wait);
        else item.NotBefore = time.GetUtcNow() + wait;
        return Mark(queue, item, MarkKind.Waiting);
    }

    private async Task<SendMark> FailAsync(SendQueue queue, OutboxItem item, SendOutcome.Failed failed)
    {
        switch (failed.Kind)
        {
            case FailureKind.Window:
                Log.Failed(logger, item.MessageId, failed.Kind, failed.Error.Code);
                return Mark(queue, item, MarkKind.BlockedByWindow, null, failed.Error);
            case FailureKind.Sender:
                // Nothing of this number goes until somebody acts; what waits is kept, not failed one by one.
                return await StopAsync(queue.Target.NumberId, item.MessageId, failed.Error)
                    ? Mark(queue, item, MarkKind.Waiting)
                    : Failed(queue, item, FailureKind.Message, failed.Error);
            case FailureKind.Message or FailureKind.Recipient or FailureKind.OptedOut or FailureKind.Marketing:
            default:
                return Failed(queue, item, failed.Kind, failed.Error);
        }
    }

    private async Task<bool> StopAsync(string number, long message, ProviderError error)
    {
        try
        {
            return await stops.StopAsync(number, message, error, CancellationToken.None);
        }
        catch (Exception e) when (Failures.IsInfrastructure(e))
        {
            // Without its row the number waits in this process alone, and the next try writes it.
            Log.StopNotWritten(logger, number, e.GetBaseException().Message);
            Pause(number, options.ProbeAfter);
            return true;
        }
    }

    private SendMark Failed(SendQueue queue, OutboxItem item, FailureKind kind, ProviderError error)
    {
        Log.Failed(logger, item.MessageId, kind, error.Code);
        return Mark(queue, item, MarkKind.Failed, null, error) with { Failure = kind };
    }

    private void Pause(string number, TimeSpan wait) =>
        _pausedUntil.AddOrUpdate(
            number, _ => time.GetUtcNow() + wait,
            (_, until) => until > time.GetUtcNow() + wait ? until : time.GetUtcNow() + wait);

    private SendMark Mark(SendQueue queue, OutboxItem item, MarkKind kind, string? providerId = null, ProviderError? error = null) =>
        new(queue.Target.ConversationId, item, kind, providerId, error, time.GetUtcNow());

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The channel threw while sending message {Message}")]
        public static partial void ChannelThrew(ILogger logger, Exception e, long message);

        [LoggerMessage(2, LogLevel.Warning, "Message {Message}: outcome unknown: {Reason}")]
        public static partial void OutcomeUnknown(ILogger logger, long message, string reason);

        [LoggerMessage(3, LogLevel.Warning, "Message {Message} is retried after an unknown outcome and may arrive twice")]
        public static partial void PossiblyDoubled(ILogger logger, long message);

        [LoggerMessage(4, LogLevel.Warning, "Message {Message} will be retried: error {Code}, in {Seconds} s")]
        public static partial void Retry(ILogger logger, long message, int code, double seconds);

        [LoggerMessage(5, LogLevel.Error, "Message {Message} failed ({Kind}): error {Code}")]
        public static partial void Failed(ILogger logger, long message, FailureKind kind, int code);

        [LoggerMessage(6, LogLevel.Warning, "Message {Message} has expired and is not sent")]
        public static partial void TooOld(ILogger logger, long message);

        [LoggerMessage(7, LogLevel.Debug, "Reaction {Message} skipped: the rate limit is kept for answers")]
        public static partial void LeftOut(ILogger logger, long message);

        [LoggerMessage(9, LogLevel.Debug, "The media of message {Message} could not be uploaded in advance: {Reason}")]
        public static partial void NotUploaded(ILogger logger, string reason, long message);

        [LoggerMessage(8, LogLevel.Warning, "The blocked state of number {Number} could not be saved: {Reason}")]
        public static partial void StopNotWritten(ILogger logger, string number, string reason);
    }
}
