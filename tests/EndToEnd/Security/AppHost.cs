using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Messaging;
using WhatsAppBots.Standalone.Events;
using WhatsAppBots.Standalone.Functions;
using WhatsAppBots.Standalone.Http;
using WhatsAppBots.Standalone.Timers;

namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>One app alone, with a login of its own to the database, as it runs under Azure; only what wakes it is Standalone's.</summary>
internal sealed class AppHost : IAsyncDisposable
{
    private readonly FunctionCatalog _catalog;
    private readonly WebApplication _app;
    private readonly Data.Database _database;

    private AppHost(FunctionCatalog catalog, WebApplication app, Data.Database database) => (_catalog, _app, _database) = (catalog, app, database);

    public IServiceProvider Services => _app.Services;

    private string Url => _app.Urls.First();

    /// <param name="login">The app's connection string.</param>
    /// <param name="owner">Whose timers' rows are: under Azure the Functions host keeps them elsewhere.</param>
    public static async Task<AppHost> StartAsync(
        Type anyOfTheApp, Func<IServiceCollection, IConfiguration, IServiceCollection> add, IReadOnlyDictionary<string, string> settings, string login,
        Data.Database owner, ILoggerProvider log, Action<IServiceCollection> share)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings!);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(log);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var catalog = FunctionCatalog.Discover(anyOfTheApp.Assembly);
        var database = new Data.Database(login);
        builder.Services.AddRouting().AddSingleton(TimeProvider.System).AddSingleton(database).AddSingleton(catalog);
        share(builder.Services);
        add(builder.Services, builder.Configuration);
        if (catalog.Of<ServiceBusTriggerAttribute>().Any()) builder.Services.AddHostedService<EventFeeder>();

        // Without a bus nobody rings from outside: each host looks for what falls due itself, as Standalone does.
        if (builder.Services.Any(service => service.ServiceType == typeof(DueWork))) builder.Services.AddHostedService<DueWorkRunner>();
        builder.Services.AddSingleton<IHostedService>(services => new TimerRunner(
            catalog, builder.Configuration, owner, TimeProvider.System, services, services.GetRequiredService<ILogger<TimerRunner>>()));
        var app = builder.Build();
        app.UseRouting();
        HttpFunctions.Map(app, catalog, settings["FUNCTION_KEY"]);
        await app.StartAsync();
        return new AppHost(catalog, app, database);
    }

    /// <summary>One address for all of them, as a gateway has it.</summary>
    public static async Task<WebApplication> GatherAsync(string url, IReadOnlyList<AppHost> hosts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        var gate = builder.Build();
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        gate.Run(async context =>
        {
            using var passed = new HttpRequestMessage(new HttpMethod(context.Request.Method), Of(hosts, context.Request).Url + context.Request.Path + context.Request.QueryString);
            if (context.Request.Method == "POST") passed.Content = new StreamContent(context.Request.Body);
            foreach (var (name, value) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Transfer-Encoding")))
            {
                if (!passed.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value)) passed.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
            }

            using var answer = await http.SendAsync(passed, HttpCompletionOption.ResponseHeadersRead);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(context.Response.Body);
        });
        await gate.StartAsync();
        return gate;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static AppHost Of(IReadOnlyList<AppHost> hosts, HttpRequest request) => hosts.First(host => host._catalog.Of<HttpTriggerAttribute>()
        .Any(function => new TemplateMatcher(TemplateParser.Parse(function.Trigger.Route!), []).TryMatch(request.Path, [])));
}
