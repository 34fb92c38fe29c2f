namespace WhatsAppBots.Standalone.Check;

/// <summary>State of a setting or dependency.</summary>
internal enum CheckState
{
    /// <summary>Usable, or left out where that is allowed.</summary>
    Ok,

    /// <summary>Not there.</summary>
    Missing,

    /// <summary>There, and of no use as it is.</summary>
    Wrong,
}

/// <summary>One line of the report.</summary>
/// <param name="Detail">Words on the state, without any value of a setting.</param>
/// <param name="IsNeeded">False where everything else works without it: the line never makes the check fail.</param>
internal sealed record CheckLine(CheckState State, string Name, string Detail = "", bool IsNeeded = true)
{
    private const int NameWidth = 30;

    /// <summary>True where somebody has to do something.</summary>
    public bool Fails => State != CheckState.Ok && IsNeeded;

    /// <inheritdoc/>
    public override string ToString() => $"  {State.ToString().ToLowerInvariant(),-9}{Name.PadRight(NameWidth)}  {Detail}".TrimEnd();
}
