using System.Globalization;
using NodaTime;
using NodaTime.Text;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Takes the message of ours that a reply quotes as what the reply is about: its habits, its day, its question.</summary>
internal static class Quoting
{
    /// <summary>Makes the habit of the quoted message "it", and its question the one that is open.</summary>
    public static void Recall(HabitTurn turn)
    {
        if (turn.Quoted is not { } quoted) return;
        if (HabitsOf(turn, quoted) is [var only]) turn.SpeakOf(only);
        var choices = ChoicesOf(quoted);

        // A yes, a number or a title is of what is quoted, not of what was asked since. What would be added is known of the last offer
        // alone.
        if (choices.Count == 0 || choices.Any(choice => choice.Id == HabitIds.Accept)) return;
        var isQuestion = choices is [_, .., { Id: HabitIds.Keep }];
        turn.Data = turn.Data with
        {
            Offer = new Offer(
                turn.Conversation.Now, OfferedChoice.Of(choices), isQuestion ? choices[0].Id : null, isQuestion ? choices[^1].Id : null),
        };
    }

    /// <summary>The wish with the day that the quoted message is about, and its habits where several are quoted and none is named.</summary>
    public static Wish Complete(HabitTurn turn, Wish wish)
    {
        if (turn.Quoted is not { } quoted || wish.Intent is not (Intent.Done or Intent.Count or Intent.Undo or Intent.Skip)) return wish;
        if (wish.Date is null && DayOf(quoted) is { } day && day < turn.Today) wish = wish with { Date = day };
        return wish;
    }

    /// <summary>The quoted message is about several habits, and the reply names none: which is asked. False: it is not so.</summary>
    public static bool Asks(HabitTurn turn, Wish wish)
    {
        if (turn.Quoted is not { } quoted || wish is not { Names.Count: 0, Intent: Intent.Done or Intent.Undo or Intent.Skip }) return false;
        if (HabitsOf(turn, quoted) is not { Count: > 1 } habits) return false;
        WhichHabits.AskWhich(turn, wish, habits);
        return true;
    }

    private static List<Habit> HabitsOf(HabitTurn turn, OutgoingContent quoted)
    {
        var ids = ChoicesOf(quoted).Select(choice => HabitIds.Read(choice.Id) is var (_, argument) ? HabitOf(argument) : null).OfType<int>().ToHashSet();
        var body = BodyOf(quoted);
        return [.. turn.Data.Habits.Where(habit => ids.Contains(habit.Id) || ids.Count == 0 && Names(body, habit.Name))];
    }

    private static bool Names(string body, string name) =>
        body.Contains($"*{name}*", StringComparison.Ordinal) || $" {PlainText.Of(body)} ".Contains($" {PlainText.Of(name)} ", StringComparison.Ordinal)
        || body.Contains($"• {name}", StringComparison.Ordinal);

    // "3" and "3:2026-11-29".
    private static int? HabitOf(string argument) =>
        int.TryParse(argument.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static LocalDate? DayOf(OutgoingContent quoted)
    {
        var days = ChoicesOf(quoted).Select(choice => choice.Id[(choice.Id.LastIndexOf(':') + 1)..])
            .Select(text => LocalDatePattern.Iso.Parse(text)).Where(parsed => parsed.Success).Select(parsed => parsed.Value).Distinct().Take(2).ToList();
        return days is [var only] ? only : null;
    }

    private static IReadOnlyList<Choice> ChoicesOf(OutgoingContent content) => content switch
    {
        ButtonsMessage buttons => buttons.Buttons,
        ListMessage list => [.. list.Sections.SelectMany(section => section.Rows)],
        TemplateMessage template => [.. template.ButtonPayloads.Select(payload => new Choice(payload, ""))],
        _ => [],
    };

    private static string BodyOf(OutgoingContent content) => content switch
    {
        ButtonsMessage buttons => buttons.Body,
        ListMessage list => list.Body,
        TextMessage text => text.Body,
        TemplateMessage template => template.Text,
        _ => "",
    };
}
