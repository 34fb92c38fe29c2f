using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace WhatsAppBots.Media;

/// <summary>Reads MEDIA_STORE.</summary>
internal sealed class MediaSettings(IConfiguration configuration) : IConfigureOptions<MediaOptions>, IValidateOptions<MediaOptions>
{
    public void Configure(MediaOptions options)
    {
        if (configuration["MEDIA_STORE"]?.Trim() is { Length: > 0 } folder) options.Folder = folder;
    }

    public ValidateOptionsResult Validate(string? name, MediaOptions options) =>
        options.Folder.Contains("://", StringComparison.Ordinal)
            ? ValidateOptionsResult.Fail("MEDIA_STORE is a URL; a blob container is served by the Azure host alone. Name a folder.")
            : ValidateOptionsResult.Success;
}
