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

    /// <summary>Reads them. PostgreSQL tells its commits with a delay, which is waited for.</summary>
    public static async Task<Costs> ReadAsync(TimeSpan hostCpu, int postmaster, string database)
    {
        await Task.Delay(1500);
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        var (commits, wal) = await connection.QuerySingleAsync<(long, decimal)>(
            "select xact_commit, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') from pg_stat_database where datname = current_database()");
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
