using Npgsql;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>
/// What webhooks tell of messages that had been accepted, and of numbers: a message that failed for no fault of its own comes back as
/// an input of its conversation, once, and is sent again from there; a number that may not send is stopped.
/// </summary>
internal sealed class LateFailures(IChannel channel, Numbers numbers, EngineOptions options)
{
    // It is for no bot: a process of the release before, which hands all events to bots, fails on it instead of losing it, and it is tried
    // again or kept as a dead letter. A message that is returned and cannot be sent again is a dead letter: somebody should know. None that is older than what is remembered
    // of causes: it may have been returned before.
    private const string ReturnSql =
        $$"""
        with returned as (
          select distinct on (m.id) 'returned:' || m.id as cause, m.stored_at, m.workspace_id, m.conversation_id, m.id, t.code, t.class,
                 m.reply_to,
                 m.body::jsonb as content
          from (select {{ToldMessages.IdSql}} as id, u.code, u.class
                from unnest($1::bigint[], $2::text[], $3::int[], $4::text[]) as u(message_id, provider_id, code, class)) t
          join chat.messages m on m.id = t.id
          where m.direction = 'out' and m.type not in ('reaction', 'read') and m.stored_at > $7 - interval '6 days'
          order by m.id
        ), fresh as (
          insert into chat.seen (cause, cause_at, workspace_id) select cause, stored_at, workspace_id from returned
          order by cause, stored_at on conflict do nothing returning cause
        ), sorted as (
          select r.*, case class
              when 'Window' then content ->> 'is' = 'template' or content #> '{terms,outsideWindow}' is null
              when 'Passing' then coalesce((content #>> '{terms,again}')::int, 0) >= 1
              else coalesce((content #>> '{terms,again}')::int, 0) >= $5 end as is_lost
          from returned r join fresh using (cause)
        ), lost as (
          insert into events.dead_letters (workspace_id, source, conversation_id, cause, payload, error, attempts, died_at)
          select workspace_id, 'outbox', conversation_id, cause, '',
                 'Message ' || id || ' failed after it had been accepted, error ' || code || ', and cannot be sent again.', 1, $7
          from sorted where is_lost
        )
        insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at)
        select workspace_id, conversation_id, cause,
               json_build_object('input', 'event', 'type', $6::text, 'bot', 'engine', 'data', json_build_object(
                 'messageId', id, 'class', class, 'replyTo', reply_to, 'content', content))::text, $7
        from sorted where not is_lost order by id
        """;

    // At the intervals of a stop's probes these are some four hours.
    private const int MostReturns = 20;

    // News of a number that come later than this, or are told again, say nothing of it any more: what Meta answers to the next message does.
    private static readonly TimeSpan _newsLast = TimeSpan.FromHours(1);

    /// <summary>Takes what came by webhook: statuses that are stored by now, and updates that are stored after.</summary>
    /// <returns>Which numbers may send has changed.</returns>
    public bool Tell(NpgsqlBatch batch, IReadOnlyList<MessageStatus> statuses, IEnumerable<UpdateNews> updates, DateTimeOffset now)
    {
        List<(ToldFailure Failure, ErrorClass Class)> returned = [];
        var changed = false;
        foreach (var status in statuses)
        {
            if (status.Status != "failed" || status.Errors.Count == 0) continue;
            var speaks = channel.Of(status.NumberId);
            if (status.At > now - _newsLast
                && status.Errors.FirstOrDefault(error => speaks.ClassOf(error) == ErrorClass.Account) is { } stop)
            {
                Stop(batch, [status.NumberId], stop, now, new StopCause(Status: status));
                changed = true;
            }

            // What the person, the message itself, or Meta's care for its users stands against is not tried again.
            var first = status.Errors[0];
            ErrorClass? comesBack = speaks.ClassOf(first) switch
            {
                ErrorClass.Account => ErrorClass.Account,
                ErrorClass.Window => ErrorClass.Window,
                ErrorClass.Passing or ErrorClass.Rate or ErrorClass.Pair => ErrorClass.Passing,
                _ => null,
            };
            if (comesBack is not { } kind) continue;
            returned.Add((new(CallbackData.MessageId(status.CallbackData), status.MessageId, first.Code, status.At), kind));
        }

        Return(batch, returned, now);
        foreach (var (update, keys) in updates)
        {
            if (update.At <= now - _newsLast || channel.NewsOf(update) is not { Numbers.Count: > 0 } news) continue;
            var cause = new StopCause(news.AccountId, keys);
            if (news.Stops) Stop(batch, news.Numbers, news.Error, now, cause);
            else StopStatements.ProbeNow(batch, news.Numbers, cause);
            changed = true;
        }

        return changed;
    }

    /// <summary>Messages that the provider refused at once because the window is closed: as their templates, where they have one.</summary>
    /// <returns>The conversations they come back to.</returns>
    public static IEnumerable<long> Tell(NpgsqlBatch batch, IEnumerable<SendMark> marks, DateTimeOffset now)
    {
        var blocked = marks.Where(mark => mark is
        {
            Kind: MarkKind.BlockedByWindow, Error: not null, Item.Content: { Terms.OutsideWindow: not null } and not TemplateMessage,
        }).ToList();
        Return(
            batch, [.. blocked.Select(mark => (new ToldFailure(mark.Item.MessageId, null, mark.Error!.Code, mark.At), ErrorClass.Window))], now);
        return blocked.Select(mark => mark.ConversationId);
    }

    private static void Return(NpgsqlBatch batch, IReadOnlyList<(ToldFailure Failure, ErrorClass Class)> returned, DateTimeOffset now)
    {
        var rows = returned.ToArray();
        if (rows.Length == 0) return;
        batch.Add(ReturnSql)
            .WithIds(Array.ConvertAll(rows, row => row.Failure)).With(Array.ConvertAll(rows, row => row.Failure.Code))
            .With(Array.ConvertAll(rows, row => row.Class.ToString()))
            .With(MostReturns).With(EventTypes.MessageReturned).WithTime(now);
    }

    private void Stop(NpgsqlBatch batch, IReadOnlyList<string> ids, ProviderError error, DateTimeOffset now, StopCause cause) =>
        StopStatements.Stop(batch, ids, numbers, error, told: true, message: null, options.ProbeAfter, now, cause);
}
