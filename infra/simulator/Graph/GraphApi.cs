using System.Globalization;
using System.Text.Json.Nodes;
using WhatsAppBots.Simulator.Phone;
using WhatsAppBots.Simulator.Webhooks;

namespace WhatsAppBots.Simulator.Graph;

/// <summary>
/// Messages and read marks as Meta takes them. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
/// </summary>
internal sealed class GraphApi(
    SimulatorOptions options, Chats chats, MediaShelf media, Faults faults, Outbox outbox, TemplateBook templates, WebhookPoster webhooks,
    TimeProvider time)
{
    public void Map(WebApplication app)
    {
        app.MapPost("/graph/{version}/{number}/messages", SendAsync);
        app.MapPost("/graph/{version}/{account}/message_templates", SubmitAsync);
    }

    // Approved at once; Meta takes minutes to a day.
    private async Task<IResult> SubmitAsync(HttpRequest request)
    {
        if (IsStranger(request)) return GraphError.Answer(190, "Invalid OAuth access token");
        if (await ClientJson.ReadAsync(request) is not { } template) return GraphError.Answer(MessageRules.Parameter,
            "a JSON object is required");
        return templates.Add(template) is { } fault
            ? GraphError.Answer(MessageRules.Parameter, fault)
            : Results.Json(new JsonObject
            {
                ["id"] = $"{template["name"]}/{template["language"]}", ["status"] = "APPROVED",
                ["category"] = template["category"]!.ToString(),
            });
    }

    private bool IsStranger(HttpRequest request) => request.Headers.Authorization.ToString() != $"Bearer {options.AccessToken}";

    private async Task<IResult> SendAsync(string number, HttpRequest request, HttpContext context)
    {
        if (IsStranger(request)) return GraphError.Answer(190, "Invalid OAuth access token");

        if (await ClientJson.ReadAsync(request) is not { } body || ClientJson.Text(body, "messaging_product") != "whatsapp")
        {
            return GraphError.Answer(100, "messaging_product: required");
        }

        outbox.Add(number, body);
        var to = ClientJson.Text(body, "to") ?? ClientJson.Text(body, "recipient");
        var fault = faults.Take(number, to);
        if (fault is not null
            && await fault.BefallAsync(context, code => GraphError.Answer(code, "Simulated on request", fault)) is { } answer) return answer;
        if (ClientJson.Text(body, "status") == "read") return Read(number, body);
        if (MessageRules.Broken(body) is var (code, details)) return GraphError.Answer(code, details);
        return Accept(number, to!, body, fault, context);
    }

    private IResult Accept(string number, string to, JsonObject body, Fault? fault, HttpContext context)
    {
        var type = ClientJson.Text(body, "type") ?? "text";
        var content = body[type] is JsonObject whole ? (JsonObject)whole.DeepClone() : new JsonObject { [type] = body[type]!.DeepClone() };
        if (FileFault(type, content) is var (code, details)) return GraphError.Answer(code, details);
        if (type == "template")
        {
            if (templates.Fault(content) is var (wrong, why)) return GraphError.Answer(wrong, why);
            if (templates.Shown(content) is { } shown) content["shown"] = shown;
        }

        var bubble = new Bubble
        {
            Id = Wamid.Of(to), Direction = "in", Type = type, At = time.GetUtcNow(),
            Body = content, CallbackData = ClientJson.Text(body, "biz_opaque_callback_data"),
            ReplyTo = ClientJson.Text(body["context"], "message_id"),
        };
        Deliver(number, to, bubble, fault);
        switch (fault?.Kind)
        {
            case "lost_answer":
                context.Abort();
                return Results.Empty;
            case "garbage":
                return Results.Text("<html>502 Bad Gateway</html>", "text/html");
            default:
                return Results.Json(new JsonObject
                {
                    ["messaging_product"] = "whatsapp",
                    ["contacts"] = new JsonArray(new JsonObject { ["input"] = to, ["wa_id"] = to }),
                    ["messages"] = new JsonArray(new JsonObject { ["id"] = bubble.Id }),
                });
        }
    }

    private (int Code, string Details)? FileFault(string type, JsonObject content)
    {
        // The file of a message, or of its header.
        var (kind, file) = type is "image" or "video" or "audio" or "document" or "sticker" ? (type, content)
            : content["header"] is JsonObject header && header["type"]?.ToString() is { } name && header[name] is JsonObject above ? (name, above)
            : (type, null);
        if (file is null || ClientJson.Text(file, "link") is not null) return null;
        if (media.Find(ClientJson.Text(file, "id")) is not { } item) return (MessageRules.Parameter, $"{kind}.id: unknown media id");
        return MediaRules.Broken(kind, item.MimeType, item.Content.Length) is { } fault ? (MediaRules.Code, fault) : null;
    }

    private void Deliver(string number, string to, Bubble bubble, Fault? fault)
    {
        if (fault?.Kind.Split(':') is ["failed", var code])
        {
            bubble.Status = "failed";
            chats.Add(number, to, bubble);
            webhooks.Status(number, to, bubble, "failed", GraphError.InStatus(int.Parse(code, CultureInfo.InvariantCulture), "Simulated on request"));
            return;
        }

        if (bubble.Type != "template" && !chats.IsWindowOpen(number, to))
        {
            webhooks.Status(number, to, bubble, "failed", GraphError.InStatus(
                131047, "Message failed to send because more than 24 hours have passed since the customer last replied to this number."));
            return;
        }

        if (bubble.Type == "reaction" && !React(number, to, bubble.Body))
        {
            webhooks.Status(number, to, bubble, "failed", GraphError.InStatus(MessageRules.Invalid, "reaction.message_id: no such message in this chat"));
            return;
        }

        if (bubble.Type != "reaction") chats.Add(number, to, bubble);
        webhooks.Status(number, to, bubble, "sent");
        webhooks.Status(number, to, bubble, "delivered");
        bubble.Status = "delivered";
    }

    private bool React(string number, string to, JsonObject reaction)
    {
        if (chats.Find(number, to, ClientJson.Text(reaction, "message_id") ?? "") is not { } target) return false;
        target.Reaction = ClientJson.Text(reaction, "emoji") is { Length: > 0 } emoji ? emoji : null;
        chats.Updated(number, to, target);
        return true;
    }

    private IResult Read(string number, JsonObject body)
    {
        if (chats.FindAnywhere(number, ClientJson.Text(body, "message_id") ?? "") is not { } found)
        {
            return GraphError.Answer(100, "message_id: unknown");
        }

        foreach (var bubble in chats.Of(number, found.Person).Where(bubble => bubble.Direction == "out"))
        {
            if (bubble.Status != "read")
            {
                bubble.Status = "read";
                chats.Updated(number, found.Person, bubble);
            }

            if (bubble == found.Bubble) break;
        }

        if (body["typing_indicator"] is not null) chats.Tell(found.Person, new JsonObject { ["kind"] = "typing", ["number"] = number });
        return Results.Json(new JsonObject { ["success"] = true });
    }
}

/// <summary>Bodies that were posted to the Graph API, for tests.</summary>
internal sealed class Outbox
{
    private const int Most = 5000;

    private readonly Queue<JsonObject> _bodies = new();

    public void Add(string number, JsonObject body)
    {
        lock (_bodies)
        {
            var copy = (JsonObject)body.DeepClone();
            copy["_number"] = number;
            _bodies.Enqueue(copy);
            if (_bodies.Count > Most) _bodies.Dequeue();
        }
    }

    public JsonArray All(string? to)
    {
        lock (_bodies) return new JsonArray([.. _bodies.Where(body => to is null || body["to"]?.ToString() == to).Select(body => body.DeepClone())]);
    }
}
