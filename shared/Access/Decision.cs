namespace WhatsAppBots.Access;

/// <summary>What an operation asks of its caller; declared beside its endpoint.</summary>
/// <param name="Permission">Null: nothing; the operation looks after itself.</param>
/// <param name="IsConfirmed">The caller must have proved who they are within <see cref="Decision.ConfirmedFor"/>.</param>
public sealed record Need(Permission? Permission, bool IsConfirmed = false);

/// <summary>Whether a caller may do an operation, and if not, why.</summary>
public abstract record Decision
{
    /// <summary>How long a proof of who somebody is lets them do what asks for it.</summary>
    public static readonly TimeSpan ConfirmedFor = TimeSpan.FromMinutes(10);

    /// <summary>The caller may.</summary>
    public sealed record Allowed : Decision;

    /// <summary>Nobody calls: sign in, or bring a key.</summary>
    public sealed record SignIn : Decision;

    /// <summary>The caller may not.</summary>
    /// <param name="Why">A sentence for the caller.</param>
    public sealed record Refused(string Why) : Decision;

    /// <summary>The workspace asks for a second factor, and the session was given none.</summary>
    public sealed record SecondFactor : Decision;

    /// <summary>The caller has to confirm who they are first.</summary>
    public sealed record Confirm : Decision;

    /// <summary>Decides.</summary>
    /// <param name="caller">Null: nobody.</param>
    /// <param name="isToken">
    /// Whether the call brings a token of ten minutes. What is somebody's own takes the session itself: it gives out sessions, and changes
    /// how the person gets in.
    /// </param>
    public static Decision Of(Caller? caller, Need need, DateTimeOffset now, bool isToken = false)
    {
        if (need.Permission is not { } permission) return new Allowed();
        if (caller is null) return new SignIn();
        if (caller is Person { NeedsSecondFactor: true, SecondFactorAt: null } && permission != Permission.Self) return new SecondFactor();
        if (isToken && permission == Permission.Self) return new Refused("A token may not do this: bring the session that it was made from.");
        if (!caller.May(permission)) return new Refused(Reason(caller, permission));

        // A provider speaks for its own workspace; an account may be in others, too, whose door it must not open.
        if (caller is Person { CheckedAt: not null } && need.IsConfirmed && permission == Permission.Self)
        {
            return new Refused("You signed in by your organisation: sign in by password or passkey to change how you sign in.");
        }

        return need.IsConfirmed && caller is Person person && person.ConfirmedAt <= now - ConfirmedFor ? new Confirm() : new Allowed();
    }

    private static string Reason(Caller caller, Permission permission) => caller switch
    {
        Key when permission.Scope() is { } scope => $"The key lacks the scope {scope}.",
        Key => "No key may do this: sign in as a person.",
        Person person => $"The role {person.Role.Name()} may not do this. {Who(permission)} may.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Who(Permission permission) =>
        string.Join(", ", permission.Of().Select(role => role.Name()));
}
