using System.Text.Json;
using System.Text.Json.Serialization;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Conversations.Handling;

/// <summary>Something a conversation reacts to. The discriminator is a stable name: inbox rows hold it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "input")]
[JsonDerivedType(typeof(MessageInput), "message")]
[JsonDerivedType(typeof(TimerInput), "timer")]
[JsonDerivedType(typeof(EventInput), "event")]
[JsonDerivedType(typeof(AgentInput), "agentMessage")]
[JsonDerivedType(typeof(HandOverInput), "handOver")]
[JsonDerivedType(typeof(OutreachInput), "outreach")]
public abstract record Input;

/// <summary>The person wrote.</summary>
public sealed record MessageInput(IncomingMessage Message) : Input
{
    /// <summary>The message of ours that it quotes; null: none, or one that is no longer kept. Looked up when it is handled; no row holds it.</summary>
    [JsonIgnore]
    public OutgoingContent? Quoted { get; init; }
}

/// <summary>A timer fell due.</summary>
/// <param name="TimerId">Tells this start of the timer from a later one of the same name.</param>
/// <param name="Name">The name it was started by.</param>
/// <param name="DueAt">When it was due; it may be handled later.</param>
/// <param name="Data">What was given when it was started.</param>
/// <param name="Bot">Who started it; null in rows of before there was more than one.</param>
public sealed record TimerInput(long TimerId, string Name, DateTimeOffset DueAt, JsonElement? Data, string? Bot = null) : Input;

/// <summary>Another app tells of something that concerns this conversation.</summary>
/// <param name="Type">A name of <c>EventTypes</c>.</param>
/// <param name="Bot">Whom it is for; null: whichever is open.</param>
public sealed record EventInput(string Type, JsonElement Data, string? Bot = null) : Input;

/// <summary>
/// The person has sent more at once than is handled message by message, and it is calm now. Those messages are in the history alone: the
/// answer to this one is the answer to them all. Made by the engine when it is due; no row holds it.
/// </summary>
public sealed record CalmInput : Input;

/// <summary>
/// An agent, or a program with a key, writes to the person: a text, a file, buttons or a template.
/// </summary>
/// <param name="Agent">Who writes: <c>agent:7</c>, <c>key:3</c>.</param>
/// <param name="Request">Names the request that asked for it; the message's origin is <c>agent:7/31</c>.</param>
/// <param name="ReplyTo">The provider's id of the message that is quoted; null: none.</param>
public sealed record AgentInput(string Agent, long Request, OutgoingContent Content, string? ReplyTo = null) : Input
{
    /// <summary>Where its message comes from, as the history keeps it.</summary>
    [JsonIgnore]
    public string Origin => $"{Agent}/{Request}";

    /// <summary>The chat is people's from then on, where the bot still has it.</summary>
    public bool TakesOver { get; init; } = true;
}

/// <summary>People take the conversation over from the bot, or hand it back.</summary>
/// <param name="HandedOver">True: people have it from now on.</param>
/// <param name="By">Who asks for it: <c>agent:7</c>, <c>run:991</c>.</param>
/// <param name="Reason">In the words of the person who asks for it, or a name of <see cref="HandOverReasons"/>.</param>
public sealed record HandOverInput(bool HandedOver, string By, string Reason) : Input;

/// <summary>
/// A message that nobody in the conversation asked for: of a program, a campaign, an automation. It goes where consent, opt-outs and the
/// window allow it; where they do not, the history says why. The bot has the chat as before.
/// </summary>
/// <param name="Origin">Who sends it: <c>key:3/31</c>.</param>
/// <param name="NotAfter">When it is too old to be sent; null: never.</param>
public sealed record OutreachInput(string Origin, OutgoingContent Content, Purpose Purpose, DateTimeOffset? NotAfter) : Input;
