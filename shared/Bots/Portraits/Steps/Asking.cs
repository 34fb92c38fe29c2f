using System.Text.Json;
using WhatsAppBots.Bots.Portraits.Topics;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>Asks the AI, where there is one, which topic a text is about that the rules do not know.</summary>
internal static class Asking
{
    private const int LongestText = 500;
    private static readonly TimeSpan _tooLate = TimeSpan.FromMinutes(2);

    /// <summary>Asks about a text.</summary>
    /// <returns>False: there is nobody to ask.</returns>
    public static bool Ask(PortraitTurn turn, string text, string message)
    {
        if (!turn.Options.AsksAi || text.Length > LongestText) return false;
        var request = "text:" + message;
        var given = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["state"] = turn.State });
        turn.Publish(
            EventCatalog.AiAsked,
            new(turn.Conversation.Id, turn.Conversation.Person.Id, TopicTask.Name, request, given, text, [], turn.Texts.Language));
        turn.Add(new ShowTyping());
        turn.Data = turn.Data with { Asked = new AskedTopic(request, turn.Now) };

        // How often in a row nothing was understood goes on counting until it is known.
        turn.IsLost = true;
        return true;
    }

    /// <summary>The AI chose, or could not. What comes after they wrote something else answers nothing any more.</summary>
    public static void Answered(PortraitTurn turn, AiAnswered answer)
    {
        if (turn.Data.Asked is not { } asked || asked.Request != answer.Request) return;
        turn.Data = turn.Data with { Asked = null };
        if (turn.Now > asked.At + _tooLate) return;
        if (answer.Answer is not { } json || TopicTask.Read(json) is not { } topic)
        {
            Where.Lost(turn);
            return;
        }

        turn.Data = turn.Data with { Lost = 0 };
        Answers.Give(turn, topic);
    }
}
