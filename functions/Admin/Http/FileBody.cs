namespace WhatsAppBots.Admin.Http;

/// <summary>
/// Says that the body of an operation is a file. The framework's own declaration refuses other types before it is known who calls.
/// </summary>
/// <param name="Types">MIME types that the operation takes.</param>
internal sealed record FileBody(IReadOnlyCollection<string> Types);
