using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using WhatsAppBots.Access;
using WhatsAppBots.Admin;
using WhatsAppBots.Admin.Auth;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Unit.Tests.Api;

/// <summary>The API as a host calls it, with a database that nobody can reach.</summary>
public sealed class ApiHost : IAsyncDisposable
{
    private readonly WhatsAppBots.Data.Database _database = new("Host=127.0.0.1;Port=1;Username=nobody;Database=none");

    private static readonly EventPublisher _events = new(new EventRouting(overBus: false), new EventBells(new EventRouting(
        overBus: false)));

    public ApiHost() => Api = new AdminApi(
        _database, Mock.Of<IBell>(), new RetentionOptions(), TimeProvider.System, Options.Create(new SecretKey()),
        ApiOptions.Read(new ConfigurationBuilder().Build()), _events, Mock.Of<IMediaStore>(), NullLoggerFactory.Instance,
        services => services.AddSingleton<ICallerFinder>(new Owner()));

    public AdminApi Api { get; }

    /// <summary>Asks, and reads the answer.</summary>
    public async Task<(int Status, string? ContentType, JsonNode? Body)> AskAsync(string method, string path, string query = "")
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (method, path, new QueryString(query));
        (context.Request.Scheme, context.Request.Host) = ("https", new HostString("bots.example"));
        using var body = new MemoryStream();
        context.Response.Body = body;
        await Api.AnswerAsync(context);
        return (context.Response.StatusCode, context.Response.ContentType, body.Length == 0 ? null : JsonNode.Parse(body.ToArray()));
    }

    // Nobody could be looked up.
    private sealed class Owner : ICallerFinder
    {
        public Task<Proof> FindAsync(HttpContext context, IPAddress? address) => Task.FromResult(new Proof(
            new Person(1, "ann@bots.example", "Ann", 1, Role.Owner, null, 1, DateTimeOffset.MaxValue, false, null, false), true, false));
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await _database.DisposeAsync();
    }
}
