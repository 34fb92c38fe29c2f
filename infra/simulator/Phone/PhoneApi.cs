using System.Text.Json.Nodes;
using WhatsAppBots.Simulator.Graph;
using WhatsAppBots.Simulator.Twilio;
using WhatsAppBots.Simulator.Webhooks;

namespace WhatsAppBots.Simulator.Phone;

/// <summary>The person's side: what the page, tests and demos do on the phone, and what goes wrong on request.</summary>
internal sealed class PhoneApi(
    SimulatorOptions options, Chats chats, MediaShelf media, Faults faults, Outbox outbox, WebhookPoster webhooks, TwilioWebhooks twilio, TimeProvider time)
{
    public const string DefaultPerson = "15550001111";

    public void Map(WebApplication app)
    {
        app.MapGet("/sim/contacts", () => options.Numbers);
        app.MapGet("/sim/chats/{number}", (string number, string? from) =>
            new JsonArray([.. chats.Of(number, from ?? DefaultPerson).Select(bubble => (JsonNode)Chats.View(bubble))]));
        app.MapPost("/sim/messages", Send);
        app.MapPost("/sim/read", MarkRead);
        app.MapPost("/sim/media", UploadAsync);
        app.MapGet("/sim/media/{id}", (string id) => media.Find(id) is { } item ? Results.Bytes(item.Content, item.MimeType, enableRangeProcessing: true) : Results.NotFound());
        app.MapGet("/sim/events", WatchAsync);
        app.MapGet("/sim/outbox", (string? to) => outbox.All(to));
        app.MapPost("/sim/faults", (JsonObject fault) =>
        {
            faults.Add(fault);
            return Results.NoContent();
        });
        app.MapDelete("/sim/faults", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        app.MapPost("/sim/delivery", (JsonObject manner) =>
        {
            webhooks.Manner = DeliveryManner.Read(manner);
            return Results.NoContent();
        });
    }

    private IResult Send(JsonObject request)
    {
        if (!ClientJson.IsText(request)) return Results.BadRequest("The message holds half a character, which no phone can send.");
        var number = ClientJson.Text(request, "number") ?? "";
        if (options.Numbers.All(known => known.PhoneNumberId != number)) return Results.NotFound();
        var type = ClientJson.Text(request, "type") ?? "text";

        // Cards of contacts are a list, all other content is an object.
        var content = type == "contacts" ? request[type] is JsonArray cards ? new JsonObject { [type] = cards.DeepClone() } : null
            : request[type] as JsonObject;
        if (content is null) return Results.BadRequest($"{type} is required");
        if (type == "text" && ClientJson.Text(content, "body") is not { Length: > 0 }) return Results.BadRequest("text.body is required");
        var from = request["from"] as JsonObject;
        var person = ClientJson.Text(from, "waId") is { Length: > 0 } given ? given : DefaultPerson;
        content = (JsonObject)content.DeepClone();
        if (media.Find(ClientJson.Text(content, "id")) is { } file)
        {
            content["mime_type"] = file.MimeType;
            content["sha256"] = Convert.ToBase64String(Convert.FromHexString(file.Sha256));
        }

        var bubble = new Bubble
        {
            Id = IsTwilios(number) ? $"SM{Guid.NewGuid():N}" : Wamid.Of(person), Direction = "out", Type = type, At = time.GetUtcNow(),
            Body = content, ReplyTo = ClientJson.Text(request, "context"), Status = "delivered",
        };
        if (type == "reaction") React(number, person, content);
        else chats.Add(number, person, bubble);
        var name = ClientJson.Text(from, "name") ?? "Sam";
        if (IsTwilios(number)) twilio.Message(number, person, name, bubble);
        else webhooks.Message(number, person, name, ClientJson.Text(from, "userId"), Webhook(number, person, bubble));
        return Results.Json(new JsonObject { ["id"] = bubble.Id });
    }

    // Meta's numbers are ids.
    private static bool IsTwilios(string number) => number.StartsWith('+');

    private static JsonObject Webhook(string number, string person, Bubble bubble)
    {
        var message = new JsonObject
        {
            ["from"] = person, ["id"] = bubble.Id, ["timestamp"] = WebhookPoster.Seconds(bubble.At), ["type"] = bubble.Type,
            [bubble.Type] = (bubble.Type == "contacts" ? bubble.Body["contacts"]! : bubble.Body).DeepClone(),
        };
        if (bubble.ReplyTo is not null) message["context"] = new JsonObject { ["from"] = number, ["id"] = bubble.ReplyTo };
        return message;
    }

    private void React(string number, string person, JsonObject reaction)
    {
        if (chats.Find(number, person, ClientJson.Text(reaction, "message_id") ?? "") is not { } target) return;
        target.Reaction = ClientJson.Text(reaction, "emoji") is { Length: > 0 } emoji ? emoji : null;
        chats.Updated(number, person, target);
    }

    private IResult MarkRead(JsonObject request)
    {
        var (number, person) = (ClientJson.Text(request, "number") ?? "", ClientJson.Text(request["from"], "waId") ?? DefaultPerson);
        foreach (var bubble in chats.Of(number, person).Where(bubble => bubble is { Direction: "in", Status: "sent" or "delivered" }))
        {
            bubble.Status = "read";
            if (IsTwilios(number)) twilio.Status(number, person, bubble, "read");
            else webhooks.Status(number, person, bubble, "read");
        }

        return Results.NoContent();
    }

    private async Task<IResult> UploadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) return Results.BadRequest();
        var form = await request.ReadFormAsync(cancellationToken);
        if (form.Files.GetFile("file") is not { } file) return Results.BadRequest();
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        var item = media.Add(file.ContentType, content.ToArray(), file.FileName);
        return Results.Json(new JsonObject { ["id"] = item.Id, ["mime_type"] = item.MimeType });
    }

    private async Task WatchAsync(HttpContext context, string? from)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        var channel = chats.Watch(from ?? DefaultPerson);
        try
        {
            await context.Response.WriteAsync(": ok\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await foreach (var news in channel.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync($"data: {news.ToJsonString()}\n\n", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
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
