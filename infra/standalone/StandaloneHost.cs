using System.Net.Sockets;
using Microsoft.Extensions.Options;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Ai;
using WhatsAppBots.Conversations;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Images;
using WhatsAppBots.LocalPostgres;
using WhatsAppBots.Maintenance;
using WhatsAppBots.Messages;
using WhatsAppBots.Payments;
using WhatsAppBots.Standalone.Clock;
using WhatsAppBots.Standalone.Events;
using WhatsAppBots.Standalone.Functions;
using WhatsAppBots.Standalone.Http;
using WhatsAppBots.Standalone.Timers;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Twilio;

namespace WhatsAppBots.Standalone;

/// <summary>Host of all five apps in one process, with PostgreSQL as the only server.</summary>
public sealed class StandaloneHost : IAsyncDisposable
{
    /// <summary>Time in which running work ends after the host is told to stop; service managers must wait longer.</summary>
    internal static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(25);

    private readonly List<IAsyncDisposable> _below = [];

    private IReadOnlyList<string> _firstOwner = [];

    private StandaloneHost()
    {
    }

    /// <summary>The running application.</summary>
    public WebApplication App { get; private set; } = null!;

    /// <summary>Address of the simulator, where one runs.</summary>
    public string? SimulatorUrl { get; private set; }

