using System.Text;
using Npgsql;

namespace WhatsAppBots.Database.Tests;

/// <summary>All rows of a database, by table: what has changed between two of them is told in words.</summary>
public sealed class Snapshot
{
    private const string TablesSql =
        """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('platform', 'chat', 'events', 'money', 'images', 'habits', 'host') and c.relkind in ('r',
            'p') and not c.relispartition
          and n.nspname || '.' || c.relname not in ('host.schedules', 'host.clock', 'platform.reports', 'chat.number_pace')
        order by 1
        """;

    private readonly Dictionary<string, List<string>> _rows = [];

    /// <summary>Reads all tables.</summary>
    public static async Task<Snapshot> TakeAsync(string connectionString)
    {
        var snapshot = new Snapshot();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var table in await ReadAsync(connection, TablesSql)) snapshot._rows[table] = await ReadAsync(connection, $"select t::text from {table} t order by 1");
        return snapshot;
    }

    /// <summary>What came and what went since an earlier one; empty where nothing did.</summary>
    public string Since(Snapshot before)
    {
        var changes = new StringBuilder();
        foreach (var (table, rows) in _rows)
        {
            foreach (var row in rows.Except(before._rows[table])) changes.Append("+ ").Append(table).Append(": ").Append(row).AppendLine();
            foreach (var row in before._rows[table].Except(rows)) changes.Append("- ").Append(table).Append(": ").Append(row).AppendLine();
        }

        return changes.ToString();
    }

    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection, string sql)
    {
        var rows = new List<string>();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
