namespace WhatsAppBots.Access.Providers;

/// <summary>Identity provider at which people of a workspace sign in (OpenID Connect).</summary>
/// <param name="Issuer">Its address; <c>/.well-known/openid-configuration</c> below it says the rest.</param>
/// <param name="Scopes">What is asked for, with spaces between.</param>
/// <param name="GroupsClaim">Claim that lists the person's groups.</param>
/// <param name="Roles">Role of each group.</param>
/// <param name="Version">Changes with every write.</param>
public sealed record SignInProvider(
    long Workspace, string Issuer, string ClientId, string ClientSecret, string Scopes, string GroupsClaim,
    IReadOnlyDictionary<string, Role> Roles, long Version)
{
    /// <summary>Scopes where none are named. <c>offline_access</c> brings the token by which the provider is asked again.</summary>
    public const string DefaultScopes = "openid profile email offline_access";

    /// <summary>The claim where none is named.</summary>
    public const string DefaultGroupsClaim = "groups";

    /// <summary>The mightiest role of somebody's groups; null: none of them has one.</summary>
    public Role? RoleOf(IEnumerable<string> groups)
    {
        var found = groups.Where(Roles.ContainsKey).Select(group => Roles[group]).ToList();
        return found.Count == 0 ? null : found.Min();
    }
}

/// <summary>What a provider says of somebody who signed in.</summary>
/// <param name="Subject">Who it is, for ever.</param>
/// <param name="Email">Null: it says none, or has not verified it.</param>
/// <param name="Groups">The person's groups.</param>
/// <param name="Session">The provider's name of their session there; null: it says none.</param>
/// <param name="AuthenticatedAt">When they proved to the provider who they are; null: it does not say.</param>
/// <param name="RefreshToken">By which it is asked again; null: it gives none.</param>
public sealed record ProviderPerson(
    string Subject, string? Email, string? Name, IReadOnlyList<string> Groups, string? Session, DateTimeOffset? AuthenticatedAt,
    string? RefreshToken);

/// <summary>Why somebody does not get in by a provider.</summary>
public static class ProviderFaults
{
    /// <summary>The provider did not answer, or answered something else.</summary>
    public const string Failed = "provider_failed";

    /// <summary>None of the person's groups has a role here.</summary>
    public const string NoGroup = "no_group";

    /// <summary>The provider says no verified address of a person who is new here.</summary>
    public const string NoAddress = "no_address";

    /// <summary>The address has an account already: its person connects the two.</summary>
    public const string Taken = "address_taken";
}
