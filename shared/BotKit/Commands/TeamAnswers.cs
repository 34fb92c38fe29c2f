using System.Globalization;
using System.Text.Json;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.BotKit.Commands;

/// <summary>
/// Answers to somebody who asks for a person. Only what the roster holds is promised: with somebody on duty the chat is theirs; with
/// nobody there the hours are named, and the chat goes to the team then; without a roster nothing is promised. Where nobody comes within an
/// hour, the bot is back.
/// </summary>
internal static class TeamAnswers
{
    /// <summary>Argument of <see cref="Command.Human"/>: hand the chat over when the team is there.</summary>
    public const string Later = "later";

    /// <summary>Argument of <see cref="Command.Human"/>: leave it.</summary>
    public const string Never = "never";

    private const string Rescue = "team:rescue";
    private const string Callback = "team:callback";

    // Minutes after the chat was handed over: each but the last is a word that nobody is free yet.
    private static readonly int[] _steps = [10, 20, 30, 45, 60];

    // A person who wrote that they suffer stays with people.
    private static readonly TimeSpan _crisisLasts = TimeSpan.FromDays(1);

    // A view of the team may be some seconds old: a timer into the past would come again at once.
    private static readonly TimeSpan _soonest = TimeSpan.FromMinutes(1);

    /// <summary>Ends what waits for the team: an agent has the chat, or the person went back to the bot.</summary>
    public static IReadOnlyList<Effect> End => [new CancelTimer(Rescue), new CancelTimer(Callback)];

    /// <summary>Ends the words that nobody is free: somebody wrote.</summary>
    public static Effect Answered => new CancelTimer(Rescue);

    /// <summary>Answers the wish for a person.</summary>
    public static IReadOnlyList<Effect> ToWish(string? argument, Conversation conversation, CommandTexts texts)
    {
        // Whoever has come on duty since, and whoever has the chat: a "no" is a no.
        if (argument == Never) return [new CancelTimer(Callback), new Say(new TextMessage(texts.CallBackLeft))];
        if (conversation.HandedOver) return [Buttons(texts.AlreadyTheirs, Back(texts))];
        if (conversation.Team is not { IsOnDuty: false, Next: { } next } team) return HandOver(conversation, texts);
        return argument == Later
            ? [CallBackAt(next, conversation), new Say(new TextMessage(texts.CallBackSet(When(next, conversation, team.Zone, texts))))]
            : [Offer(next, conversation, team.Zone, texts)];
    }

    /// <summary>An agent has claimed the chat: they have an hour to answer.</summary>
    public static IReadOnlyList<Effect> Claim(Conversation conversation) =>
        conversation.HandedOver ? [new CancelTimer(Callback), At(_steps.Length - 1, conversation.Now.AddMinutes(_steps[^1]))] : [];

    /// <summary>Whether a timer is of the wish for a person, whichever bot is open.</summary>
    public static bool Is(TimerInput timer) => timer.Name is Rescue or Callback;

    /// <summary>Answers a timer of <see cref="ToWish"/>.</summary>
    public static Transition Due(Conversation conversation, TimerInput timer)
    {
        var texts = new CommandTexts(conversation.Language);
        return conversation.Stay(timer.Name == Callback ? CallBack(conversation, texts) : Wait(conversation, timer, texts));
    }

    private static IReadOnlyList<Effect> HandOver(Conversation conversation, CommandTexts texts)
    {
        // Nobody is told each time that nobody is free where nobody was promised.
        var isPromised = conversation.Team is { IsOnDuty: true };
        var step = isPromised ? 0 : _steps.Length - 1;
        var text = conversation.Team is { IsOnDuty: true, Waiting: var waiting }
            ? waiting < TeamView.MostWaiting
                ? texts.OnDuty((waiting + 1).ToString(CultureInfo.InvariantCulture)) : texts.TeamIsHere
            : texts.HandedOver;
        return
        [
            new HandOver(HandOverReasons.Asked, HandOverReasons.Person), Buttons(text, Back(texts)),
            new CancelTimer(Callback), At(step, conversation.Now.AddMinutes(_steps[step])),
        ];
    }

