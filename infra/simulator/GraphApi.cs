using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator;

/// <summary>Meta's Graph API, as far as bots use it. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages</summary>
internal sealed class GraphApi(SimulatorOptions options, Chats chats, WebhookPoster webhooks, TimeProvider time)
{
    public void Map(WebApplication app)
    {
        app.MapPost("/graph/{version}/{number}/messages", SendAsync);
    }

    private async Task<IResult> SendAsync(string number, HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() != $"Bearer {options.AccessToken}") return Error(401, 190, "Invalid OAuth access token");
        JsonObject? body;
        try
        {
            body = await JsonNode.ParseAsync(request.Body) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            body = null;
        }

        if (body is null || body["messaging_product"]?.ToString() != "whatsapp") return Error(400, 100, "messaging_product is required");
        if (body["status"]?.ToString() == "read") return Read(number, body);
        if (body["to"]?.ToString() is not { Length: > 0 } to) return Error(400, 100, "to is required");
        var type = body["type"]?.ToString() ?? "text";
        if (body[type] is not JsonObject content) return Error(400, 100, $"{type} is required");
        var bubble = new Bubble
        {
            Id = $"wamid.{Guid.NewGuid():N}", Direction = "in", Type = type, At = time.GetUtcNow(), Body = (JsonObject)content.DeepClone(),
            CallbackData = body["biz_opaque_callback_data"]?.ToString(), ReplyTo = body["context"]?["message_id"]?.ToString(),
        };
        Deliver(number, to, bubble);
        return Results.Json(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(new JsonObject { ["input"] = to, ["wa_id"] = to }),
            ["messages"] = new JsonArray(new JsonObject { ["id"] = bubble.Id }),
        });
    }

    private void Deliver(string number, string to, Bubble bubble)
    {
        if (bubble.Type != "template" && !(time.GetUtcNow() - chats.LastInbound(number, to) < TimeSpan.FromHours(24)))
        {
            webhooks.Status(number, to, bubble, "failed", new JsonObject
            {
                ["code"] = 131047, ["title"] = "Re-engagement message",
                ["error_data"] = new JsonObject { ["details"] = "More than 24 hours have passed since the customer last replied." },
            });
            return;
        }

        if (bubble.Type == "reaction")
        {
            if (chats.Find(number, to, bubble.Body["message_id"]?.ToString() ?? "") is { } target)
            {
                target.Reaction = bubble.Body["emoji"]?.ToString();
                chats.Tell(to, new JsonObject { ["kind"] = "update", ["number"] = number, ["message"] = Chats.View(target) });
            }
        }
        else
        {
            chats.Add(number, to, bubble);
        }

        webhooks.Status(number, to, bubble, "sent");
        webhooks.Status(number, to, bubble, "delivered");
        bubble.Status = "delivered";
    }

    private IResult Read(string number, JsonObject body)
    {
        if (chats.FindAnywhere(number, body["message_id"]?.ToString() ?? "") is not { } found) return Error(400, 100, "message_id is unknown");
        foreach (var bubble in chats.Of(number, found.Person).Where(bubble => bubble.Direction == "out" && bubble.Status != "read"))
        {
            bubble.Status = "read";
            chats.Tell(found.Person, new JsonObject { ["kind"] = "update", ["number"] = number, ["message"] = Chats.View(bubble) });
            if (bubble == found.Bubble) break;
        }

        if (body["typing_indicator"] is not null) chats.Tell(found.Person, new JsonObject { ["kind"] = "typing", ["number"] = number });
        return Results.Json(new JsonObject { ["success"] = true });
    }

    private static IResult Error(int status, int code, string details) => Results.Json(
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["message"] = $"(#{code}) {details}", ["type"] = "OAuthException", ["code"] = code,
                ["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = details }, ["fbtrace_id"] = "simulated",
            },
        },
        statusCode: status);
}
