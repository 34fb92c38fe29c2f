using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Maintenance.Upkeep;

/// <summary>Where backups go.</summary>
/// <param name="Folder">BACKUP_FOLDER: pg_dump writes there; null: no.</param>
/// <param name="Hook">BACKUP_HOOK: an address that is posted to instead, for where somebody else makes them; null: no.</param>
/// <param name="Kept">BACKUPS_KEPT: how many files stay.</param>
public sealed record BackupOptions(string? Folder, Uri? Hook, int Kept)
{
    private const int MostKept = 1000;

    /// <exception cref="FormatException">A setting makes no sense; the message names it.</exception>
    public static BackupOptions Read(IConfiguration configuration)
    {
        var kept = 7;
        if (configuration["BACKUPS_KEPT"] is { Length: > 0 } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out kept) || kept is < 1 or > MostKept))
        {
            throw new FormatException($"BACKUPS_KEPT is \"{text}\"; it takes a number from 1 to {MostKept}.");
        }

        Uri? hook = null;
        if (configuration["BACKUP_HOOK"] is { Length: > 0 } address && !Uri.TryCreate(address, UriKind.Absolute, out hook))
        {
            throw new FormatException($"BACKUP_HOOK is \"{address}\"; it takes an address.");
        }

        return new BackupOptions(configuration["BACKUP_FOLDER"] is { Length: > 0 } folder ? folder : null, hook, kept);
    }
}
