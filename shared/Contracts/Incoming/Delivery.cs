namespace WhatsAppBots.Contracts.Incoming;

/// <summary>All that one webhook brought, ready to be stored.</summary>
/// <param name="Messages">Messages, with the raw JSON of each.</param>
/// <param name="Statuses">What became of messages we sent.</param>
/// <param name="Updates">What was received and not understood; kept and shown.</param>
public sealed record Delivery(
    IReadOnlyList<ReceivedMessage> Messages,
    IReadOnlyList<MessageStatus> Statuses,
    IReadOnlyList<UnknownUpdate> Updates)
{
    /// <summary>What people want to get from a business number.</summary>
    public IReadOnlyList<MarketingPreference> Preferences { get; init; } = [];

    /// <summary>W3C trace context of the request that brought it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>True where there is nothing to store.</summary>
    public bool IsEmpty => Messages.Count == 0 && Statuses.Count == 0 && Updates.Count == 0 && Preferences.Count == 0;
}

/// <summary>A message and the JSON it was read from, as received.</summary>
public sealed record ReceivedMessage(IncomingMessage Message, string Raw)
{
    /// <summary>The provider's id of the account that the business number belongs to, where it is told.</summary>
    public string? AccountId { get; init; }

    /// <summary>The business number itself, international, digits only, where it is told beside its id.</summary>
    public string? NumberPhone { get; init; }
}

/// <summary>One step in the life of a message we sent.</summary>
/// <param name="MessageId">The provider's id of our message.</param>
/// <param name="NumberId">The business number that sent it.</param>
/// <param name="Recipient">Who it was for: phone digits, user id or group id, as the provider says; <see cref="Untold"/> where it does not.</param>
/// <param name="Status">Lower case, as the provider says: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>played</c>, <c>failed</c>, …</param>
/// <param name="At">The provider's time.</param>
/// <param name="CallbackData">The opaque data we sent along (<c>biz_opaque_callback_data</c>), if it came back.</param>
/// <param name="Errors">Why it failed.</param>
/// <param name="Raw">The JSON as received.</param>
public sealed record MessageStatus(
    string MessageId, string NumberId, string Recipient, string Status, DateTimeOffset At,
    string? CallbackData, IReadOnlyList<ProviderError> Errors, string Raw)
{
    /// <summary>The recipient of a status that names none: its message's id says what it belongs to.</summary>
    public const string Untold = "untold";

    /// <summary>What the message costs, where it is told.</summary>
    public MessagePricing? Pricing { get; init; }

    /// <summary>The provider's own conversation, by which it once counted.</summary>
    public ProviderConversation? Conversation { get; init; }

    /// <summary>What is told of the recipient beside it.</summary>
    public Sender? Contact { get; init; }
}

/// <summary>What a message costs. https://developers.facebook.com/docs/whatsapp/pricing</summary>
/// <param name="Category"><c>service</c>, <c>utility</c>, <c>marketing</c>, …</param>
/// <param name="Billable">Whether it is charged.</param>
/// <param name="Type"><c>regular</c>, <c>free_customer_service</c>, <c>free_entry_point</c>.</param>
/// <param name="Model"><c>PMP</c> by message, <c>CBP</c> by conversation.</param>
public sealed record MessagePricing(string? Category, bool? Billable, string? Type, string? Model);

/// <summary>A conversation as Meta counts it.</summary>
/// <param name="Origin">Why it was opened: a category.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record ProviderConversation(string? Id, string? Origin, DateTimeOffset? ExpiresAt);

/// <summary>A person stops marketing messages of one business number at the provider, or takes them again.</summary>
/// <param name="Person">Who.</param>
/// <param name="Wants">Whether marketing is wanted.</param>
/// <param name="At">The provider's time of the wish.</param>
/// <param name="Wording">The provider's words for it.</param>
public sealed record MarketingPreference(string NumberId, Sender Person, bool Wants, DateTimeOffset At, string? Wording);

/// <summary>An error as Meta tells it. https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes</summary>
public sealed record ProviderError(int Code, string? Title, string? Details);

/// <summary>Something in a webhook that we have no meaning for.</summary>
/// <param name="Field">The change's field, or what of it was not understood.</param>
/// <param name="Raw">The JSON as received.</param>
/// <param name="NumberId">The business number, where it is told.</param>
public sealed record UnknownUpdate(string Field, string Raw, string? NumberId)
{
    /// <summary>The provider's time of it, where it is told.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The provider's id of the account it was told of, where it is told.</summary>
    public string? AccountId { get; init; }
}
