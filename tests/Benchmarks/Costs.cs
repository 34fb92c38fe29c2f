using System.Diagnostics;
using System.Globalization;
using Dapper;
using Npgsql;

namespace WhatsAppBots.Benchmarks;

/// <summary>What the host and PostgreSQL have used up so far.</summary>
internal sealed record Costs(TimeSpan HostCpu, TimeSpan DatabaseCpu, long Commits, long WalBytes)
{
    private const double TicksPerSecond = 100;

    public static Costs operator -(Costs a, Costs b) =>
        new(a.HostCpu - b.HostCpu, a.DatabaseCpu - b.DatabaseCpu, a.Commits - b.Commits, a.WalBytes - b.WalBytes);

    /// <summary>Reads them. Commits are counted by the transaction ids given out: pg_stat_database tells them up to 10 s late.</summary>
    public static async Task<Costs> ReadAsync(TimeSpan hostCpu, int postmaster, string database)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        var (commits, wal) = await connection.QuerySingleAsync<(long, decimal)>(
            "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");
        return new Costs(hostCpu, CpuBelow(postmaster), commits, (long)wal);
    }

    // The postmaster's own time holds that of backends which have ended.
    private static TimeSpan CpuBelow(int postmaster)
    {
        double ticks = 0;
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (Stat(process.Id) is not { } stat) continue;
                if (process.Id == postmaster) ticks += stat[13] + stat[14] + stat[15] + stat[16];
                else if ((int)stat[3] == postmaster) ticks += stat[13] + stat[14];
            }
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    // Fields of /proc/pid/stat by their number from 0; the name, which may hold spaces, is left out.
    private static double[]? Stat(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            var rest = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return [0, 0, 0, .. rest[1..].Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
