namespace WhatsAppBots.Messaging;

/// <summary>When what failed is tried again. Failures of the infrastructure are not counted here.</summary>
public static class RetryPolicy
{
    private static readonly int[] _seconds = [1, 2, 4, 8, 15];

    /// <summary>The wait after the given failure (1 is the first), ± 20 %; null: no further try.</summary>
    public static TimeSpan? DelayAfter(int failures) =>
        failures > _seconds.Length
            ? null
            : TimeSpan.FromSeconds(_seconds[failures - 1] * (0.8 + (0.4 * Random.Shared.NextDouble())));
}
