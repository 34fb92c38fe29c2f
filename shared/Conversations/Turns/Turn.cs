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
        var transition = input switch
        {
            EventInput { Type: EventTypes.RecipientRefused } refused => Refused(result, view.Conversation, refused),
            EventInput { Type: EventTypes.MessageReturned } returned => Returned(view.Conversation, returned),
            _ => handler.Handle(view.Conversation, input),
        };
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
        return new Transition(conversation.State, conversation.Data,
            refused.OptedOut && conversation.OptOut == OptOut.None ? [new SetOptOut(OptOut.Marketing)] : []);
    }

    // No bot is asked either: what it said once is said again, as a template where the window turned out to be closed.
    private static Transition Returned(Conversation conversation, EventInput input)
    {
        var returned = input.Data.Deserialize(ContractsJson.Default.MessageReturned)!;
        var terms = returned.Content.Terms ?? new DeliveryTerms();
        var purpose = Enum.TryParse<Purpose>(terms.Purpose, out var known) ? known : Purpose.Answer;
        var again = terms with { Again = terms.Again + 1, OutsideWindow = null };
        var say = returned.Class == nameof(ErrorClass.Window) && terms.OutsideWindow is { } template
            ? new Say(template with { Terms = again }, purpose)
            : new Say(returned.Content with { Terms = again }, purpose, returned.ReplyTo, terms.OutsideWindow);
        return new Transition(conversation.State, conversation.Data, [say]);
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
            LastInboundAt = lastInbound,
            Now = now,
        };
        return new TurnView(conversation, input);
    }
}

/// <summary>What a handler was shown.</summary>
internal sealed record TurnView(Conversation Conversation, Input Input);
