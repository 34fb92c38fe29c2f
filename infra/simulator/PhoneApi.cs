using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator;

/// <summary>The person's side: what the page, tests and demos do on the phone.</summary>
internal sealed class PhoneApi(SimulatorOptions options, Chats chats, WebhookPoster webhooks, TimeProvider time)
{
    private const string DefaultPerson = "15550001111";

    public void Map(WebApplication app)
    {
        app.MapGet("/sim/contacts", () => options.Numbers);
        app.MapGet("/sim/chats/{number}", (string number, string? from) =>
            new JsonArray([.. chats.Of(number, from ?? DefaultPerson).Select(bubble => (JsonNode)Chats.View(bubble))]));
        app.MapPost("/sim/messages", Send);
        app.MapPost("/sim/read", MarkRead);
        app.MapGet("/sim/events", WatchAsync);
    }

    private IResult Send(JsonObject request)
    {
        var number = request["number"]?.ToString() ?? "";
        if (options.Numbers.All(known => known.PhoneNumberId != number)) return Results.NotFound();
        var person = request["from"]?["waId"]?.ToString() ?? DefaultPerson;
        var type = request["type"]?.ToString() ?? "text";
        var bubble = new Bubble
        {
            Id = $"wamid.{Guid.NewGuid():N}", Direction = "out", Type = type, At = time.GetUtcNow(),
            Body = request[type]?.DeepClone() as JsonObject ?? [], ReplyTo = request["context"]?.ToString(), Status = "delivered",
        };
        var message = new JsonObject
        {
            ["from"] = person, ["id"] = bubble.Id, ["timestamp"] = WebhookPoster.Seconds(bubble.At), ["type"] = type,
            [type] = bubble.Body.DeepClone(),
        };
        if (bubble.ReplyTo is not null) message["context"] = new JsonObject { ["from"] = number, ["id"] = bubble.ReplyTo };
        chats.Add(number, person, bubble);
        webhooks.Message(number, person, request["from"]?["name"]?.ToString() ?? "Sam", message);
        return Results.Json(new JsonObject { ["id"] = bubble.Id });
    }

    private IResult MarkRead(JsonObject request)
    {
        var (number, person) = (request["number"]?.ToString() ?? "", request["from"]?["waId"]?.ToString() ?? DefaultPerson);
        foreach (var bubble in chats.Of(number, person).Where(bubble => bubble is { Direction: "in", Status: not "read" }))
        {
            bubble.Status = "read";
            webhooks.Status(number, person, bubble, "read");
        }

        return Results.NoContent();
    }

    private async Task WatchAsync(HttpContext context, string? from)
    {
        context.Response.ContentType = "text/event-stream";
        var channel = chats.Watch(from ?? DefaultPerson);
        try
        {
            await context.Response.WriteAsync(": ok\n\n", context.RequestAborted);
            await foreach (var news in channel.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync($"data: {news.ToJsonString()}\n\n", context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
        finally
        {
            chats.Unwatch(channel);
        }
    }
}
