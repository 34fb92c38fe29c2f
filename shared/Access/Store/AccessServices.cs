using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.People;

namespace WhatsAppBots.Access.Store;

/// <summary>Registers what logins, keys and the audit log need.</summary>
public static class AccessServices
{
    /// <summary>For the API. Its container has a scope a call; Database, Workspace, SecretKey and the clock are there.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<KeyStore>().AddSingleton<SessionStore>().AddSingleton<Throttle>().AddSingleton<SecondFactors>()
        .AddSingleton<PasskeyStore>()
        .AddScoped<CallContext>().AddScoped<AuditLog>().AddScoped<SignIn>()
        .AddScoped<Accounts>().AddScoped<MemberStore>().AddScoped<WorkspaceStore>();

    /// <summary>For Maintenance: the nightly check, and for how long sessions are kept.</summary>
    public static IServiceCollection AddAccessUpkeep(this IServiceCollection services) =>
        services.AddSingleton<AuditCheck>().AddSingleton<IRetention, SessionRetention>();
}
