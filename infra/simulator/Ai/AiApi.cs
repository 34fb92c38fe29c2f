using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Ai;

/// <summary>
/// Chat completions with structured answers. It knows two tasks by the names of their schemas, and answers any other with what is
/// emptiest in it. https://platform.openai.com/docs/api-reference/chat/object
/// </summary>
internal sealed class AiApi(SimulatorOptions options, AiManner manner, TimeProvider time)
{
    private int _ids;

    public void Map(WebApplication app)
    {
        app.MapPost("/ai/v1/chat/completions", CompleteAsync);
        app.MapGet("/ai/v1/models", (HttpRequest request) => request.Headers.Authorization.ToString() == $"Bearer {options.AiKey}"
            ? Results.Json(new JsonObject { ["object"] = "list", ["data"] = new JsonArray(new JsonObject { ["id"] = "simulator", ["object"] = "model" }) })
            : Refused(StatusCodes.Status401Unauthorized, "invalid_request_error", "Incorrect API key provided."));
        app.MapGet("/sim/ai", manner.View);
        app.MapPost("/sim/ai", (JsonObject fault) =>
        {
            manner.Add(fault);
            return Results.NoContent();
        });
        app.MapDelete("/sim/ai", () =>
        {
            manner.Reset();
            return Results.NoContent();
        });
    }

    private async Task<IResult> CompleteAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Headers.Authorization.ToString() != $"Bearer {options.AiKey}")
        {
            return Refused(StatusCodes.Status401Unauthorized, "invalid_request_error", "Incorrect API key provided.");
        }

        ChatRequest asked;
        try
        {
            asked = ChatRequest.Read(await JsonNode.ParseAsync(context.Request.Body, documentOptions: ClientJson.Strict,
                cancellationToken: cancellationToken));
        }
        catch (Exception e) when (OddBodies.IsFaultOf(e))
        {
            return Refused(StatusCodes.Status400BadRequest, "invalid_request_error", e.Message);
        }

        var fault = manner.Take(asked.Name);
        var obeys = Orders.AreObeyedIn(asked.Orders);
        manner.Keep(new JsonObject
        {
            ["task"] = asked.Name, ["orders"] = asked.Orders, ["data"] = asked.Data?.DeepClone(), ["pictures"] = asked.Pictures.Count, ["obeyed"] = obeys,
        });
        return await AnswerAsync(context, asked, fault, obeys);
    }

    private async Task<IResult> AnswerAsync(HttpContext context, ChatRequest asked, AiFault? fault, bool obeys)
    {
        var answer = asked.Name switch
        {
            "habits_understand" => HabitReader.Read(asked.Data, obeys),
            "habits_proof" => ProofLook.At(asked.Data, asked.Pictures, obeys),
            _ => Emptiest.Of(asked.Schema),
        };
        var text = answer.ToJsonString();
        switch (fault?.Kind)
        {
            case "slow":
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), time, context.RequestAborted);
                return Completion(asked, text);
            case "hang":
                await Task.Delay(Timeout.InfiniteTimeSpan, time, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return Results.Empty;
            case "reset":
                context.Abort();
                return Results.Empty;
            case "not-json":
                return Results.Text("<html><body>Welcome to our network</body></html>", "text/html");
            case "no-choices":
                return Results.Json(new JsonObject { ["id"] = "chatcmpl-0", ["object"] = "chat.completion", ["created"] = 0, ["model"] = asked.Model, ["choices"] = new JsonArray() });
            case "prose":
                return Completion(asked, "Sure! Here is what I think: the person is done.");
            case "wrong-schema":
                return Completion(asked, new JsonObject { ["mood"] = "splendid" }.ToJsonString());
            case "truncated":
                return Completion(asked, text[..(text.Length / 2)], "length");
            case "filtered":
                return Completion(asked, "", "content_filter");
            case "empty":
                return Completion(asked, "");
            case "refusal":
                return Completion(asked, null, refusal: "I'm sorry, I can't assist with that.");
            case null:
                return Completion(asked, text);
            case var status:
                if (fault.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Refused(int.TryParse(status, out var code) ? code : 500, "server_error", "Simulated on request");
        }
    }

    private IResult Completion(ChatRequest asked, string? text, string end = "stop", string? refusal = null)
    {
        var (given, made) = ((asked.Orders.Length + (asked.Data?.ToJsonString().Length ?? 0)) / 4 + (asked.Pictures.Count * 85), (text?.Length ?? 0) / 4);
        return Results.Json(new JsonObject
        {
            ["id"] = $"chatcmpl-{Interlocked.Increment(ref _ids)}", ["object"] = "chat.completion", ["created"] = time.GetUtcNow().ToUnixTimeSeconds(),
            ["model"] = asked.Model,
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0, ["finish_reason"] = end,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text, ["refusal"] = refusal },
            }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = given, ["completion_tokens"] = made, ["total_tokens"] = given + made },
        });
    }

    private static IResult Refused(int status, string type, string message) => Results.Json(
        new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = null, ["code"] = null } }, statusCode: status);
}
