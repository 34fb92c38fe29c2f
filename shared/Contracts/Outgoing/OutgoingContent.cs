using System.Text.Json.Serialization;

namespace WhatsAppBots.Contracts.Outgoing;

/// <summary>What a bot says. The discriminator is a stable name: rows with it outlive a deployment.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TextMessage), "text")]
[JsonDerivedType(typeof(ButtonsMessage), "buttons")]
[JsonDerivedType(typeof(ListMessage), "list")]
[JsonDerivedType(typeof(LinkMessage), "link")]
[JsonDerivedType(typeof(MediaMessage), "media")]
[JsonDerivedType(typeof(ReactionMessage), "reaction")]
[JsonDerivedType(typeof(TemplateMessage), "template")]
[JsonDerivedType(typeof(ReadMark), "read")]
public abstract record OutgoingContent
{
    /// <summary>The type as shown in a conversation's history.</summary>
    [JsonIgnore]
    public abstract string Type { get; }

    /// <summary>The message in words.</summary>
    [JsonIgnore]
    public abstract string Summary { get; }

    /// <summary>The file that is sent with it, and its kind; null: it has none.</summary>
    [JsonIgnore]
    public abstract (MediaSource? Source, MediaKind Kind) File { get; }

    /// <summary>Asks a place what it makes of this type of message.</summary>
    public abstract TResult Accept<TState, TResult>(IContentVisitor<TState, TResult> visitor, TState state);

    /// <summary>What holds where the first try does not succeed; null for a plain answer. No channel sends it.</summary>
    public DeliveryTerms? Terms { get; init; }
}

/// <summary>A text; longer than a channel's limit it is split before it is queued.</summary>
public sealed record TextMessage(string Body, bool PreviewUrl = false) : OutgoingContent
{
    /// <inheritdoc/>
    public override string Type => "text";

    /// <inheritdoc/>
    public override string Summary => Body;

    /// <inheritdoc/>
    public override (MediaSource? Source, MediaKind Kind) File => default;

    /// <inheritdoc/>
    public override TResult Accept<TState, TResult>(IContentVisitor<TState, TResult> visitor, TState state) => visitor.Text(this, state);
}

/// <summary>A text with one to three reply buttons.</summary>
public sealed record ButtonsMessage(string Body, IReadOnlyList<Choice> Buttons, string? Header = null, string? Footer = null)
    : OutgoingContent
{
    /// <summary>A picture above the text instead of <see cref="Header"/>.</summary>
    public MediaSource? HeaderImage { get; init; }

    /// <inheritdoc/>
    public override string Type => "buttons";

    /// <inheritdoc/>
    public override string Summary => Body;

    /// <inheritdoc/>
    public override (MediaSource? Source, MediaKind Kind) File => (HeaderImage, MediaKind.Image);

    /// <inheritdoc/>
    public override TResult Accept<TState, TResult>(IContentVisitor<TState, TResult> visitor, TState state) => visitor.Buttons(this, state);
}

/// <summary>A text with a button that opens a list of up to ten rows.</summary>
/// <param name="Button">Label of the button that opens the list.</param>
public sealed record ListMessage(
    string Body, string Button, IReadOnlyList<ListSection> Sections, string? Header = null, string? Footer = null)
    : OutgoingContent
{
    /// <inheritdoc/>
    public override string Type => "list";

    /// <inheritdoc/>
    public override string Summary => Body;

    /// <inheritdoc/>
    public override (MediaSource? Source, MediaKind Kind) File => default;

    /// <inheritdoc/>
    public override TResult Accept<TState, TResult>(IContentVisitor<TState, TResult> visitor, TState state) => visitor.List(this, state);
}

/// <summary>Rows under a common title; the title may be null where there is one section.</summary>
public sealed record ListSection(string? Title, IReadOnlyList<Choice> Rows);

/// <summary>Something to tap. The id comes back as <c>ChoiceContent.Id</c>; the description shows in lists alone.</summary>
public sealed record Choice(string Id, string Title, string? Description = null);

/// <summary>A text with one button that opens a web page (call to action).</summary>
public sealed record LinkMessage(string Body, string Label, Uri Url, string? Header = null, string? Footer = null)
    : OutgoingContent
{
    /// <inheritdoc/>
    public override string Type => "link";

    /// <inheritdoc/>
    public override string Summary => $"{Body} {Url}";

    /// <inheritdoc/>
    public override (MediaSource? Source, MediaKind Kind) File => default;

    /// <inheritdoc/>
    public override TResult Accept<TState, TResult>(IContentVisitor<TState, TResult> visitor, TState state) => visitor.Link(this, state);
}

