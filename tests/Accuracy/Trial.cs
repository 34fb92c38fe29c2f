using System.Text.Json;
using NodaTime;
using WhatsAppBots.Ai;
using WhatsAppBots.BotKit;
using WhatsAppBots.BotKit.Dispatch;
using WhatsAppBots.Bots;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;
using AiQuestion = WhatsAppBots.Ai.AiQuestion;

namespace WhatsAppBots.Accuracy;

/// <summary>What the Habits bot made of a text: what it did, what it asked, what it answered.</summary>
/// <param name="Acts">What changed, a change each.</param>
/// <param name="Offered">What the choices of its answer would do.</param>
/// <param name="Zones">Time zones that it set or offered.</param>
/// <param name="IsZoneSet">The zone is set, not offered.</param>
/// <param name="IsLost">It did not understand.</param>
/// <param name="Answer">What it said, a line each.</param>
internal sealed record Outcome(
    IReadOnlyList<Act> Acts, IReadOnlyList<Intent> Offered, IReadOnlyList<string> Zones, bool IsZoneSet, bool IsLost, string Answer, bool IsAsked, bool IsAnswered);

/// <summary>Says a text to the Habits bot as a person would, and tells what came of it.</summary>
/// <param name="ai">Who is asked; null: rules alone.</param>
internal sealed class Trial(IAi? ai)
{
    private const int Days = 14;

    private readonly HabitsBot _bot = new(new HabitOptions(AsksAi: ai is not null, Secret: ""));

    public async Task<Outcome> OfAsync(ExpectedUtterance said, IReadOnlyList<string> habits, CancellationToken cancellation = default)
    {
        var dispatcher = new BotDispatcher([_bot]);
        var conversation = Somebody.ConversationOf(_bot, said.Context, habits);
        conversation = conversation with { Data = Lived(said, HabitData.Read(conversation.Data)).Write() };
        if (said.After is { } first) (conversation, _, _, _) = await SayAsync(dispatcher, conversation, first, said.Context, "0", cancellation);
        var before = HabitData.Read(conversation.Data);
        var (after, effects, isAsked, isAnswered) = await SayAsync(dispatcher, conversation, said.Text, said.Context, "1", cancellation);
        var data = HabitData.Read(after.Data);
        var choices = effects.OfType<Say>().SelectMany(say => ChoicesOf(say.Content)).ToList();
        var zones = effects.OfType<SetTimeZone>().Select(set => set.TimeZone).ToList();
        return new Outcome(
            Act.Between(before, data, said.Context),
            [.. Offers(data, before, choices)],
            zones.Count > 0 ? zones : [.. choices.Where(choice => choice.Id.StartsWith("cmd:timezone:", StringComparison.Ordinal)).Select(choice => choice.Id["cmd:timezone:".Length..])],
            zones.Count > 0,
            data.Lost > before.Lost,
            string.Join("\n", effects.OfType<Say>().Select(say => BodyOf(say.Content))),
            isAsked,
            isAnswered);
    }

    // The bot, and the AI where it asks it.
    private async Task<(Conversation Conversation, IReadOnlyList<Effect> Effects, bool IsAsked, bool IsAnswered)> SayAsync(
        BotDispatcher dispatcher, Conversation conversation, string text, TextContext context, string id, CancellationToken cancellation)
    {
        var message = (MessageInput)Somebody.InputOf(text, context);
        var turn = dispatcher.Handle(conversation, message with { Message = message.Message with { Id = id } });
        conversation = conversation with { State = turn.State, Data = turn.Data };
        if (ai is null || turn.Effects.OfType<Publish>().SingleOrDefault(publish => publish.Type == EventTypes.AiAsked)?.Data.Deserialize(ContractsJson.Default.AiAsked) is not { } asked)
            return (conversation, turn.Effects, false, false);
        var reply = await ai.AskAsync(
            HabitTasks.All.Single(task => task.Name == asked.Task), new AiQuestion(asked.Given, asked.Text, asked.Pictures, asked.Language), cancellation);
        var answered = new AiAnswered(conversation.Id, asked.Task, asked.Request, reply.Answer, reply.Answer is null ? AiFailures.Off : null);
        var second = dispatcher.Handle(
            conversation, new EventInput(EventTypes.AiAnswered, JsonSerializer.SerializeToElement(answered, ContractsJson.Default.AiAnswered), _bot.Name));
        return (conversation with { State = second.State, Data = second.Data }, [.. turn.Effects, .. second.Effects], true, reply.Answer is { } answer && HabitTasks.Read(answer) is not null);
    }

    // Kept for two weeks: done where a mark is to be taken back, else missed.
    private static HabitData Lived(ExpectedUtterance said, HabitData data)
    {
        var today = said.Context.Local.Date;
        var isUndone = said.Intents.Contains(Intent.Undo);
        var now = said.Context.Now.ToDateTimeOffset();
        return data with
        {
            SeenTo = now,
            Zone = said.Context.Zone.Id,
            ZoneAsked = true,
            WroteAt = now,
            Ladder = Ladder.Count,
            LastId = data.Habits.Count,
            Pause = said.Intents.Contains(Intent.Resume) ? new Pause(today, null) : null,
            Habits =
            [
                .. data.Habits.Select(habit => habit with
                {
                    Since = today.PlusDays(-Days), ClosedTo = today.PlusDays(-1), Marks = new string(isUndone ? DayMark.Done : DayMark.Missed, Days),
                    Open = isUndone ? [new OpenDay(today, 1, IsDone: true)] : [],
                }),
            ],
        };
    }

