namespace WhatsAppBots.Contracts.Outgoing;

/// <summary>
/// One place that decides by the type of a message: how it is written, checked, shortened, shown. A new type of message gets a method here,
/// and nothing compiles until each place has decided.
/// </summary>
/// <typeparam name="TState">What the place needs besides the message.</typeparam>
/// <typeparam name="TResult">What it makes of it.</typeparam>
public interface IContentVisitor<in TState, out TResult>
{
    /// <summary>Decides about a text.</summary>
    TResult Text(TextMessage message, TState state);

    /// <summary>Decides about reply buttons.</summary>
    TResult Buttons(ButtonsMessage message, TState state);

    /// <summary>Decides about a list.</summary>
    TResult List(ListMessage message, TState state);

    /// <summary>Decides about a link.</summary>
    TResult Link(LinkMessage message, TState state);

    /// <summary>Decides about a medium.</summary>
    TResult Media(MediaMessage message, TState state);

    /// <summary>Decides about a reaction.</summary>
    TResult Reaction(ReactionMessage message, TState state);

    /// <summary>Decides about a template.</summary>
    TResult Template(TemplateMessage message, TState state);

    /// <summary>Decides about a read mark.</summary>
    TResult ReadMark(ReadMark message, TState state);
}
