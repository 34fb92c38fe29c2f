using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using WhatsAppBots.Unit.Tests.Infra;

namespace WhatsAppBots.Unit.Tests.Api;

/// <summary>The OpenAPI document: complete enough for a client to be made of it, and the committed copy is what the API gives.</summary>
public sealed class ApiDocumentTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Copy = "infra/openapi.json";

    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Document_IsValid_AndNamesEachEndpoint()
    {
        var document = await ReadAsync();
        var operations = document.Paths.SelectMany(path => path.Value.Operations!.Select(operation =>
            $"{operation.Value.OperationId} {operation.Key} {path.Key}"));

        // Pages are no operations.
        var endpoints = host.Api.Endpoints
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)).Select(endpoint => (
                Name: endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName,
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods,
                Route: endpoint.RoutePattern.RawText!.Replace(":long", "", StringComparison.Ordinal)))
            .Where(endpoint => endpoint.Name != "OpenApiDocument")
            .SelectMany(endpoint => endpoint.HttpMethods.Select(method => $"{endpoint.Name} {method} {endpoint.Route}"));
        Assert.Equal(endpoints.Order(), operations.Order());
    }

    [Fact]
    public async Task EachOperation_SaysWhatItTakesAndAnswers()
    {
        var document = await ReadAsync();
        Assert.Equal(["bearer", "session"], document.Components!.SecuritySchemes!.Keys.Order());
        Assert.NotEmpty(document.Security!);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var operation in item.Operations!.Values)
            {
                var name = operation.OperationId ?? path;
                Assert.False(string.IsNullOrEmpty(operation.Summary), $"{name} has no summary: add .WithSummary(…).");
                Assert.Single(operation.Tags!);
                Assert.All(operation.Parameters ?? [], parameter => Assert.NotNull(parameter.Schema!.Type));
                Assert.All(operation.Responses!, response => Check(name, response.Key, response.Value));
                Assert.Contains("401", operation.Responses!.Keys);
                var names = path.Contains("{id}", StringComparison.Ordinal) || name == "OpenFile";
                Assert.Equal(names, operation.Responses.ContainsKey("404"));
                if (operation.Parameters?.FirstOrDefault(parameter => parameter.Name == "size") is not { } size) continue;
                Assert.Equal((JsonSchemaType.Integer, "1", "200"), (size.Schema!.Type, size.Schema.Minimum, size.Schema.Maximum));
                Assert.Contains("400", operation.Responses.Keys);
            }
        }

        static void Check(string name, string status, IOpenApiResponse response)
        {
            // Those that say all by their status.
            if (status is "202" or "204" or "302" || name == "EndProviderSessions") return;
            var type = status[0] != '2' ? "application/problem+json" : name == "Live" ? "text/event-stream" : "application/json";
            Assert.True(response.Content?.Any(content => content.Key == type && content.Value.Schema is not null) == true, $"{name}: its answer {status} has no schema.");
        }
    }

    // A client that is generated from it must not have to fill in what may be left out, and must not leave out what is needed.
    [Fact]
    public async Task Request_NeedsWhatItNeeds_AndNothingElse()
    {
        var document = await ReadAsync();
        Assert.Empty(document.Components!.Schemas!["PresenceRequest"].Required ?? new HashSet<string>());
        Assert.Equal(["from", "to", "user", "weekday"], document.Components.Schemas["ShiftView"].Required!.Order());
        Assert.Contains("next", document.Components.Schemas["DutyView"].Required!);
        var send = document.Paths["/api/conversations/{id}/messages"].Operations![HttpMethod.Post];
        Assert.True(send.Parameters!.Single(parameter => parameter.Name == "Idempotency-Key").Required);
    }

    [Fact]
    public async Task EachMember_HasAType()
    {
        var document = await ReadAsync();
        Assert.All(document.Components!.Schemas!.Where(schema => schema.Key != "JsonElement"), schema =>
        {
            Assert.Equal(JsonSchemaType.Object, schema.Value.Type);
            Assert.All(schema.Value.Properties!, member => Assert.True(
                member.Value is OpenApiSchemaReference || member.Value.Type is not null || member.Value.OneOf?.Count > 0, $"{schema.Key}.{member.Key}"));
        });
    }

    // OPENAPI=write dotnet test tests/Unit --filter ApiDocumentTests
    [Fact]
    public async Task Copy_IsWhatTheApiGives()
    {
        var given = (await host.AskAsync("GET", "/api/openapi.json")).Body!.ToJsonString(_readable) + "\n";
        if (Environment.GetEnvironmentVariable("OPENAPI") == "write") await File.WriteAllTextAsync(Repository.PathOf(Copy), given);
        var copy = File.Exists(Repository.PathOf(Copy)) ? Repository.Text(Copy) : "";
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(given), copy.Length == 0 ? null : JsonNode.Parse(copy)),
            $"{Copy} is not what the API gives. Write it anew: OPENAPI=write dotnet test tests/Unit --filter ApiDocumentTests; and read the difference.");
    }

    private async Task<OpenApiDocument> ReadAsync()
    {
        var answer = await host.AskAsync("GET", "/api/openapi.json");
        Assert.Equal(200, answer.Status);
        var result = OpenApiDocument.Parse(answer.Body!.ToJsonString(), "json");
        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
        return result.Document!;
    }
}
