using Microsoft.Extensions.Options;
using WhatsAppBots.Admin;
using WhatsAppBots.Data;
using WhatsAppBots.Images;
using WhatsAppBots.Maintenance;
using WhatsAppBots.Messages;
using WhatsAppBots.Payments;

namespace WhatsAppBots.Standalone.Check;

/// <summary>The services of the five apps, made and not started. Each is made, since each may be the one that reads a setting.</summary>
internal sealed class CheckedServices : IAsyncDisposable
{
    private readonly List<string> _faults = [];
    private readonly ServiceProvider _provider;

    /// <summary>Makes them.</summary>
    /// <param name="database">The database of the settings; nothing is read from it here.</param>
    public CheckedServices(IConfiguration configuration, Database database, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(configuration).AddSingleton(time).AddSingleton(database);
        foreach (var add in new Action[]
        {
            () => services.AddMessages(configuration), () => services.AddImages(configuration), () => services.AddPayments(configuration),
            () => services.AddMaintenance(configuration), () => services.AddAdmin(configuration),
        })
        {
            Try(add);
        }

        _provider = services.BuildServiceProvider();
        Try(() => _provider.GetService<IStartupValidator>()?.Validate());
        foreach (var type in services.Select(service => service.ServiceType).Distinct().Where(IsOurs))
        {
            Try(() => _ = _provider.GetServices(type).Count());
        }
    }

    /// <summary>Faults of settings that were found on the way, one a sentence or more, each by the name of its setting.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The services themselves.</summary>
    public IServiceProvider Provider => _provider;

    /// <summary>Finds one of them.</summary>
    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private static bool IsOurs(Type type) => !type.ContainsGenericParameters
        && (type == typeof(IHostedService) || type.FullName!.StartsWith("WhatsAppBots.", StringComparison.Ordinal));

    private void Try(Action make)
    {
        try
        {
            make();
        }
        catch (OptionsValidationException e)
        {
            _faults.AddRange(e.Failures);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            _faults.AddRange(e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures));
        }
        catch (FormatException e)
        {
            _faults.Add(e.Message);
        }
    }
}
