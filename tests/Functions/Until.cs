using System.Diagnostics;

namespace WhatsAppBots.Functions.Tests;

/// <summary>Waits for what will be so.</summary>
internal static class Until
{
    /// <summary>Returns once it is so; fails after a time that a busy machine has too.</summary>
    /// <param name="what">What is wrong if it never is.</param>
    public static async Task SoAsync(Func<Task<bool>> isSo, string what)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began).TotalSeconds < 240, what);
            await Task.Delay(100);
        }
    }
}