    private static IReadOnlyList<Effect> CallBack(Conversation conversation, CommandTexts texts)
    {
        if (conversation.HandedOver) return [];

        // The roster has changed since.
        if (conversation.Team is { IsOnDuty: false, Next: { } next }) return [CallBackAt(next, conversation)];
        IReadOnlyList<Effect> taken =
        [
            new HandOver(HandOverReasons.Asked, HandOverReasons.Person), At(_steps.Length - 1, conversation.Now.AddMinutes(_steps[^1])),
        ];
        var text = conversation.Team is { IsOnDuty: true } ? texts.TeamIsHere : texts.HandedOver;
        return conversation.IsWindowOpen ? [.. taken, Unasked(Buttons(text, Back(texts)))] : taken;
    }

    private static IReadOnlyList<Effect> Wait(Conversation conversation, TimerInput timer, CommandTexts texts)
    {
        if (!conversation.HandedOver || conversation.CrisisAt > conversation.Now - _crisisLasts) return [];
        var back = new HandBack(HandOverReasons.Nobody, HandOverReasons.Timer);

        // The team has gone home: the hours are named, and the chat stays on its list.
        if (conversation.Team is { IsOnDuty: false, Next: { } opens } team)
        {
            return conversation.IsWindowOpen ? [back, Unasked(Offer(opens, conversation, team.Zone, texts))] : [back];
        }

        var step = timer.Data?.TryGetProperty("step", out var told) == true && told.TryGetInt32(out var number)
            ? Math.Clamp(number, 0, _steps.Length - 1) : _steps.Length - 1;
        if (step < _steps.Length - 1)
        {
            var next = At(step + 1, conversation.Now.AddMinutes(_steps[step + 1] - _steps[step]));
            return conversation.IsWindowOpen ? [Unasked(Buttons(texts.StillWaiting, Back(texts))), next] : [next];
        }

        return conversation.IsWindowOpen ? [back, Unasked(new Say(new TextMessage(texts.NobodyCame)))] : [back];
    }

    // Whoever wants nothing but answers hears nothing that a timer says.
    private static Say Unasked(Say say) => say with { Purpose = Purpose.Result };

    private static StartTimer At(int step, DateTimeOffset at) => new(Rescue, at, JsonSerializer.SerializeToElement(new { step }));

    private static StartTimer CallBackAt(DateTimeOffset next, Conversation conversation)
    {
        var soonest = conversation.Now + _soonest;
        return new StartTimer(Callback, next > soonest ? next : soonest);
    }

    private static Say Offer(DateTimeOffset next, Conversation conversation, string zone, CommandTexts texts) => Buttons(
        texts.OffDuty(When(next, conversation, zone, texts)), (CommandIds.OfHuman(Later), texts.CallBackButton),
        (CommandIds.OfHuman(Never), texts.NoCallBackButton));

    // By the person's clock; where it is not known by the team's, which is named.
    private static string When(DateTimeOffset next, Conversation conversation, string zone, CommandTexts texts)
    {
        var own = conversation.TimeZone is { } theirs && TimeZoneInfo.TryFindSystemTimeZoneById(theirs, out var found) ? found : null;
        var clock = own ?? TimeZoneInfo.FindSystemTimeZoneById(zone);
        var (at, now) = (TimeZoneInfo.ConvertTime(next, clock), TimeZoneInfo.ConvertTime(conversation.Now, clock));
        var ahead = DateOnly.FromDateTime(at.DateTime).DayNumber - DateOnly.FromDateTime(now.DateTime).DayNumber;
        var names = texts.Days.Split('|');
        var day = ahead switch { 0 => names[0], 1 => names[1], _ => names[2 + (((int)at.DayOfWeek + 6) % 7)] };
        var time = texts.DayAndTime(day, at.ToString("HH:mm", CultureInfo.InvariantCulture));
        return own is not null ? time : $"{time} ({zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ')})";
    }

    private static (string Id, string Title) Back(CommandTexts texts) => (CommandIds.Of(Command.Bot), texts.BotButton);

    private static Say Buttons(string body, params (string Id, string Title)[] buttons) =>
        new(new ButtonsMessage(body, [.. buttons.Select(button => new Choice(button.Id, button.Title))]));
}
