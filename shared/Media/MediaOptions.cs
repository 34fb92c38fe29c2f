namespace WhatsAppBots.Media;

/// <summary>Where files are kept.</summary>
public sealed class MediaOptions
{
    /// <summary>Where nothing is set.</summary>
    public const string DefaultFolder = ".data/media";

    /// <summary>MEDIA_STORE: a folder, absolute or below the working directory.</summary>
    public string Folder { get; set; } = DefaultFolder;
}
