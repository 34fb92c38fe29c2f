using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Every state with every input. What comes of each is written down beside the bot, and compared.</summary>
public sealed class HabitStateTests
{
    private static readonly HabitsBot _bot = new(new HabitOptions(AsksAi: false, "secret"));

    private static readonly StatePage _page = new(
        "shared/Bots/Habits/states.md", "The states of Habits",
        """
        Drawn from the code by `UPDATE_STATES=1 dotnet test tests/Unit --filter StatesPage`; a test compares. How many people are in each
        state: `/api/states`. The state follows from the data: what is due goes by one timer, set for whatever comes next ([Schedule](Days/Schedule.cs)).
        """,
        _bot, HabitStates.All, HabitSamples.Inputs(), HabitSamples.In);

    public static TheoryData<string> States => [.. HabitStates.All];

    [Theory]
    [MemberData(nameof(States))]
    public void Message_WhateverItIs_IsAnswered(string state) => _page.CheckHeard(state);

    [Theory]
    [MemberData(nameof(States))]
    public void Answer_InAnyLanguage_IsWithinMetasLimitsAndLeadsToAState(string state) => _page.CheckAnswers(state);

    [Theory]
    [MemberData(nameof(States))]
    public void Event_ThatComesTwice_MarksShowsAndTellsOnce(string state) => Assert.All(HabitSamples.Inputs().Where(each => each.Input is EventInput), each =>
    {
        var before = HabitSamples.In(state);
        var first = _bot.Handle(before, each.Input);
        var second = _bot.Handle(before with { State = first.State, Data = first.Data }, each.Input);
        Assert.Equal(HabitData.Read(first.Data).Habits.Select(habit => habit.Streak), HabitData.Read(second.Data).Habits.Select(habit => habit.Streak));
        Assert.DoesNotContain(second.Effects, effect => effect is Say { Content: MediaMessage } or Publish { Type: EventTypes.ChartAsked });
    });

    /// <summary>Written anew by <c>UPDATE_STATES=1 dotnet test tests/Unit --filter StatesPage</c>.</summary>
    [Fact]
    public void StatesPage_SaysWhatTheCodeDoes() => _page.Check();
}
