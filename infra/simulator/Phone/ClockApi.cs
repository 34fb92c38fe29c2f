using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Phone;

/// <summary>The page's clock: what it asks goes to the product's own <c>/clock</c>, which is there in development alone.</summary>
internal sealed class ClockApi(SimulatorOptions options, FollowedTime time) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(100) };

    public void Map(WebApplication app)
    {
        app.MapGet("/sim/clock", (CancellationToken cancellationToken) => AskAsync(HttpMethod.Get, null, cancellationToken));
        app.MapPost("/sim/clock", (JsonObject move, CancellationToken cancellationToken) => AskAsync(HttpMethod.Post, move, cancellationToken));
        app.MapDelete("/sim/clock", (CancellationToken cancellationToken) => AskAsync(HttpMethod.Delete, null, cancellationToken));
    }

    public void Dispose() => _http.Dispose();

    private async Task<IResult> AskAsync(HttpMethod method, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, options.HostUrl + "/clock");
        request.Headers.Add("x-functions-key", options.FunctionKey);
        if (body is not null) request.Content = JsonContent.Create(body);
        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            if (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.Conflict)
            {
                // A product without such a clock is nothing that has gone wrong: the page shows none.
                return answer.StatusCode == HttpStatusCode.NotFound ? Results.NoContent() : Results.Text(text, statusCode: (int)answer.StatusCode);
            }

            if (JsonNode.Parse(text)?["aheadSeconds"] is { } ahead) time.Ahead = TimeSpan.FromSeconds((double)ahead);
            return Results.Text(text, "application/json", statusCode: (int)answer.StatusCode);
        }
        catch (HttpRequestException e)
        {
            return Results.Text(e.Message, statusCode: StatusCodes.Status502BadGateway);
        }
    }
}
