using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using WhatsAppBots.Admin;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Unit.Tests.Api;

/// <summary>The API as a host calls it, with a database that nobody can reach.</summary>
public sealed class ApiHost : IAsyncDisposable
{
    private readonly WhatsAppBots.Data.Database _database = new("Host=127.0.0.1;Port=1;Username=nobody;Database=none");

    public ApiHost() => Api = new AdminApi(
        _database, Mock.Of<IBell>(), new RetentionOptions(), TimeProvider.System, NullLoggerFactory.Instance);

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

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await _database.DisposeAsync();
    }
}
