using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>One try to send one message: the waits before it, the request, and what its outcome means.</summary>
internal sealed partial class SendAttempt(
    IChannel channel, NumberPace numberPace, Database database, TimeProvider time, EngineOptions options,
    ILogger<SendAttempt> logger)
{
    private const int MostAttempts = 10;

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
            var wait = WaitFor(queue, item);
            if (wait <= TimeSpan.Zero)
            {
                if (!item.IsReadMark) await numberPace.TakeAsync(queue.Target.NumberId, item.WorkspaceId, cancellationToken);
                return null;
            }

            await Task.Delay(wait < OutboxSender.RenewAfter ? wait : OutboxSender.RenewAfter, time, cancellationToken);
        }

        return null;
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
        return outcome switch
        {
            SendOutcome.Accepted accepted => Mark(queue, item, MarkKind.Accepted, accepted.ProviderId),
            SendOutcome.Unknown unknown => Unknown(queue, item, unknown),
            SendOutcome.Retry retry => Retry(queue, item, retry),
            SendOutcome.Failed failed => Fail(queue, item, failed),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private TimeSpan WaitFor(SendQueue queue, OutboxItem item)
    {
        var now = time.GetUtcNow();
        if (item.NotBefore > now) return item.NotBefore.Value - now;
        if (_pausedUntil.TryGetValue(queue.Target.NumberId, out var until) && until > now) return until - now;
        return item.IsReadMark ? TimeSpan.Zero : queue.Pace.Take(options.RatePerPair, now);
    }

    private async Task<SendMark?> ResolveAsync(SendQueue queue, OutboxItem item, DateTimeOffset since, CancellationToken cancellationToken)
    {
        while (!queue.Lost)
        {
            await using (var connection = await database.General.OpenConnectionAsync(cancellationToken))
            {
                var providerId = await connection.QueryFirstOrDefaultAsync<string>(
                    new CommandDefinition(OutcomeSql, new { id = item.MessageId }, cancellationToken: cancellationToken));
                if (providerId is not null) return Mark(queue, item, MarkKind.Accepted, providerId);
            }

            var left = since + options.UnknownOutcomeWait - time.GetUtcNow();
            if (left <= TimeSpan.Zero) break;
            await Task.Delay(left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1), time, cancellationToken);
        }

        if (queue.Lost) return Mark(queue, item, MarkKind.Waiting);
        if (item.Attempts >= MostAttempts) return Mark(queue, item, MarkKind.Unknown);
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
        if (item.Attempts >= MostAttempts && retry.Scope == RetryScope.Pair) return Mark(queue, item, MarkKind.Failed, null, retry.Error);

        // Meta's advice for a pair is 4^n seconds, n from 0; a number's pause is everybody's, so it grows more gently.
        var grows = retry.Scope == RetryScope.Pair ? 4.0 : 2.0;
        var wait = retry.After ?? TimeSpan.FromSeconds(Math.Min(Math.Pow(grows, item.Attempts - 1), _longestWait.TotalSeconds));
        Log.Retry(logger, item.MessageId, retry.Error.Code, wait.TotalSeconds);
        if (retry.Scope == RetryScope.Number) Pause(queue.Target.NumberId, wait);
        else item.NotBefore = time.GetUtcNow() + wait;
        return Mark(queue, item, MarkKind.Waiting);
    }

    private SendMark Fail(SendQueue queue, OutboxItem item, SendOutcome.Failed failed)
    {
        Log.Failed(logger, item.MessageId, failed.Kind, failed.Error.Code);
        switch (failed.Kind)
        {
            case FailureKind.Window:
                return Mark(queue, item, MarkKind.BlockedByWindow, null, failed.Error);
            case FailureKind.Sender:
                // Nothing of this number goes until an operator acts; what waits is kept, not failed one by one.
                Pause(queue.Target.NumberId, TimeSpan.FromSeconds(60));
                return Mark(queue, item, MarkKind.Waiting);
            case FailureKind.Message or FailureKind.Recipient or FailureKind.OptedOut or FailureKind.Marketing:
            default:
                return Mark(queue, item, MarkKind.Failed, null, failed.Error) with { Failure = failed.Kind };
        }
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

        [LoggerMessage(2, LogLevel.Warning, "Nobody knows whether message {Message} was accepted: {Reason}")]
        public static partial void OutcomeUnknown(ILogger logger, long message, string reason);

        [LoggerMessage(3, LogLevel.Warning, "Message {Message} is sent again and may arrive twice")]
        public static partial void PossiblyDoubled(ILogger logger, long message);

        [LoggerMessage(4, LogLevel.Warning, "Message {Message} is tried again: error {Code}, in {Seconds} s")]
        public static partial void Retry(ILogger logger, long message, int code, double seconds);

        [LoggerMessage(5, LogLevel.Error, "Message {Message} failed ({Kind}): error {Code}")]
        public static partial void Failed(ILogger logger, long message, FailureKind kind, int code);
    }
}