/// <summary>Kinds of media a bot can send.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MediaKind>))]
public enum MediaKind
{
    /// <summary>JPEG or PNG.</summary>
    Image,

    /// <summary>MP4.</summary>
    Video,

    /// <summary>Any audio the channel takes.</summary>
    Audio,

    /// <summary>Any file.</summary>
    Document,
}

/// <summary>An image, video, audio or document with an optional caption.</summary>
public sealed record MediaMessage(MediaKind Kind, MediaSource Source, string? Caption = null, string? FileName = null)
    : OutgoingContent
{
    /// <inheritdoc/>
    public override string Type => Kind switch
    {
        MediaKind.Image => "image",
        MediaKind.Video => "video",
        MediaKind.Audio => "audio",
        MediaKind.Document => "document",
    };

    /// <inheritdoc/>
    public override string Summary => Caption ?? FileName ?? Type;

    /// <inheritdoc/>
    public override (MediaSource? Source, MediaKind Kind) File => (Source, Kind);

    /// <inheritdoc/>
    public override TResult Accept<TState, TResult>(IContentVisitor<TState, TResult> visitor, TState state) => visitor.Media(this, state);
}

/// <summary>
/// Where a medium is: exactly one of a file of our media store (uploaded when it is sent), an id at the provider, a public link.
/// </summary>
public sealed record MediaSource(string? StoreKey = null, string? ProviderId = null, Uri? Link = null, string? MimeType = null);

/// <summary>A reaction on the person's message; a null emoji takes it back.</summary>
public sealed record ReactionMessage(string MessageId, string? Emoji) : OutgoingContent
{
    /// <inheritdoc/>
    public override string Type => "reaction";

    /// <inheritdoc/>
    public override string Summary => Emoji ?? "reaction taken back";

    /// <inheritdoc/>
    public override (MediaSource? Source, MediaKind Kind) File => default;

    /// <inheritdoc/>
    public override TResult Accept<TState, TResult>(IContentVisitor<TState, TResult> visitor, TState state) => visitor.Reaction(this,
        state);
}

/// <summary>An approved template, the only thing that goes outside the customer-service window.</summary>
/// <param name="Language">Meta's locale code, for example <c>pt_BR</c>.</param>
/// <param name="Body">Values of the body's placeholders, in order.</param>
/// <param name="Text">The template filled in, for the history.</param>
public sealed record TemplateMessage(string Name, string Language, IReadOnlyList<string> Body, string Text) : OutgoingContent
{
    /// <summary>Payloads of the quick-reply buttons, in order.</summary>
    public IReadOnlyList<string> ButtonPayloads { get; init; } = [];

    /// <summary>
    /// Titles of those buttons as the person sees them, so that a typed title is its button. Empty in messages of earlier releases.
    /// </summary>
    public IReadOnlyList<string> ButtonTitles { get; init; } = [];

    /// <summary>A picture in the header.</summary>
    public MediaSource? HeaderImage { get; init; }

    /// <inheritdoc/>
    public override string Type => "template";

    /// <inheritdoc/>
    public override string Summary => Text;

    /// <inheritdoc/>
    public override (MediaSource? Source, MediaKind Kind) File => (HeaderImage, MediaKind.Image);

    /// <inheritdoc/>
    public override TResult Accept<TState, TResult>(IContentVisitor<TState, TResult> visitor, TState state) => visitor.Template(this,
        state);
}

/// <summary>Marks the person's message read and, optionally, shows "typing…" for up to 25 seconds.</summary>
public sealed record ReadMark(string MessageId, bool Typing) : OutgoingContent
{
    /// <inheritdoc/>
    public override string Type => "read";

    /// <inheritdoc/>
    public override string Summary => Typing ? "read, typing" : "read";

    /// <inheritdoc/>
    public override (MediaSource? Source, MediaKind Kind) File => default;

    /// <inheritdoc/>
    public override TResult Accept<TState, TResult>(IContentVisitor<TState, TResult> visitor, TState state) => visitor.ReadMark(this,
        state);
}
