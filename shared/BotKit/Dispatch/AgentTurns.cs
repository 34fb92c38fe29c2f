using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.BotKit.Dispatch;

/// <summary>
/// What agents and programs do in a conversation: they write to the person, take the chat over and give it back. No bot is asked.
/// </summary>
internal static class AgentTurns
{
    /// <summary>Handles an <see cref="AgentInput"/>, a <see cref="HandOverInput"/> or an <see cref="OutreachInput"/>.</summary>
    public static Transition Handle(Conversation conversation, Input input) => input switch
    {
        AgentInput agent => Write(conversation, agent),
        HandOverInput { HandedOver: true, Reason: HandOverReasons.Claimed } => conversation.Stay([.. TeamAnswers.Claim(conversation)]),
        HandOverInput { HandedOver: true } taken => conversation.Stay([new HandOver(taken.Reason, taken.By), .. TeamAnswers.End]),
        HandOverInput back => GiveBack(conversation, back),
        OutreachInput outreach => conversation.Stay(Reach(outreach)),
        _ => throw new ArgumentException($"{input.GetType().Name} is no input of an agent.", nameof(input)),
    };

    private static Say Reach(OutreachInput outreach) =>
        new(outreach.Content with { Terms = new DeliveryTerms(NotAfter: outreach.NotAfter) },
            outreach.Purpose)
        { Origin = outreach.Origin };

    // Inside the window it answers what the person wrote. A template outside of it was not asked for: whoever opted out of all gets none.
    private static Transition Write(Conversation conversation, AgentInput agent)
    {
        var say = new Say(agent.Content, conversation.IsWindowOpen ? Purpose.Answer : Purpose.Result,
            agent.ReplyTo)
        { Origin = agent.Origin };
        return agent.TakesOver
            ? conversation.Stay([new HandOver(HandOverReasons.AgentWrote, agent.Agent), say, .. TeamAnswers.End])
            : conversation.Stay([say, TeamAnswers.Answered]);
    }

    // The person is told, so that nobody waits for an agent who has gone. Where the window is shut nothing could be said.
    private static Transition GiveBack(Conversation conversation, HandOverInput back)
    {
        // Where the bot has it already, what the person was promised stands.
        if (!conversation.HandedOver) return conversation.Stay(new HandBack(back.Reason, back.By));
        IReadOnlyList<Effect> given = [new HandBack(back.Reason, back.By), .. TeamAnswers.End];
        if (!conversation.IsWindowOpen) return conversation.Stay(given);
        var texts = new CommandTexts(conversation.Language ?? CountryLanguages.OfPhone(conversation.Person.Phone));
        return conversation.Stay([.. given, new Say(new TextMessage(texts.BotIsBack))]);
    }
}
