using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots;

/// <summary>Transitions that leave a bot where it is.</summary>
internal static class Stays
{
    private const string FirstState = "New";

    /// <summary>Same state, same data. Once something was said the conversation is no longer new.</summary>
    public static Transition Stay(this Conversation conversation, params IReadOnlyList<Effect> effects) =>
        new(conversation.State.Length == 0 && effects.Count > 0 ? FirstState : conversation.State, conversation.Data, effects);
}
