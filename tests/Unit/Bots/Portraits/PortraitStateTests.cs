using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Portraits;

/// <summary>Every state with every input. What comes of each is written down beside the bot, and compared.</summary>
public sealed class PortraitStateTests
{
    private static readonly PortraitsBot _bot = new(new PortraitOptions());

    private static readonly StatePage _page = new(
        "shared/Bots/Portraits/states.md", "The states of Portraits",
        """
        Drawn from the code by `UPDATE_STATES=1 dotnet test tests/Unit --filter StatesPage`; a test compares. How many people are in each
        state: `/api/states`. Orders go their own way beside the talk: one can be made while the next is talked about.
        """,
        _bot, PortraitStates.All, PortraitSamples.Inputs(), PortraitSamples.In);

    public static TheoryData<string> States => [.. PortraitStates.All];

    [Theory]
    [MemberData(nameof(States))]
    public void Message_WhateverItIs_IsAnswered(string state) => _page.CheckHeard(state);

    [Theory]
    [MemberData(nameof(States))]
    public void Answer_InAnyLanguage_IsWithinMetasLimitsAndLeadsToAState(string state) => _page.CheckAnswers(state);

    // Twice the same press, twice the same event: the second changes nothing that costs money.
    [Theory]
    [MemberData(nameof(States))]
    public void Event_ThatComesTwice_OrdersPaysAndDeliversOnce(string state)
    {
        foreach (var (name, input) in PortraitSamples.Inputs().Where(each => each.Input is EventInput))
        {
            var before = PortraitSamples.In(state);
            var first = _bot.Handle(before, input);
            var second = _bot.Handle(before with { State = first.State, Data = first.Data }, input);
            Assert.DoesNotContain(second.Effects, effect => effect is Publish
            {
                Type: WhatsAppBots.Contracts.Events.EventTypes.TrainingRequested or WhatsAppBots.Contracts.Events.EventTypes.OrderPlaced or WhatsAppBots.Contracts.Events.EventTypes.OrderFulfilled,
            });
            Assert.True(
                second.Effects.OfType<Say>().All(say => say.Content is not MediaMessage), $"{name} in {state} delivers again what was delivered.");
        }
    }

    /// <summary>Written anew by <c>UPDATE_STATES=1 dotnet test tests/Unit --filter StatesPage</c>.</summary>
    [Fact]
    public void StatesPage_SaysWhatTheCodeDoes() => _page.Check();
}
