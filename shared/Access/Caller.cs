using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access;

/// <summary>Who calls an operation of the API: a person in a session, or a key. An endpoint takes it as a parameter.</summary>
/// <param name="Workspace">Id of the workspace the call is about.</param>
/// <param name="Name">What people call the person or the key.</param>
/// <param name="Numbers">Business numbers whose conversations the caller sees; null: all of the workspace.</param>
public abstract record Caller(long Workspace, string Name, IReadOnlyList<string>? Numbers)
{
    /// <summary>Id of the person; null: a key.</summary>
    public abstract long? UserId { get; }

    /// <summary>Id of the key; null: a person.</summary>
    public abstract long? KeyId { get; }

    /// <summary>Tells whether the caller may do it, whatever else is asked of them.</summary>
    public abstract bool May(Permission permission);

    /// <summary>Tells whether the caller sees telephone numbers and names of people whole.</summary>
    public abstract bool SeesPeople { get; }

    /// <summary>Whose rows the caller's statements see.</summary>
    public WorkspaceView View => new(Workspace, UserId, Numbers);
}

/// <summary>Person in a session.</summary>
/// <param name="Session">Id of the session.</param>
/// <param name="ConfirmedAt">When the person last proved who they are: with the second factor, where they have one.</param>
/// <param name="HasSecondFactor">Whether the person has one.</param>
/// <param name="SecondFactorAt">When the session was given it; null: never.</param>
/// <param name="NeedsSecondFactor">Whether the workspace asks for one.</param>
public sealed record Person(
    long Id, string Email, string Name, long Workspace, Role Role, IReadOnlyList<string>? Numbers, long Session, DateTimeOffset ConfirmedAt,
    bool HasSecondFactor, DateTimeOffset? SecondFactorAt, bool NeedsSecondFactor)
    : Caller(Workspace, Name, Numbers)
{
    /// <summary>When the provider at which the session began last said that it may go on; null: it began here.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <inheritdoc/>
    public override long? UserId => Id;

    /// <inheritdoc/>
    public override long? KeyId => null;

    /// <inheritdoc/>
    public override bool SeesPeople => Role.SeesPeople();

    /// <inheritdoc/>
    public override bool May(Permission permission) => Role.May(permission);
}

/// <summary>Service key.</summary>
/// <param name="Scopes">What it may do, by the names of <see cref="Permissions.Scopes"/>.</param>
public sealed record Key(long Id, string Name, long Workspace, IReadOnlyList<string> Scopes, IReadOnlyList<string>? Numbers)
    : Caller(Workspace, Name, Numbers)
{
    /// <inheritdoc/>
    public override long? UserId => null;

    /// <inheritdoc/>
    public override long? KeyId => Id;

    /// <inheritdoc/>
    public override bool SeesPeople => true;

    /// <inheritdoc/>
    public override bool May(Permission permission) =>
        permission == Permission.Anybody || (permission.Scope() is { } scope && Scopes.Contains(scope));
}
