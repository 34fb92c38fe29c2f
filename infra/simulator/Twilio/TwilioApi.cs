using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WhatsAppBots.Simulator.Graph;
using WhatsAppBots.Simulator.Phone;

namespace WhatsAppBots.Simulator.Twilio;

/// <summary>
/// Messages as Twilio takes them. https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
/// </summary>
internal sealed class TwilioApi(
    SimulatorOptions options, Chats chats, TwilioMedia media, Faults faults, Outbox outbox, TwilioWebhooks webhooks, TimeProvider time)
{
    private const int LongestBody = 1600;


    private static readonly Dictionary<int, (int Status, string Message)> _errors = new()
    {
        [20003] = (401, "Authenticate"), [20404] = (404, "The requested resource was not found"), [20429] = (429, "Too Many Requests"),
        [21211] = (400, "Invalid 'To' Phone Number"), [21212] = (400, "Invalid From Number"), [21602] = (400, "Message body is required"),
        [21609] = (400, "Invalid 'StatusCallback' URL"), [21610] = (400, "Attempt to send to unsubscribed recipient"),
        [21620] = (400, "Invalid media URL(s)"), [21617] = (400, "The concatenated message body exceeds the 1600 character limit"), [21656] = (400, "The ContentVariables Parameter is invalid"),
    };

    public void Map(WebApplication app)
    {
        app.MapPost("/twilio/2010-04-01/Accounts/{sid}/Messages.json", SendAsync);
        app.MapGet("/twilio/2010-04-01/Accounts/{sid}.json", (string sid, HttpRequest request) =>
            IsAllowed(options, request, sid) ? Results.Json(new JsonObject { ["sid"] = sid, ["status"] = "active" }) : Error(20003));
    }

    /// <summary>Whether a request bears the account's credentials.</summary>
    public static bool IsAllowed(SimulatorOptions options, HttpRequest request, string sid) => sid == options.TwilioAccountSid
        && request.Headers.Authorization.ToString()
            == "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{options.TwilioAccountSid}:{options.TwilioAuthToken}"));

    private async Task<IResult> SendAsync(string sid, HttpRequest request, HttpContext context)
    {
        if (!IsAllowed(options, request, sid)) return Error(20003);
        if (!request.HasFormContentType) return Error(21602);
        var form = (await request.ReadFormAsync(context.RequestAborted)).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var (from, to) = (Number(form.GetValueOrDefault("From")), Person(form.GetValueOrDefault("To")));
        if (from is not null) Keep("+" + from, to, form);
        if (Broken(form, from, to) is { } broken) return Error(broken);
        var number = "+" + from;
        var fault = faults.Take(number, to);
        if (fault is not null && await fault.BefallAsync(context, Error) is { } answer) return answer;
        var bubble = await BubbleAsync(form, context.RequestAborted);
        Deliver(number, to!, bubble, fault);
        if (fault?.Kind == "lost_answer")
        {
            context.Abort();
            return Results.Empty;
        }

        if (fault?.Kind == "garbage") return Results.Text("<html>502 Bad Gateway</html>", "text/html");
        return Results.Json(
            new JsonObject
            {
                ["sid"] = bubble.Id, ["status"] = "queued", ["from"] = form["From"], ["to"] = form["To"], ["error_code"] = null,
                ["date_created"] = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture),
            },
            statusCode: StatusCodes.Status201Created);
    }

    // Of what shows nothing there is no body: https://www.twilio.com/docs/api/errors/21602
    private int? Broken(Dictionary<string, string> form, string? from, string? to)
    {
        if (from is null || options.Numbers.All(known => known.PhoneNumberId != "+" + from)) return 21212;
        if (to is null) return 21211;
        if (form.GetValueOrDefault("Body") is { Length: > LongestBody }) return 21617;
        if (form.TryGetValue("StatusCallback", out var callback) && !Uri.TryCreate(callback, UriKind.Absolute, out _)) return 21609;
        if (form.ContainsKey("ContentSid")) return IsJson(form.GetValueOrDefault("ContentVariables")) ? null : 21656;
        if (form.TryGetValue("MediaUrl", out var file) && !(Uri.TryCreate(file, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")) return 21620;
        return !string.IsNullOrWhiteSpace(form.GetValueOrDefault("Body")) || form.ContainsKey("MediaUrl") ? null : 21602;
    }

    private async Task<Bubble> BubbleAsync(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        var (type, body) = ("text", new JsonObject { ["body"] = form.GetValueOrDefault("Body") });
        if (form.TryGetValue("ContentSid", out var content))
        {
            var values = JsonNode.Parse(form.GetValueOrDefault("ContentVariables") ?? "{}")!.AsObject();
            (type, body) = ("template", new JsonObject
            {
                ["name"] = content, ["language"] = new JsonObject { ["code"] = "" },
                ["components"] = new JsonArray(new JsonObject
                {
                    ["type"] = "body",
                    ["parameters"] = new JsonArray(
                        [.. values.Select(value => new JsonObject { ["type"] = "text", ["text"] = value.Value?.ToString() ?? "" })]),
                }),
            });
        }
        else if (form.TryGetValue("MediaUrl", out var url))
        {
            (type, body) = await media.FetchAsync(url, form.GetValueOrDefault("Body"), cancellationToken);
        }

        return new Bubble
        {
            Id = $"{(type is "text" or "template" ? "SM" : "MM")}{Guid.NewGuid():N}", Direction = "in", Type = type, At = time.GetUtcNow(), Body = body,
            CallbackData = form.GetValueOrDefault("StatusCallback"),
        };
    }

    private void Deliver(string number, string to, Bubble bubble, Fault? fault)
    {
        webhooks.Status(number, to, bubble, "queued");
        var error = fault?.Kind.Split(':') is ["failed", var code] ? code
            : bubble.Type == TwilioMedia.Missing ? "63019"
            : bubble.Type != "template" && !chats.IsWindowOpen(number, to) ? "63016"
            : null;
        if (error is not null)
        {
            webhooks.Status(number, to, bubble, error == "63016" ? "failed" : "undelivered", error);
            return;
        }

        chats.Add(number, to, bubble);
        webhooks.Status(number, to, bubble, "sent");
        webhooks.Status(number, to, bubble, "delivered");
        bubble.Status = "delivered";
    }

    private void Keep(string number, string? to, Dictionary<string, string> form)
    {
        var body = new JsonObject([.. form.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))]) { ["to"] = to };
        outbox.Add(number, body);
    }

    private static IResult Error(int code)
    {
        var (status, message) = _errors.GetValueOrDefault(code, (400, "Simulated on request"));
        return Results.Json(
            new JsonObject { ["code"] = code, ["message"] = message, ["more_info"] = $"https://www.twilio.com/docs/errors/{code}", ["status"] = status },
            statusCode: status);
    }

    // A telephone, or the user id of who hides theirs.
    private static string? Person(string? address) => Number(address)
        ?? (address?.Split(':') is ["whatsapp", { Length: > 3 } id] && id[2] == '.' && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') ? id : null);

    private static string? Number(string? address) => address is not null && address.StartsWith("whatsapp:+", StringComparison.Ordinal)
        && address["whatsapp:+".Length..] is { Length: >= 6 } digits && digits.All(char.IsAsciiDigit) ? digits : null;

    private static bool IsJson(string? text)
    {
        try
        {
            return JsonNode.Parse(text ?? "{}", documentOptions: ClientJson.Strict) is JsonObject values && ClientJson.IsText(values);
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
