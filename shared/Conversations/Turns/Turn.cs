using System.Diagnostics;
using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Rounds;

namespace WhatsAppBots.Conversations.Turns;

/// <summary>
/// Runs the waiting inputs of one conversation through its handler. Touches nothing outside: a failed input leaves what
/// came before it whole and itself without effect.
/// </summary>
internal sealed class Turn(IConversationHandler handler, IChannel channel, Func<string, string> botOfNumber)
{
    public TurnResult Run(LoadedConversation conversation, DateTimeOffset now)
    {
        var result = new TurnResult(conversation);
        foreach (var stored in conversation.Inputs)
        {
            if (stored.NotBefore > now) break;
            using var activity = Telemetry.StartTransition(stored, result.After);
            try
            {
                RunOne(result, stored, now);
                if (stored.Straight is { } arrival) result.Straight.Add(arrival);
                else result.Handled.Add(stored.Seq);
                Telemetry.Handled(stored, now);
            }
#pragma warning disable CA1031 // Whatever a handler throws is that input's failure and nobody else's.
            catch (Exception e)
#pragma warning restore CA1031
            {
                activity?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);

                // It goes into the inbox like any other, and fails there in the next round.
                if (stored.Straight is not null) break;
                var attempts = stored.Attempts + 1;
                result.Failed = new FailedInput(stored, attempts, now + RetryPolicy.DelayAfter(attempts), e.ToString());
                Telemetry.TransitionFailed(e);
                break;
            }
        }

        result.After = result.After with { Queued = conversation.Queued + result.Replies.Count(reply => reply.Barred is null) };
        return result;
    }

    private void RunOne(TurnResult result, StoredInput stored, DateTimeOffset now)
    {
        var input = stored.Straight is { } arrival
            ? new MessageInput(arrival.Message)
            : JsonSerializer.Deserialize(stored.Payload, HandlingJson.Default.Input) ?? throw new JsonException("The inbox row holds no input.");
        if (input is TimerInput timer && !IsAlive(result, stored, timer)) return;
        input = OfferedChoices.Understand(result.After.Offered, input);

        var view = See(result.After, input, botOfNumber(result.After.NumberId), now);
        var transition = input is EventInput { Type: EventTypes.RecipientRefused } refused
            ? Refused(result, view.Conversation, refused)
            : handler.Handle(view.Conversation, input);
        var effects = new TurnEffects(view, transition, stored, result.After.WorkspaceId, channel.Of(result.After.NumberId));

        // Nothing has been written to the result so far: what threw has had no effect.
        effects.ApplyTo(result, handler.MarksRead);
        if (input is TimerInput fired) result.FiredTimers.Add(fired.TimerId);
    }

    // What the provider says of a person concerns every bot alike, so none is asked.
    private static Transition Refused(TurnResult result, Conversation conversation, EventInput input)
    {
        var refused = input.Data.Deserialize(ContractsJson.Default.RecipientRefused)!;
        result.Unreachable |= !refused.OptedOut;

        // Who stopped marketing at Meta wants no marketing of this number; that is a consent, and says nothing of reminders.
        var stopped = refused.OptedOut && refused.Code != RefusalStatements.MarketingStopped;
        return new Transition(conversation.State, conversation.Data,
            stopped && conversation.OptOut == OptOut.None ? [new SetOptOut(OptOut.Marketing)] : []);
    }

    // A timer that was cancelled or started anew after it fell due no longer counts, whichever commit did it.
    private static bool IsAlive(TurnResult result, StoredInput stored, TimerInput timer) =>
        stored.TimerIsAlive && !result.Timers.ContainsKey(timer.Name);

    private static TurnView See(LoadedConversation row, Input input, string entryBot, DateTimeOffset now)
    {
        var message = (input as MessageInput)?.Message;
        var lastInbound = row.LastInboundAt;
        if (message is { Content: not SystemContent })
        {
            var at = message.At < now ? message.At : now;
            if (lastInbound is null || at > lastInbound) lastInbound = at;
        }

        // A number that was mapped to another bot since: that bot begins anew, the old one's state is parked.
        var parked = row.ParkedStates();
        var (bot, state, data) = (row.Bot, row.State, row.Data);
        if (bot.Length == 0 || (bot != entryBot && entryBot != Numbers.Hub))
        {
            if (bot.Length > 0) parked[bot] = new ParkedState(state, data);
            bot = entryBot;
            (state, data) = parked.Remove(entryBot, out var kept) ? (kept.State, kept.Data) : ("", "{}");
        }

        var person = message is null ? row.Person : row.Person.ToldBy(message.Sender);
        var conversation = new Conversation
        {
            Id = row.Id,
            Bot = bot,
            EntryBot = entryBot,
            State = state,
            Data = data,
            Parked = parked,
            Language = row.Language,
            TimeZone = row.TimeZone,
            OptOut = row.OptOut,
            Person = person,
            TakesMarketing = row.TakesMarketing,
            IsNew = row.State.Length == 0 && parked.Count == 0,
            HandedOver = row.HandedOver,
            LastInboundAt = lastInbound,
            Now = now,
        };
        return new TurnView(conversation, input);
    }
}

/// <summary>What a handler was shown.</summary>
internal sealed record TurnView(Conversation Conversation, Input Input);
