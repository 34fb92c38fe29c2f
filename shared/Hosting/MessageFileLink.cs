namespace WhatsAppBots.Hosting;

/// <summary>Link to a file that a person sent, for a minute.</summary>
public static class MessageFileLink
{
    /// <summary>Purpose of its signed token; the subject is our own id of the file.</summary>
    public const string Purpose = "message-file";

    /// <summary>Path of the file, before the token.</summary>
    public const string Path = "message-files";
}
