using WhatsAppBots.Access;

namespace WhatsAppBots.Admin.Http;

/// <summary>Asks, where somebody else decides, whether a session may go on.</summary>
internal interface ISessionCheck
{
    /// <summary>The person as they are now; null: the session has ended, or nobody has said for too long that it may go on.</summary>
    /// <param name="person">Null: there is no session.</param>
    /// <param name="services">Of the call.</param>
    Task<Person?> CheckAsync(Person? person, IServiceProvider services, CancellationToken cancellationToken);
}
