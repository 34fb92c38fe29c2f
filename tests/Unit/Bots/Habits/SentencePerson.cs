using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Somebody in London on Sunday, 29 November 2026, ten in the morning, whose habits are open today and were missed yesterday.</summary>
internal sealed class SentencePerson
{
    public static readonly LocalDate Today = new(2026, 11, 29);

    private static readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly HabitPerson _person;
    private Instant _now = new LocalDateTime(2026, 11, 29, 10, 0).InZoneLeniently(_zone).ToInstant();
    private int _heard;

    /// <param name="language">Two-letter code.</param>
    /// <param name="habits">Names with a comma between; <c>Water:8:glasses</c> is counted.</param>
    /// <param name="asksAi">There is an AI to ask.</param>
    public SentencePerson(string language, string habits, bool asksAi = false)
    {
        var data = new HabitData
        {
            Tone = Tone.Gentle, Ladder = Ladder.Count, LastId = 9, SeenTo = _now.ToDateTimeOffset(), Zone = _zone.Id, ZoneAsked = true, WroteAt = _now.ToDateTimeOffset(),
            Habits = [.. habits.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((each, index) => Of(index + 1, each.Split(':')))],
        };
        _person = new HabitPerson(_zone.Id, _now, data, language, asksAi);
    }

    public HabitData Data => _person.Data;

    /// <summary>The names of the habits there are, in their order.</summary>
    public string Names => string.Join(", ", Data.Habits.Select(habit => habit.Name));

    /// <summary>All that was answered to the last words, a line each.</summary>
    public string Answer => string.Join("\n", _person.Texts(_heard));

    /// <summary>The ids of what the last words were answered with to be pressed.</summary>
    public IReadOnlyList<string> Choices => [.. _person.Said.Skip(_heard).SelectMany(said => said.Say.Content switch
    {
        ButtonsMessage buttons => buttons.Buttons.Select(choice => choice.Id),
        ListMessage list => list.Sections.SelectMany(section => section.Rows).Select(choice => choice.Id),
        _ => [],
    })];

    public bool AskedAi => _person.Told.Count > 0;

    /// <summary>Writes one after the other, twenty seconds apart.</summary>
    public SentencePerson Write(params IEnumerable<string> texts)
    {
        foreach (var text in texts) Next(() => _person.Write(text, _now));
        return this;
    }

    /// <summary>Writes several messages that are handled at the same instant, as those of one batch are.</summary>
    public SentencePerson WriteAtOnce(params IEnumerable<string> texts)
    {
        Next(() =>
        {
            foreach (var text in texts) _person.Write(text, _now);
        });
        return this;
    }

    /// <summary>Writes as a reply to one of our messages, the last that says so.</summary>
    public SentencePerson Reply(string saying, string text)
    {
        var quoted = _person.Said.Last(said => said.Say.Content.Summary.Contains(saying, StringComparison.Ordinal)).Say.Content;
        Next(() => _person.Hear(new TextContent(text) { Type = "text" }, _now, _now, quoted));
        return this;
    }

    public SentencePerson Press(string id)
    {
        Next(() => _person.Press(id, _now));
        return this;
    }

    public SentencePerson Edit(string message, string text)
    {
        Next(() => _person.Send(new EditContent(message, new TextContent(text) { Type = "text" }) { Type = "edit" }, _now, _now));
        return this;
    }

    public SentencePerson WaitUntil(LocalDateTime local)
    {
        _now = local.InZoneLeniently(_zone).ToInstant();
        _heard = _person.Said.Count;
        _person.GoTo(_now);
        return this;
    }

    public Habit Habit(string name) => Data.Habits.Single(habit => habit.Name == name);

    private void Next(Action act)
    {
        _now += Duration.FromSeconds(20);
        _person.GoTo(_now);
        _heard = _person.Said.Count;
        act();
    }

    private static Habit Of(int id, string[] parts) => new()
    {
        Id = id, Name = parts[0], Days = new HabitDays(), Deadline = new LocalTime(21, 0), Since = Today.PlusDays(-9), Marks = "ddddddddm", ClosedTo = Today.PlusDays(-1), Lost = 8, Best = 8,
        Target = parts.Length > 1 ? int.Parse(parts[1], null) : null, Unit = parts.Length > 2 ? parts[2] : null,
    };
}
