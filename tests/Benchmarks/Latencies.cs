namespace WhatsAppBots.Benchmarks;

/// <summary>Times of many calls, milliseconds. Any thread may add.</summary>
internal sealed class Latencies
{
    private readonly List<double> _milliseconds = [];

    public void Add(TimeSpan took)
    {
        lock (_milliseconds) _milliseconds.Add(took.TotalMilliseconds);
    }

    public int Count
    {
        get
        {
            lock (_milliseconds) return _milliseconds.Count;
        }
    }

    /// <summary>The time that this share of the calls did not exceed; NaN where there were none.</summary>
    public double At(double share)
    {
        lock (_milliseconds)
        {
            if (_milliseconds.Count == 0) return double.NaN;
            _milliseconds.Sort();
            return _milliseconds[Math.Min(_milliseconds.Count - 1, (int)(share * _milliseconds.Count))];
        }
    }
}
