using Npgsql;

namespace WhatsAppBots.Data;

/// <summary>Reads the setting DATABASE_URL.</summary>
public static class DatabaseUrl
{
    /// <summary>
    /// Accepts <c>postgresql://user:password@host:port/database?option=value</c> (libpq's form) or an Npgsql string.
    /// </summary>
    /// <exception cref="FormatException">It is neither; the message names the setting and hides the value.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string value)
    {
        try
        {
            return value.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
                || value.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
                ? FromUri(new Uri(value))
                : new NpgsqlConnectionStringBuilder(value);
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException or FormatException)
        {
            throw new FormatException(
                "DATABASE_URL is neither postgresql://user:password@host:port/database nor an Npgsql connection string.");
        }
    }

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.IsDefaultPort || uri.Port < 0 ? 5432 : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
        };
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            var key = pair[0] == "sslmode" ? "SSL Mode" : Uri.UnescapeDataString(pair[0]).Replace('_', ' ');
            builder[key] = Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : "");
        }

        return builder;
    }
}
