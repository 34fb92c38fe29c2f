using System.Text;
using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Access.Providers;

/// <summary>
/// The framework's keys of data protection, in the database and encrypted, so that any process reads what another gave a browser.
/// </summary>
public sealed class ProtectionKeys(Database database, SecretKey secret, TimeProvider time) : IXmlRepository
{
    private const string AllSql = "select name, content from auth.protection_keys order by id";

    private const string AddSql = "insert into auth.protection_keys (name, content, created_at) values (@name, @content, @now)";

    private readonly SecretBox _box = new(secret, "data protection");

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Admin.OpenConnection();
        var rows = connection.Query<(string Name, byte[] Content)>(AllSql);

        // A key that an earlier SECRET_KEY encrypted protects nothing any more: what it protected lives for minutes.
        return [.. rows.Select(row => _box.Open(row.Content, row.Name)).OfType<byte[]>()
            .Select(plain => XElement.Parse(Encoding.UTF8.GetString(plain)))];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.Admin.OpenConnection();
        var content = _box.Close(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), friendlyName);
        connection.Execute(AddSql, new { name = friendlyName, content, now = time.GetUtcNow().UtcDateTime });
    }
}
