using System.Text.Json.Serialization;

namespace WhatsAppBots.Contracts.Incoming;

/// <summary>What a person sent. The discriminator is a stable name: rows with it outlive a deployment.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TextContent), "text")]
[JsonDerivedType(typeof(ChoiceContent), "choice")]
[JsonDerivedType(typeof(MediaContent), "media")]
[JsonDerivedType(typeof(LocationContent), "location")]
[JsonDerivedType(typeof(ContactsContent), "contacts")]
[JsonDerivedType(typeof(OrderContent), "order")]
[JsonDerivedType(typeof(FormContent), "form")]
[JsonDerivedType(typeof(ReactionContent), "reaction")]
[JsonDerivedType(typeof(SystemContent), "system")]
[JsonDerivedType(typeof(WelcomeContent), "welcome")]
[JsonDerivedType(typeof(EditContent), "edit")]
[JsonDerivedType(typeof(RevokeContent), "revoke")]
[JsonDerivedType(typeof(UnsupportedContent), "unsupported")]
public abstract record IncomingContent
{
    /// <summary>The type as the channel names it: <c>text</c>, <c>image</c>, <c>button</c>, …</summary>
    public required string Type { get; init; }

    /// <summary>The message in words, for the history and the logs of a conversation: its text, or a description.</summary>
    [JsonIgnore]
    public abstract string Summary { get; }
}

/// <summary>A text.</summary>
public sealed record TextContent(string Body) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => Body;
}

/// <summary>A tapped button (interactive or of a template) or list row.</summary>
/// <param name="Id">The id or payload we gave the button or row.</param>
/// <param name="Title">What the person saw on it.</param>
public sealed record ChoiceContent(string Id, string Title, string? Description = null) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => Title;
}

/// <summary>An image, video, audio, document or sticker, still at the provider.</summary>
/// <param name="MediaId">The provider's id; an incoming one lives 7 days at Meta.</param>
/// <param name="MimeType">As the provider says, parameters included (<c>audio/ogg; codecs=opus</c>).</param>
/// <param name="Sha256">Base64 of the SHA-256 of the file, as the provider says.</param>
/// <param name="Caption">Text under the picture.</param>
/// <param name="FileName">Name of a document.</param>
/// <param name="Voice">A voice note.</param>
/// <param name="Animated">An animated sticker.</param>
public sealed record MediaContent(
    string MediaId, string MimeType, string? Sha256, string? Caption, string? FileName, bool Voice, bool Animated)
    : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => Caption ?? FileName ?? (Voice ? "voice note" : Type);
}

/// <summary>A place; latitude and longitude in degrees.</summary>
public sealed record LocationContent(double Latitude, double Longitude, string? Name, string? Address) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary =>
        string.Join(", ", new[] { Name, Address, Url }.OfType<string>()) is { Length: > 0 } words
            ? words : FormattableString.Invariant($"{Latitude:0.######}, {Longitude:0.######}");

    /// <summary>A page about the place.</summary>
    public string? Url { get; init; }
}

/// <summary>Contact cards.</summary>
public sealed record ContactsContent(IReadOnlyList<ContactCard> Cards) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => string.Join(", ", Cards.Select(card => card.Name));

    /// <summary>The sender's own phone, digits only, where they shared it because they were asked to.</summary>
    public string? SharedPhone { get; init; }
}

/// <summary>One card: a name and its phone numbers as written.</summary>
public sealed record ContactCard(string Name, IReadOnlyList<string> Phones);

/// <summary>A cart sent from a catalogue; prices in whole units of the currency, as Meta sends them.</summary>
public sealed record OrderContent(string CatalogId, string? Text, IReadOnlyList<OrderItem> Items) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => string.Join(", ", Items.Select(item => FormattableString.Invariant(
        $"{item.Quantity} × {item.ProductId} at {item.Price} {item.Currency}").TrimEnd())) + (Text is null ? "" : $". {Text}");
}

/// <summary>A line of a cart.</summary>
public sealed record OrderItem(string ProductId, decimal Quantity, decimal Price, string Currency);

/// <summary>A filled form (WhatsApp Flow): its answer as JSON text.</summary>
public sealed record FormContent(string Name, string? Body, string ResponseJson) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => Body ?? Name;
}

/// <summary>A reaction to a message; a null emoji takes the reaction back.</summary>
public sealed record ReactionContent(string MessageId, string? Emoji) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => Emoji ?? "reaction taken back";
}

/// <summary>News about the person from the channel, such as a changed number.</summary>
/// <param name="Change">Meta's <c>system.type</c>, for example <c>user_changed_number</c>.</param>
/// <param name="NewPhone">The new phone, digits only.</param>
/// <param name="NewUserId">The new business-scoped user id.</param>
public sealed record SystemContent(string Change, string? Body, string? NewPhone, string? NewUserId) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => Body ?? Change;
}

/// <summary>The person opened the chat for the first time and wrote nothing yet.</summary>
public sealed record WelcomeContent : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => "chat opened";
}

/// <summary>An earlier message, changed by its writer.</summary>
public sealed record EditContent(string OriginalId, IncomingContent? Content) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => Content?.Summary ?? "edited";
}

/// <summary>An earlier message, deleted for everyone by its writer.</summary>
public sealed record RevokeContent(string OriginalId) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => "message deleted";
}

/// <summary>A message that the channel or we do not understand. It is kept, raw, and shown to operators.</summary>
public sealed record UnsupportedContent(string Reason) : IncomingContent
{
    /// <inheritdoc/>
    public override string Summary => Reason;
}
