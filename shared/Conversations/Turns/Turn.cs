using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Turns;

/// <summary>
/// Runs the waiting inputs of one conversation through its handler. Touches nothing outside: a failed input leaves what
/// came before it whole and itself without effect.
/// </summary>
internal sealed partial class Turn(
    IConversationHandler handler, IChannel channel, Func<string, string> botOfNumber, FloodLimit flood, EffectStores stores,
    ILogger<Turn> logger, ITeams? teams = null)
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
                if (result.Failed.RetryAt is null) Apologize(result, stored, now);
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
        if (result.After.IsErased && input is not MessageInput) return;
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

        if (result.After.Quoted is { } told && input is MessageInput { Message.Context.MessageId: { } quoted } reply
            && told.TryGetValue(quoted, out var content))
        {
            input = reply with { Quoted = content };
        }

        input = OfferedChoices.Understand(result.After.Offered, input);
        Apply(result, stored, input, now);
        result.After.HeardUntil = heardUntil;
        if (input is TimerInput fired) result.FiredTimers.Add(fired.TimerId);
    }

    private void Apply(TurnResult result, StoredInput stored, Input input, DateTimeOffset now)
    {
        var view = See(result.After, input, botOfNumber(result.After.NumberId), now);
        var transition = input switch
        {
            EventInput { Type: EventTypes.RecipientRefused } refused => Refused(result, view.Conversation, refused),
            EventInput { Type: EventTypes.MessageReturned } returned => Returned(view.Conversation, returned),
            _ => handler.Handle(view.Conversation, input),
        };
        var effects = new TurnEffects(view, transition, stored, result.After.WorkspaceId, channel.Of(result.After.NumberId), handler.Apologize);

        foreach (var store in effects.Stored ?? []) stores.Check(store);

        // Nothing has been written to the result so far: what threw has had no effect.
        effects.ApplyTo(result, handler.MarksRead);
        foreach (var said in effects.Refused)
        {
            Log.Refused(logger, said.Content.Type, result.After.Id, string.Join("; ", said.Faults.Select(fault => fault.Split(':')[0])));
            Telemetry.Refused(said.Content.Type);
        }
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

    // Whose message is given up is told so once, and is left where they stood; what no person waits for is given up in silence.
    private void Apologize(TurnResult result, StoredInput stored, DateTimeOffset now)
    {
        try
        {
            if (JsonSerializer.Deserialize(stored.Payload, HandlingJson.Default.Input) is not MessageInput input) return;
            if (input.Message.Content is ReactionContent or EditContent or RevokeContent or SystemContent || result.After.HandedOver) return;
            var view = See(result.After, input, botOfNumber(result.After.NumberId), now);
            if (view.Conversation.Bot.Length == 0) return;
            var sorry = new Transition(
                view.Conversation.State, view.Conversation.Data, [new Say(new TextMessage(handler.Apologize(view.Conversation)))]);
            new TurnEffects(view, sorry, stored, result.After.WorkspaceId, channel.Of(result.After.NumberId), handler.Apologize)
                .ApplyTo(result, handler.MarksRead);
        }
#pragma warning disable CA1031 // What failed as a whole may fail here too; that it failed is told already.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Telemetry.TransitionFailed(e);
        }
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

    // No bot is asked either: what it said once is said again, as a template where the window turned out to be closed.
    private static Transition Returned(Conversation conversation, EventInput input)
    {
        var returned = input.Data.Deserialize(ContractsJson.Default.MessageReturned)!;
        var terms = returned.Content.Terms ?? new DeliveryTerms();
        var purpose = EnumNames.TryRead<Purpose>(terms.Purpose, out var known) ? known : Purpose.Answer;
        var again = terms with { Again = terms.Again + 1, OutsideWindow = null };
        var say = returned.Class == nameof(ErrorClass.Window) && terms.OutsideWindow is { } template
            ? new Say(template with { Terms = again }, purpose)
            : new Say(returned.Content with { Terms = again }, purpose, returned.ReplyTo, terms.OutsideWindow);
        return new Transition(conversation.State, conversation.Data, [say]);
    }

    // A timer that was cancelled or started anew after it fell due no longer counts, whichever commit did it; nor does one that was handled,
    // by a replay or by being set again, when the other comes.
    private static bool IsAlive(TurnResult result, StoredInput stored, TimerInput timer) =>
        stored.TimerIsAlive && !result.Timers.ContainsKey(timer.Name) && !result.FiredTimers.Contains(timer.TimerId);

    private static DateTimeOffset? LastInbound(LoadedConversation row, IncomingMessage? message, DateTimeOffset now)
    {
        if (message is null or { Content: SystemContent }) return row.LastInboundAt;
        var at = message.At < now ? message.At : now;
        return row.LastInboundAt is { } last && last >= at ? last : at;
    }

    private TurnView See(LoadedConversation row, Input input, string entryBot, DateTimeOffset now)
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
            CrisisAt = row.CrisisAt,
            Team = teams?.Of(row.NumberId, now),
            LastInboundAt = LastInbound(row, message, now),
            Now = now,
            Snapshots = row.Snapshots,
        };
        return new TurnView(conversation, input);
    }

    private static partial class Log
    {
        // The fields alone: what is wrong with them may quote the person, and stands in the dead letter.
        [LoggerMessage(1, LogLevel.Error, "A {Type} to conversation {Conversation} breaks the channel's limits and is sent as plain text: {Fields}")]
        public static partial void Refused(ILogger logger, string type, long conversation, string fields);
    }
}

/// <summary>What a handler was shown.</summary>
internal sealed record TurnView(Conversation Conversation, Input Input);
