using System.Text.Json;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Conversations.Handling;

/// <summary>What an input makes of a conversation.</summary>
/// <param name="State">Name of the next state.</param>
/// <param name="Data">Its data, JSON.</param>
/// <param name="Effects">What is to be done, in order; all of it or nothing.</param>
public sealed record Transition(string State, string Data, IReadOnlyList<Effect> Effects);

/// <summary>Something a handler wants done. The engine does it in the transaction of the transition.</summary>
public abstract record Effect
{
    /// <summary>Hands itself to whoever carries effects out: a new effect does not compile before they know it.</summary>
    public abstract void Accept(IEffectVisitor visitor);
}

/// <summary>Place that carries effects out.</summary>
public interface IEffectVisitor
{
    /// <inheritdoc cref="Handling.Say"/>
    void Take(Say effect);

    /// <inheritdoc cref="Handling.StartTimer"/>
    void Take(StartTimer effect);

    /// <inheritdoc cref="Handling.CancelTimer"/>
    void Take(CancelTimer effect);

    /// <inheritdoc cref="Handling.Publish"/>
    void Take(Publish effect);

    /// <inheritdoc cref="Handling.UseMedia"/>
    void Take(UseMedia effect);

    /// <inheritdoc cref="Handling.ShowTyping"/>
    void Take(ShowTyping effect);

    /// <inheritdoc cref="Handling.RecordConsent"/>
    void Take(RecordConsent effect);

    /// <inheritdoc cref="Handling.RecordRating"/>
    void Take(RecordRating effect);

    /// <inheritdoc cref="Handling.SetLanguage"/>
    void Take(SetLanguage effect);

    /// <inheritdoc cref="Handling.SetTimeZone"/>
    void Take(SetTimeZone effect);

    /// <inheritdoc cref="Handling.SetOptOut"/>
    void Take(SetOptOut effect);

    /// <inheritdoc cref="Handling.HandOver"/>
    void Take(HandOver effect);

    /// <inheritdoc cref="Handling.HandBack"/>
    void Take(HandBack effect);

    /// <inheritdoc cref="Handling.FlagCrisis"/>
    void Take(FlagCrisis effect);

    /// <inheritdoc cref="Handling.SwitchBot"/>
    void Take(SwitchBot effect);

    /// <inheritdoc cref="Handling.TakeBackConsent"/>
    void Take(TakeBackConsent effect);

    /// <inheritdoc cref="Handling.Park"/>
    void Take(Park effect);

    /// <inheritdoc cref="Handling.ErasePerson"/>
    void Take(ErasePerson effect);

    /// <inheritdoc cref="Handling.StoreEffect"/>
    void Take(StoreEffect effect);
}

/// <summary>Says something to the person.</summary>
/// <param name="Purpose">Decides whether it goes to someone who opted out.</param>
/// <param name="ReplyTo">The provider's id of the message that is quoted.</param>
/// <param name="OutsideWindow">The template to send instead where the 24-hour window is shut.</param>
public sealed record Say(
    OutgoingContent Content, Purpose Purpose = Purpose.Answer, string? ReplyTo = null, TemplateMessage? OutsideWindow = null)
    : Effect
{
    /// <summary>Who says it, where it is not the bot: <c>agent:7/31</c>, <c>campaign:12</c>. The history keeps it.</summary>
    public string? Origin { get; init; }

    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Why something is said.</summary>
public enum Purpose
{
    /// <summary>An answer to what the person just wrote or tapped. Always goes.</summary>
    Answer,

    /// <summary>A result that concerns the person's money or order. Goes unless they opted out of all.</summary>
    Result,

    /// <summary>A reminder the person set up. Does not go to who opted out.</summary>
    Reminder,

    /// <summary>Advertising. Goes only to who agreed to it for this business number, and did not opt out since.</summary>
    Marketing,
}

/// <summary>Starts a timer; one of the same name in this conversation is replaced.</summary>
public sealed record StartTimer(string Name, DateTimeOffset DueAt, JsonElement? Data = null) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);

    /// <summary>Who is to be woken, though another bot be open by then.</summary>
    public string? Bot { get; init; }
}

