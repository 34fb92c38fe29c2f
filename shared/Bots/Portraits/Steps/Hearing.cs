using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Bots.Portraits.Topics;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>
/// Understands what is typed: a button's words, a word of ours, a topic, a rating, small talk; what is none of it the AI may know.
/// </summary>
internal static class Hearing
{
    /// <summary>Answers a text.</summary>
    /// <param name="message">Its id at the channel.</param>
    public static void Hear(PortraitTurn turn, string text, string message)
    {
        // A question that was not answered by now is overtaken by this text.
        if (turn.Data.Asked is not null) turn.Data = turn.Data with { Asked = null };
        if (turn.State == PortraitStates.WritingFeedback) HearFeedback(turn, text);
        else if (Where.Titled(turn, text) is { } choice && PortraitIds.Routes.Owns(choice.Id)) Press(turn, choice.Id);
        else if (PortraitWords.Read(text) is { } word) Do(turn, word);
        else if (!Try(turn, text) && !Asking.Ask(turn, text, message)) Where.Lost(turn);
    }

    /// <summary>What can be pressed, wherever the talk stands by now.</summary>
    public static void Press(PortraitTurn turn, string id)
    {
        if (!PortraitIds.Routes.Press(turn, id)) Where.Show(turn);
    }

    private static bool Try(PortraitTurn turn, string text)
    {
        if (Wishes.Try(turn, text)) return true;
        if (Topic(turn, text) is { } topic)
        {
            if (!Choosing.Named(turn, text, topic)) Answers.Give(turn, topic);
            return true;
        }

        return Rating.Take(turn, text) || Choosing.Named(turn, text, null) || Chatting.Try(turn, text);
    }

    // Of money that was paid or is waited for, what they say comes before what they ask.
    private static PortraitTopic? Topic(PortraitTurn turn, string text)
    {
        var topic = TopicWords.Read(text);
        if (MoneyWords.Read(text) is not { } money) return topic;
        var isAsked = topic is not null && !TopicWords.IsAct(topic.Value);
        return money switch
        {
            PortraitTopic.Paid => topic == PortraitTopic.RefundPolicy && turn.Data.Orders.Count == 0 ? topic : money,
            PortraitTopic.Refund => topic == PortraitTopic.RefundPolicy && !HasDelivered(turn) ? topic : money,
            PortraitTopic.Dislike => topic is PortraitTopic.RefundPolicy or PortraitTopic.Likeness && !HasDelivered(turn) ? topic : money,
            _ => isAsked ? topic : money,
        };
    }

    // What they write is about their portraits, unless it asks for something else.
    private static void HearFeedback(PortraitTurn turn, string text)
    {
        var word = PortraitWords.Read(text);
        var topic = Topic(turn, text);
        if (word is "back" or "cancel" or "no" || topic is PortraitTopic.Back or PortraitTopic.Leave
            && SpokenWords.Count(SpokenWords.Plain(text)) <= 3)
        {
            Rating.Skip(turn);
        }
        else if (topic is PortraitTopic.Refund or PortraitTopic.Human)
        {
            Rating.Keep(turn, text);
            Answers.Give(turn, topic.Value);
        }
        else if (topic is { } asked && asked is not PortraitTopic.Dislike && text.AsSpan().ContainsAny('?', '؟'))
        {
            Answers.Give(turn, asked);
        }
        else
        {
            Rating.Write(turn, text);
        }
    }

    private static bool HasDelivered(PortraitTurn turn) => turn.Data.Orders is [.., { Stage: OrderStage.Delivered }];

    // Words that lead on from where they stand; elsewhere they show it.
    private static void Do(PortraitTurn turn, string word)
    {
        switch (word)
        {
            case "begin" when turn.State == PortraitStates.New: Beginning.Begin(turn); break;
            case "yes" when turn.State == PortraitStates.PhotoTerms: Beginning.Agree(turn); break;
            case "yes" when turn.State == PortraitStates.AgreeingTerms && turn.Data.Pack is { } pack: Ordering.Place(turn, pack); break;
            case "done" when turn.State is PortraitStates.Collecting or PortraitStates.PicturesLoaded: Collecting.ThatsAll(turn); break;
            case "review" when turn.Data.Photos.Count > 0: Reviewing.Review(turn); break;
            case "restart" when turn.Data.Photos.Count > 0: Collecting.AskToRestart(turn); break;
            case "cancel" when turn.Data.Orders.Any(order => order.Stage is OrderStage.Placed or OrderStage.Open):
                Ordering.Cancel(turn, Ordering.Waiting(turn));
                break;
            case "cancel": Leaving.Leave(turn); break;
            case "ready" when turn.State == PortraitStates.New: Beginning.Ready(turn); break;
            // Nothing is open that they could agree to: what comes first is.
            case "yes" when turn.State == PortraitStates.New && turn.Data.Orders.Count == 0: Beginning.Begin(turn); break;
            case "no" when turn.State == PortraitStates.PhotoTerms: Beginning.Decline(turn); break;
            case "no" when turn.State == PortraitStates.AgreeingTerms: Choosing.Again(turn); break;
            case "no": Leaving.Leave(turn); break;
            case "price": Answers.Give(turn, PortraitTopic.Price); break;
            case "back": Where.Back(turn); break;
            default: Where.Show(turn); break;
        }
    }
}