    private static IEnumerable<Intent> Offers(HabitData data, HabitData before, IReadOnlyList<Choice> choices)
    {
        if (data.Question is { Kind: QuestionKind.Which, About: { } verb } && data.Question != before.Question)
            foreach (var intent in IntentsOf(verb.Split(':')[0], data)) yield return intent;
        if (data.Question is { Kind: QuestionKind.Name }) yield return Intent.Add;
        if (data.Question is { Kind: QuestionKind.Pause }) yield return Intent.Pause;

        // A menu offers everything, and so nothing.
        if (data.Lost > before.Lost || choices.Count > 5) yield break;
        foreach (var choice in choices)
        {
            if (HabitIds.Read(choice.Id) is not var (pressed, _)) continue;
            foreach (var intent in IntentsOf(pressed, data)) yield return intent;
        }
    }

    private static Intent[] IntentsOf(string verb, HabitData data) => verb switch
    {
        "accept" => data.Offer?.Wishes is { Count: > 0 } offered && offered.Any(wish => wish.Instead > 0) ? offered.Count > 1
            ? [Intent.Add, Intent.Remind, Intent.Change] : [Intent.Change] : [Intent.Add, Intent.Remind],
        "remove" or "removeall" => [Intent.Remove],
        "freeze" or "skip" => [Intent.Skip],
        "cancel" => [Intent.Skip, Intent.Remove],
        "dropday" => [Intent.Change, Intent.Skip],
        "pause" or "pauseone" or "break" or "pauseall" or "pausesome" => [Intent.Pause],
        "done" or "doneall" => [Intent.Done, Intent.Count],
        "count" or "slip" => [Intent.Count, Intent.Done],
        "undone" or "undo" => [Intent.Undo],
        "habit" => [Intent.Change],
        "retime" or "redays" or "start" or "deadline" or "target" => [Intent.Change],
        "resume" => [Intent.Resume],
        "add" => [Intent.Add],
        _ => [],
    };

    private static IReadOnlyList<Choice> ChoicesOf(OutgoingContent content) => content switch
    {
        ButtonsMessage buttons => buttons.Buttons,
        ListMessage list => [.. list.Sections.SelectMany(section => section.Rows)],
        _ => [],
    };

    private static string BodyOf(OutgoingContent content) => content switch
    {
        ButtonsMessage buttons => buttons.Body + " [" + string.Join(" | ", buttons.Buttons.Select(choice => choice.Title)) + "]",
        ListMessage list => list.Body + " (list)",
        TextMessage text => text.Body,
        _ => content.GetType().Name,
    };
}

/// <summary>A change of what a person has here.</summary>
/// <param name="Habit">As it is after it; before it where it is gone. Null: of all.</param>
/// <param name="Day">Of a mark.</param>
/// <param name="Number">By how much more it was done.</param>
internal sealed record Act(Intent Intent, Habit? Habit, LocalDate? Day = null, decimal Number = 0, Pause? Pause = null)
{
    public static IReadOnlyList<Act> Between(HabitData before, HabitData after, TextContext context)
    {
        var today = context.Local.Date;
        var acts = new List<Act>();

        // What was done before is taken back, whatever that was.
        if (before.LastAct is not null && after.LastAct is null) return [new Act(Intent.Undo, null)];
        foreach (var habit in after.Habits)
        {
            if (before.Habits.FirstOrDefault(each => each.Id == habit.Id) is not { } was)
            {
                acts.Add(new Act(habit.Id <= before.LastId ? Intent.Undo : Intent.Add, habit));
                continue;
            }

            Marks(acts, was, habit, today);
            if (was.Pause != habit.Pause) acts.Add(habit.Pause is null ? new Act(Intent.Resume, habit) : new Act(Intent.Pause, habit, Pause: habit.Pause));
            if (Rules(was) != Rules(habit)) acts.Add(new Act(Intent.Change, habit));
        }

        acts.AddRange(before.Habits.Where(habit => after.Habits.All(each => each.Id != habit.Id)).Select(habit => new Act(Intent.Remove, habit)));
        if (before.Pause != after.Pause) acts.Add(after.Pause is null ? new Act(Intent.Resume, null) : new Act(Intent.Pause, null, Pause: after.Pause));
        return acts;
    }

    private static void Marks(List<Act> acts, Habit was, Habit habit, LocalDate today)
    {
        for (var day = today.PlusDays(-10); day <= today.PlusDays(40); day = day.PlusDays(1))
        {
            var (old, now) = (was.DayOf(day), habit.DayOf(day));
            var (mark, marked) = (was.MarkOf(day), habit.MarkOf(day));
            if (now.IsFrozen && !old.IsFrozen || marked == DayMark.Frozen && mark != DayMark.Frozen) acts.Add(new Act(Intent.Skip, habit, day));
            else if (now.IsDone && !old.IsDone || marked == DayMark.Done && mark is not (DayMark.Done or DayMark.ToCome)) acts.Add(new Act(Intent.Done, habit, day, now.Amount - old.Amount));
            else if (!now.IsDone && old.IsDone && now.Amount <= old.Amount || marked == DayMark.Missed && mark == DayMark.Done || now.Amount < old.Amount) acts.Add(new Act(Intent.Undo, habit, day));
            else if (now.Amount > old.Amount) acts.Add(new Act(Intent.Count, habit, day, now.Amount - old.Amount));
        }
    }

    private static string Rules(Habit habit) =>
        $"{habit.Name}|{habit.Days}|{habit.Start}|{habit.Deadline}|{habit.Goal}|{habit.AtMost}|{habit.Unit}|{string.Join(',', habit.Times ?? [])}|{habit.NeedsProof}";
}