/// <summary>Cancels a timer by name; one already due and not yet handled is dropped too.</summary>
public sealed record CancelTimer(string Name) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Tells other apps. The event's id is derived from the input, so a retry tells of it once.</summary>
/// <param name="Type">A name of <c>EventTypes</c>.</param>
public sealed record Publish(string Type, JsonElement Data) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);

    /// <summary>Whom answers are for, though another bot be open by then.</summary>
    public string? Bot { get; init; }

    /// <summary>The conversation it concerns, where it is not this one: another person's, of the same workspace.</summary>
    public long? Conversation { get; init; }
}

/// <summary>Says what the file that was just received is for; <c>MediaStored</c> tells it on when the file is here.</summary>
/// <param name="Purpose">A name of <c>MediaPurposes</c>.</param>
public sealed record UseMedia(string Purpose) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);

    /// <summary>Whose it is.</summary>
    public string? Bot { get; init; }
}

/// <summary>Shows "typing…" with the read mark of this message.</summary>
public sealed record ShowTyping : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Records that the person agreed to something, in the words they were shown.</summary>
/// <param name="Kind">To what: <c>portraits.photos</c>.</param>
/// <param name="Version">Of the wording, so that a changed one is asked for again.</param>
public sealed record RecordConsent(string Kind, string Version, string Wording, string Language) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Records what the person thinks of an order, in place of what they thought before.</summary>
/// <param name="Bot">Whose order it is.</param>
/// <param name="Number">The bot's own number of the order.</param>
/// <param name="OrderId">The Payments app's.</param>
/// <param name="Title">What was ordered.</param>
/// <param name="Stars">1 to 5.</param>
/// <param name="Feedback">In their own words; null: nothing yet.</param>
public sealed record RecordRating(string Bot, int Number, long? OrderId, string Title, int Stars, string? Feedback) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Sets the person's language in this conversation.</summary>
public sealed record SetLanguage(string Language) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Sets the person's time zone (IANA).</summary>
public sealed record SetTimeZone(string TimeZone) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Records an opt-out or, with <see cref="OptOut.None"/>, an opt-in.</summary>
public sealed record SetOptOut(OptOut Level) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Hands the conversation to people: the bot is silent from now on. Where people have it already nothing changes.</summary>
/// <param name="Reason">A name of <see cref="HandOverReasons"/>, or the words of the person who asked for it.</param>
/// <param name="By">Who asked for it: <see cref="HandOverReasons.Person"/>, <c>agent:7</c>.</param>
public sealed record HandOver(string Reason, string By) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Gives the conversation back to the bot.</summary>
/// <param name="Reason"><inheritdoc cref="HandOver" path="/param[@name='Reason']"/></param>
/// <param name="By"><inheritdoc cref="HandOver" path="/param[@name='By']"/></param>
public sealed record HandBack(string Reason, string By) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Why people take a conversation over or give it back, where nobody words it otherwise. Rows keep these names.</summary>
public static class HandOverReasons
{
    /// <summary>Who asked: the person of the conversation.</summary>
    public const string Person = "person";

    /// <summary>The person asked for people, or for the bot.</summary>
    public const string Asked = "asked";

    /// <summary>Nobody took the chat in time, and the bot is back. It still waits in the inbox.</summary>
    public const string Nobody = "nobody";

    /// <summary>Name for a timer that hands a chat back: no person did.</summary>
    public const string Timer = "timer";

    /// <summary>An agent has claimed the chat.</summary>
    public const string Claimed = "claimed";

    /// <summary>An agent wrote while the bot had the chat.</summary>
    public const string AgentWrote = "agent_wrote";
}

/// <summary>Marks the conversation for whoever runs the bots: the person wrote that they suffer.</summary>
public sealed record FlagCrisis : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Parks the present bot's state and goes on with another bot, in the state the transition names.</summary>
public sealed record SwitchBot(string Bot) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Records that the person no longer agrees.</summary>
public sealed record TakeBackConsent(string Kind) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Sets what a bot that is not open is to find on the person's return.</summary>
public sealed record Park(string Bot, ParkedState State) : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}

/// <summary>Erases all that is kept about the person, once what is said with it is sent.</summary>
public sealed record ErasePerson : Effect
{
    /// <inheritdoc/>
    public override void Accept(IEffectVisitor visitor) => visitor.Take(this);
}
