using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WhatsAppBots.Benchmarks;

/// <summary>Waits to a twentieth of a millisecond without spinning: the cores are the host's too. Not on Windows.</summary>
internal static partial class Clock
{
    /// <param name="timestamp">Of <see cref="Stopwatch"/>.</param>
    public static void SleepUntil(long timestamp)
    {
        while (true)
        {
            var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), timestamp);
            if (left <= TimeSpan.Zero) return;
            _ = Sleep(new Time((long)left.TotalSeconds, left.Ticks % TimeSpan.TicksPerSecond * 100), 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int Sleep(in Time time, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Time(long Seconds, long Nanoseconds);
}
