using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Audit;
using WhatsAppBots.Admin.Auth;
using WhatsAppBots.Admin.Conversations;
using WhatsAppBots.Admin.DeadLetters;
using WhatsAppBots.Admin.Desk;
using WhatsAppBots.Admin.Duty;
using WhatsAppBots.Admin.Files;
using WhatsAppBots.Admin.Habits;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Admin.Keys;
using WhatsAppBots.Admin.Live;
using WhatsAppBots.Admin.Me;
using WhatsAppBots.Admin.Members;
using WhatsAppBots.Admin.Orders;
using WhatsAppBots.Admin.Pages;
using WhatsAppBots.Admin.Passkeys;
using WhatsAppBots.Admin.Providers;
using WhatsAppBots.Admin.Ratings;
using WhatsAppBots.Admin.Reports;
using WhatsAppBots.Admin.States;
using WhatsAppBots.Admin.Status;
using WhatsAppBots.Admin.Updates;
using WhatsAppBots.Admin.Workspaces;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Admin;

/// <summary>
/// The API: routing, endpoints, problem details and the OpenAPI document, with services of its own, so that nothing of it reaches the other
/// apps of
/// a process. It is built at the first request, and costs a host's start nothing.
/// </summary>
public sealed class AdminApi : IAsyncDisposable, IDisposable
{
    private const long LargestBody = 64 * 1024;

    private readonly Lazy<Pipeline> _pipeline;

    /// <summary>Takes what the API needs of its host.</summary>
    public AdminApi(
        Database database, IBell bell, RetentionOptions retention, TimeProvider time, IOptions<SecretKey> secret, ApiOptions options,
        EventPublisher events, IMediaStore media, ILoggerFactory logs)
        : this(database, bell, retention, time, secret, options, events, media, logs, _ => { })
    {
    }

    /// <summary>The same with other services in place of some, for tests.</summary>
    internal AdminApi(
        Database database, IBell bell, RetentionOptions retention, TimeProvider time, IOptions<SecretKey> secret, ApiOptions options,
        EventPublisher events, IMediaStore media, ILoggerFactory logs, Action<IServiceCollection> configure) =>
        _pipeline = new(() => Build(
            new ServiceCollection()
                .AddSingleton(database).AddSingleton(bell).AddSingleton(retention).AddSingleton(time).AddSingleton(logs)
                .AddSingleton(secret).AddSingleton(options).AddSingleton(events).AddSingleton(media)
                .AddSingleton<IHostEnvironment>(new ApiEnvironment()),
            configure));

    /// <summary>Endpoints of all operations.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. _pipeline.Value.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Answers a request that a host has routed here.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var pipeline = _pipeline.Value;
        var (services, endpoint, values) = (context.RequestServices, context.GetEndpoint(), context.Request.RouteValues);
        await using var scope = pipeline.Services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.Request.RouteValues = [];
        context.SetEndpoint(null);
        try
        {
            await pipeline.Run(context);
        }
        finally
        {
            context.RequestServices = services;
            context.Request.RouteValues = values;
            context.SetEndpoint(endpoint);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_pipeline.IsValueCreated) await _pipeline.Value.Services.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_pipeline.IsValueCreated) _pipeline.Value.Services.Dispose();
    }

    private static Pipeline Build(IServiceCollection services, Action<IServiceCollection> configure)
    {
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(new DiagnosticListener("Microsoft.AspNetCore"));
        services.AddMetrics();
        services.AddRouting();
        services.ConfigureHttpJsonOptions(options => AdminJson.Apply(options.SerializerOptions));
        services.AddProblemDetails();

        // Problems tells in words what cannot be read.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<CallRates>();

        // Of nobody's calls no rows are seen.
        services.AddScoped(call => new Workspace(
            call.GetRequiredService<Database>(), call.GetRequiredService<CallContext>().Caller?.View ?? new WorkspaceView(0)));
        services.AddScoped(call => call.GetRequiredService<CallContext>().Caller ?? throw new InvalidOperationException("Nobody calls."));
        services.AddScoped(call => (Person)call.GetRequiredService<Caller>());
        ApiDocument.Add(services);
        var features = new Features(services);
        Register(features);
        configure(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var app = new ApplicationBuilder(provider);
        app.UseMiddleware<Problems>();
        app.UseMiddleware<CrossOrigin>();
        app.UseRouting();
        app.Use(NameTrace);
        app.UseMiddleware<Gate>();
        app.UseMiddleware<UnknownParameters>();
        app.UseEndpoints(endpoints =>
        {
            features.Map(endpoints.MapGroup("/api").WithMetadata(ApiDocument.EveryOperation)
                .WithMetadata(new RequestSizeLimitAttribute(LargestBody)));
            ApiDocument.Map(endpoints);
            PageEndpoints.Map(endpoints);
            EndpointNeeds.Check(endpoints.DataSources.SelectMany(source => source.Endpoints));
        });
        return new Pipeline(provider, app.Build());
    }

    // A feature is one line here and a folder.
    private static void Register(Features features)
    {
        features.Add<ConversationEndpoints>();
        features.Add<UpdateEndpoints>();
        features.Add<DeadLetterEndpoints>();
        features.Add<StateEndpoints>();
        features.Add<OrderEndpoints>();
        features.Add<ReportEndpoints>();
        features.Add<RatingEndpoints>();
        features.Add<HabitEndpoints>();
        features.Add<FileEndpoints>();
        features.Add<AuthEndpoints>();
        features.Add<ProviderEndpoints>();
        features.Add<MeEndpoints>();
        features.Add<PasskeyEndpoints>();
        features.Add<MemberEndpoints>();
        features.Add<KeyEndpoints>();
        features.Add<WorkspaceEndpoints>();
        features.Add<AuditEndpoints>();
        features.Add<ThreadEndpoints>();
        features.Add<SendEndpoints>();
        features.Add<StartEndpoints>();
        features.Add<NoteEndpoints>();
        features.Add<SnippetEndpoints>();
        features.Add<SearchEndpoints>();
        features.Add<DutyEndpoints>();
        features.Add<LiveEndpoint>();
        features.Add<StatusEndpoints>();
    }

    // A trace is found by its operation, not by the trigger that takes all of them.
    private static Task NameTrace(HttpContext context, RequestDelegate next)
    {
        if (Activity.Current is { } activity && context.GetEndpoint() is RouteEndpoint endpoint)
        {
            activity.DisplayName = $"{context.Request.Method} {endpoint.RoutePattern.RawText}";
        }

        return next(context);
    }

    // The document asks for the name of its program; a process may hold other apps, and a check of settings has no host at all.
    private sealed class ApiEnvironment : IHostEnvironment
    {
        public string ApplicationName { get; set; } = typeof(AdminApi).Assembly.GetName().Name!;

        public string EnvironmentName { get; set; } = Environments.Production;

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    private sealed record Pipeline(ServiceProvider Services, RequestDelegate Run);

    private sealed class Features(IServiceCollection services)
    {
        private readonly List<Action<IEndpointRouteBuilder>> _map = [];

        public void Add<T>()
            where T : IFeature
        {
            T.Add(services);
            _map.Add(api => T.Map(api.MapGroup("").WithTags(T.Name)));
        }

        public void Map(IEndpointRouteBuilder api) => _map.ForEach(map => map(api));
    }
}
