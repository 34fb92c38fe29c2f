namespace WhatsAppBots.Contracts.Incoming;

/// <summary>All that one webhook brought, ready to be stored in one transaction.</summary>
/// <param name="Messages">Messages, with the raw JSON of each.</param>
/// <param name="Statuses">What became of messages we sent.</param>
/// <param name="Updates">What was received and not understood; kept and shown.</param>
public sealed record Delivery(
    IReadOnlyList<ReceivedMessage> Messages,
    IReadOnlyList<MessageStatus> Statuses,
    IReadOnlyList<UnknownUpdate> Updates)
{
    /// <summary>W3C trace context of the request that brought it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>True where there is nothing to store.</summary>
    public bool IsEmpty => Messages.Count == 0 && Statuses.Count == 0 && Updates.Count == 0;
}

/// <summary>A message and the JSON it was read from, as received.</summary>
public sealed record ReceivedMessage(IncomingMessage Message, string Raw);

/// <summary>One step in the life of a message we sent.</summary>
/// <param name="MessageId">The provider's id of our message.</param>
/// <param name="NumberId">The business number that sent it.</param>
/// <param name="Recipient">Who it was for: phone digits, user id or group id, as the provider says.</param>
/// <param name="Status">Lower case, as the provider says: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>played</c>, <c>failed</c>, …</param>
/// <param name="At">The provider's time.</param>
/// <param name="CallbackData">The opaque data we sent along (<c>biz_opaque_callback_data</c>), if it came back.</param>
/// <param name="Errors">Why it failed.</param>
/// <param name="Raw">The JSON as received.</param>
public sealed record MessageStatus(
    string MessageId, string NumberId, string Recipient, string Status, DateTimeOffset At,
    string? CallbackData, IReadOnlyList<ProviderError> Errors, string Raw);

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
}