    /// <summary>Runs the host until it is told to stop. A host that can't start says why in one message on standard error.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var host = await StartAsync(args);
            Console.WriteLine(host.Welcome());
            await host.App.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (IsOfTheUser(e))
        {
            await Console.Error.WriteLineAsync($"Cannot start: {e.Message}");
            return 1;
        }
    }

    /// <summary>Starts everything, and returns when the host answers.</summary>
    /// <param name="configure">Changes to the composition, for tests.</param>
    public static async Task<StandaloneHost> StartAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var host = new StandaloneHost();
        try
        {
            await host.StartOwnAsync(args, configure);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (App is not null) await App.DisposeAsync();
        foreach (var below in Enumerable.Reverse(_below)) await below.DisposeAsync();
    }

    private async Task StartOwnAsync(string[] args, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = args });
        Settings.Add(builder.Configuration, args);
        HostLogging.Add(builder.Logging, builder.Configuration);
        configure?.Invoke(builder);
        var configuration = builder.Configuration;
        CheckSettings(configuration);
        if (configuration["MEDIA_STORE"] is not { Length: > 0 })
        {
            configuration["MEDIA_STORE"] = Path.Combine(Settings.DataFolder(configuration), "media");
        }

        using var logs = LoggerFactory.Create(logging => HostLogging.Add(logging, configuration));
        var logger = logs.CreateLogger("WhatsAppBots");

        var catalog = FunctionCatalog.Discover(
            typeof(MessagesApp).Assembly, typeof(ImagesApp).Assembly, typeof(PaymentsApp).Assembly, typeof(MaintenanceApp).Assembly,
            typeof(AdminApp).Assembly);
        foreach (var (function, trigger) in catalog.Of<Microsoft.Azure.Functions.Worker.TimerTriggerAttribute>())
        {
            TimerRunner.ScheduleOf(function, trigger, configuration);
        }

        var database = new Database(await DatabaseUrlAsync(configuration, logger));
        _below.Add(database);
        await Migrator.RunAsync(database.General, logger, CancellationToken.None);

        // The product's time is the database's clock. In development it can be set ahead, for all hosts of the database and their
        // stand-ins; in production it can't.
        var isProduction = HostEnvironment.IsProduction(configuration);
        var databases = new DatabaseTime(MachineClock(builder.Services));
        await databases.MeasureAsync(database.General, CancellationToken.None);
        if (ClockWatch.Fault(databases, isProduction) is { } clock) throw new StartException(clock);
        var settable = isProduction ? null : new SettableTime(databases);
        if (settable is not null)
        {
            using var row = new ClockRow(database, settable);
            await row.ReadAsync(CancellationToken.None);
        }

        TimeProvider time = settable is null ? databases : settable;
        await new Partitions(database, RetentionOptions.Read(configuration), time).EnsureAsync(CancellationToken.None);

        var url = configuration["ASPNETCORE_URLS"] ?? configuration["URLS"] ?? DevelopmentValues.HostUrl;
        if (settable is not null) SimulatorUrl = await StandIns.StartAsync(configuration, url, settable, _below);
        EnvironmentNotice.Add(builder.Services, configuration);
        ClockWatch.Add(builder.Services, databases, isProduction);
        Compose(builder, catalog, database, time, url);
        if (settable is not null) ClockRoutes.Add(builder.Services, settable);
        App = builder.Build();

        // Before the host starts: there a faulty setting would be logged with its whole stack.
        App.Services.GetService<IStartupValidator>()?.Validate();
        App.Services.GetRequiredService<EngineOptions>();
        App.Use((context, next) =>
        {
            SecurityHeaders.Apply(context);
            return next(context);
        });
        App.UseRouting();
        App.MapGet("/health", (HealthReport health, CancellationToken cancellationToken) => health.AnswerAsync(null, cancellationToken));
        var tools = new OwnerTools(database, time);
        if (settable is not null) await DevelopmentKey.EnsureAsync(tools, new KeyStore(database, time), configuration);
        _firstOwner = await FirstOwner.LinesAsync(tools, configuration);
        HttpFunctions.Map(App, catalog, Settings.FunctionKey(configuration));
        if (settable is not null) ClockRoutes.Map(App, Settings.FunctionKey(configuration));
        await App.StartAsync();
    }

    private static void Compose(WebApplicationBuilder builder, FunctionCatalog catalog, Database database, TimeProvider time, string url)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(kestrel => HttpLimits.Apply(kestrel, configuration));
        services.AddRouting();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = StopsWithin);
        services.AddSingleton(time);
        services.AddSingleton(database);
        services.AddSingleton(catalog);
        services.AddTelemetry(configuration);
        services.AddMessages(configuration).AddImages(configuration).AddPayments(configuration)
            .AddMaintenance(configuration).AddAdmin(configuration);

        // Started last and stopped first: these call the services of the others.
        services.AddHostedService<EventFeeder>();
        services.AddHostedService<DueWorkRunner>();
        services.AddHostedService<TimerRunner>();
    }

    // A test may have registered a clock of its own.
    private static TimeProvider MachineClock(IServiceCollection services) =>
        services.LastOrDefault(service => service.ServiceType == typeof(TimeProvider))?.ImplementationInstance as TimeProvider
            ?? TimeProvider.System;

    private async Task<string> DatabaseUrlAsync(IConfiguration configuration, ILogger logger)
    {
        if (configuration["DATABASE_URL"] is { Length: > 0 } url) return url;
        var server = await PostgresServer.StartAsync(
            new PostgresOptions { DataFolder = Settings.DataFolder(configuration) }, logger, CancellationToken.None);
        _below.Add(server);
        return server.ConnectionString;
    }

    // Reports all faults at once, before anything is started: nobody wants to start again for each.
    private static void CheckSettings(IConfiguration configuration)
    {
        var faults = Faults(configuration);
        if (faults.Count == 0) return;
        throw new StartException(string.Join(" ", faults.Concat(OtherSettingNames.Notices(configuration).Select(other => other.Notice))));
    }

    /// <summary>Faults of the settings that are known before anything is started, each a sentence with the name of its setting.</summary>
    internal static IReadOnlyList<string> Faults(IConfiguration configuration)
    {
        if (HostEnvironment.Fault(configuration) is { } environment) return [environment];
        List<string> faults = [.. Settings.Faults(configuration)];
        if (new WhatsAppSettings(configuration).Validate(null, WhatsAppSettings.Read(configuration)) is { Failed: true } whatsApp)
        {
            faults.AddRange(whatsApp.Failures);
        }

        if (HttpLimits.Fault(configuration) is { } limits) faults.Add(limits);
        if (ApiOptions.Fault(configuration) is { } api) faults.Add(api);
        faults.AddRange(new AiSettings(configuration).Faults());
        if (new TwilioSettings(configuration).Validate(null, TwilioSettings.Read(configuration)) is { Failed: true } twilio)
        {
            faults.AddRange(twilio.Failures);
        }

        return [.. faults.Distinct()];
    }

    internal static bool IsOfTheUser(Exception e) =>
        e is StartException or PostgresNotFoundException or PostgresFailedException or UnservableFunctionsException
            or ChangedHistoryException or MigrationException or OptionsValidationException or FormatException
            or Npgsql.NpgsqlException or IOException or SocketException or InvalidOperationException;

    /// <summary>Lines that are printed at the start.</summary>
    internal string Welcome() => string.Join(Environment.NewLine, ((string?[])
    [
        "",
        SimulatorUrl is null ? null : $"  Chat with the bots:  {SimulatorUrl}",
        $"  Webhooks and API:    {string.Join(", ", App.Urls)}  (health: /health)",
        .. _firstOwner.Select((line, index) => (index == 0 ? "  First owner:         " : "                       ") + line),
        "",
    ]).OfType<string>());
}
