namespace WhatsAppBots.Messaging;

/// <summary>Single-flight guard: one caller does the work, and does it again if it was asked for after that caller last looked.</summary>
internal sealed class SoleWorker
{
    private readonly Lock _lock = new();
    private bool _atWork;
    private long _asked;

    /// <summary>How often the work was asked for.</summary>
    public long Asked
    {
        get
        {
            lock (_lock) return _asked;
        }
    }

    /// <summary>Asks for the work; true: the caller is to do it. False: another caller is at it and will look again.</summary>
    public bool Enter()
    {
        lock (_lock)
        {
            _asked++;
            if (_atWork) return false;
            return _atWork = true;
        }
    }

    /// <summary>Leaves, unless it was asked for since.</summary>
    /// <param name="asked"><see cref="Asked"/>, read before the worker looked for work.</param>
    public bool TryLeave(long asked)
    {
        lock (_lock)
        {
            if (_asked != asked) return false;
            _atWork = false;
            return true;
        }
    }

    /// <summary>Leaves, whatever was asked for.</summary>
    public void Leave()
    {
        lock (_lock) _atWork = false;
    }
}
