using System.Diagnostics;
using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Rounds;

namespace WhatsAppBots.Conversations.Turns;

/// <summary>
/// Runs the waiting inputs of one conversation through its handler. Touches nothing outside: a failed input leaves what
/// came before it whole and itself without effect.
/// </summary>
internal sealed class Turn(IConversationHandler handler, IChannel channel, Func<string, string> botOfNumber, FloodLimit flood)
{
    private readonly Func<IncomingMessage, bool> _isUrgent = handler.IsUrgent;

    /// <param name="until">The machine's timestamp after which no further input is begun; the first always is.</param>
    public TurnResult Run(LoadedConversation conversation, DateTimeOffset now, long until = long.MaxValue)
    {
        var result = new TurnResult(conversation);
        foreach (var stored in conversation.Inputs)
        {
            if (stored.NotBefore > now) break;
            if (!result.IsEmpty && Stopwatch.GetTimestamp() >= until)
            {
                result.IsCut = true;
                break;
            }

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
        if (input is TimerInput { Name: FloodLimit.Timer, TimerId: var id })
        {
            EndFlood(result, stored, id, now);
            return;
        }

        var heardUntil = result.After.HeardUntil;
        if (input is MessageInput { Message: var message })
        {
            (var isHeld, heardUntil) = flood.Count(heardUntil, message, _isUrgent, now);
            if (isHeld)
            {
                Hold(result, message, heardUntil, now);
                return;
            }
        }

        input = OfferedChoices.Understand(result.After.Offered, input);
        Apply(result, stored, input, now);
        result.After.HeardUntil = heardUntil;
        if (input is TimerInput fired) result.FiredTimers.Add(fired.TimerId);
    }

    private void Apply(TurnResult result, StoredInput stored, Input input, DateTimeOffset now)
    {
        var view = See(result.After, input, botOfNumber(result.After.NumberId), now);
        var transition = input is EventInput { Type: EventTypes.RecipientRefused } refused
            ? Refused(result, view.Conversation, refused)
            : handler.Handle(view.Conversation, input);
        var effects = new TurnEffects(view, transition, stored, result.After.WorkspaceId, channel.Of(result.After.NumberId));

        // Nothing has been written to the result so far: what threw has had no effect.
        effects.ApplyTo(result, handler.MarksRead);
    }

    // Its line in the history is written with it or was before. Nothing is done on half of what a person says: the bot hears of none of it,
    // and asks once it is calm.
    private static void Hold(TurnResult result, IncomingMessage message, DateTimeOffset? heardUntil, DateTimeOffset now)
    {
        var row = result.After;
        result.After = row with { HeardUntil = heardUntil, LastInboundAt = LastInbound(row, message, now), Version = row.Version + 1 };
        result.Timers[FloodLimit.Timer] = new StartTimer(FloodLimit.Timer, now + FloodLimit.Calm);
    }

    private void EndFlood(TurnResult result, StoredInput stored, long timer, DateTimeOffset now)
    {
        Apply(result, stored, new CalmInput(), now);
        result.After.HeardUntil = flood.Ended(result.After.HeardUntil, now);
        result.FiredTimers.Add(timer);
    }

    // What the provider says of a person concerns every bot alike, so none is asked.
    private static Transition Refused(TurnResult result, Conversation conversation, EventInput input)
    {
        var refused = input.Data.Deserialize(ContractsJson.Default.RecipientRefused)!;
        result.Unreachable |= !refused.OptedOut;
        return new Transition(conversation.State, conversation.Data,
            refused.OptedOut && conversation.OptOut == OptOut.None ? [new SetOptOut(OptOut.Marketing)] : []);
    }

    // A timer that was cancelled or started anew after it fell due no longer counts, whichever commit did it.
    private static bool IsAlive(TurnResult result, StoredInput stored, TimerInput timer) =>
        stored.TimerIsAlive && !result.Timers.ContainsKey(timer.Name);

    private static DateTimeOffset? LastInbound(LoadedConversation row, IncomingMessage? message, DateTimeOffset now)
    {
        if (message is null or { Content: SystemContent }) return row.LastInboundAt;
        var at = message.At < now ? message.At : now;
        return row.LastInboundAt is { } last && last >= at ? last : at;
    }

    private static TurnView See(LoadedConversation row, Input input, string entryBot, DateTimeOffset now)
    {
        var message = (input as MessageInput)?.Message;
        // A number that was mapped to another bot since: that bot begins anew, the old one's state is parked.
        var parked = row.ParkedStates();
        var (bot, state, data) = (row.Bot, row.State, row.Data);
        if (bot.Length == 0 || (bot != entryBot && entryBot != Numbers.Hub))
        {
            if (bot.Length > 0) parked[bot] = new ParkedState(state, data);
            bot = entryBot;
            (state, data) = parked.Remove(entryBot, out var kept) ? (kept.State, kept.Data) : ("", "{}");
        }

        var person = row.Person;
        if (message?.Sender.Name is { Length: > 0 } name && name != person.Name) person = person with { Name = name };
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
            IsNew = row.State.Length == 0 && parked.Count == 0,
            HandedOver = row.HandedOver,
            LastInboundAt = LastInbound(row, message, now),
            Now = now,
        };
        return new TurnView(conversation, input);
    }
}

/// <summary>What a handler was shown.</summary>
internal sealed record TurnView(Conversation Conversation, Input Input);
