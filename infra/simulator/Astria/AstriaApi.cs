using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Astria;

/// <summary>Packs, tunes, their prompts and the inspection of photos. https://docs.astria.ai/docs/api/overview</summary>
internal sealed class AstriaApi(SimulatorOptions options, Tunes tunes, AstriaManner manner, AstriaCallbacks callbacks, TimeProvider time)
{
    private const int PageSize = 20;
    private const int FewestImages = 4;

    private int _inspections;

    public void Map(WebApplication app)
    {
        var astria = app.MapGroup("/astria").AddEndpointFilter(GuardAsync);
        astria.MapGet("/packs", (HttpRequest request) =>
            new JsonArray([.. Packs.All.Select(pack => (JsonNode)Packs.View(pack, Origin(request), withPrompts: false))]));
        astria.MapGet("/p/{id}", (string id, HttpRequest request) =>
            Packs.Find(id) is { } pack ? Results.Json(Packs.View(pack, Origin(request), withPrompts: true)) : NotFound());
        astria.MapPost("/p/{id}/tunes", CreateAsync);
        astria.MapGet("/tunes", List);
        astria.MapGet("/tunes/{id:long}", (long id) => With(id, tune => Results.Json(Tunes.View(tune))));
        astria.MapDelete("/tunes/{id:long}", (long id) => With(id, tune =>
        {
            tune.IsDeleted = true;
            return Results.Json(new JsonObject { ["id"] = tune.Id });
        }));
        astria.MapGet("/tunes/{id:long}/prompts", (long id) => With(id, tune =>
            Results.Json(new JsonArray([.. tune.Prompts.Select(prompt => (JsonNode)Tunes.View(tune, prompt))]))));
        astria.MapPost("/images/inspect", InspectAsync);
        app.MapGet("/astria/images/{name}.png", (string name) => Results.Bytes(Pictures.Draw(name), "image/png"));
        app.MapGet("/sim/astria", State);
        app.MapPost("/sim/astria", (JsonObject change) =>
        {
            manner.Change(change);
            return Results.NoContent();
        });
        app.MapDelete("/sim/astria", () =>
        {
            manner.Reset();
            return Results.NoContent();
        });
    }

    private async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, request) = (context.HttpContext, context.HttpContext.Request);
        if (request.Headers.Authorization.ToString() != $"Bearer {options.AstriaKey}")
        {
            return Results.Json(new JsonObject { ["error"] = "Invalid API key" }, statusCode: StatusCodes.Status401Unauthorized);
        }

        var path = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [_, "tunes", _, "prompts"] => "prompts",
            [_, "tunes", ..] or [_, "p", _, "tunes"] => "tunes",
            [_, "images", "inspect"] => "inspect",
            _ => "packs",
        };
        switch (manner.Take(path, request.Method)?.Kind)
        {
            case null:
                return await next(context);
            case "timeout":
                await Task.Delay(TimeSpan.FromMinutes(2), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return Results.Empty;
            case "504-ran":
                await next(context);
                return Results.Text("<html>504 Gateway Time-out</html>", "text/html", statusCode: StatusCodes.Status504GatewayTimeout);
            case "422":
                return Invalid("base", "Simulated on request");
            case var status:
                return Results.Json(
                    new JsonObject { ["error"] = "Simulated on request" },
                    statusCode: int.Parse(status, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private async Task<IResult> CreateAsync(string id, HttpRequest request, CancellationToken cancellationToken)
    {
        if (Packs.Find(id) is not { } pack) return NotFound();
        if (await TuneRequest.ReadAsync(request, cancellationToken) is not { } asked) return Invalid("tune", "is missing");
        lock (tunes.Lock)
        {
            return asked.TuneIds.Length > 0 ? Reuse(pack, asked, Origin(request)) : Train(pack, asked, Origin(request));
        }
    }

    private IResult Train(Pack pack, TuneRequest asked, string origin)
    {
        if (asked.Title.Length == 0) return Invalid("title", "can't be blank");
        if (IsTaken(asked.Title)) return Invalid("title", "has already been taken");
        if (!pack.Costs.ContainsKey(asked.Name)) return Invalid("name", "is not included in the list");
        if (asked.Images < FewestImages) return Invalid("images", $"is too short (minimum is {FewestImages} images)");
        return Answer(Make(asked, origin, asked.Name, manner.TakeFailure()), pack, asked);
    }

    // Prompts only. With a title they get an entity of their own; without one they are added to the model that is named.
    private IResult Reuse(Pack pack, TuneRequest asked, string origin)
    {
        if (tunes.Present.FirstOrDefault(tune => tune.Id == asked.TuneIds[0]) is not { TrainedAt: not null } model) return Invalid("tune_ids", "is invalid");
        if (!pack.Costs.ContainsKey(model.Name)) return Invalid("name", "is not included in the list");
        if (asked.Title.Length == 0)
        {
            model.PromptsCallback = asked.PromptsCallback;
            return Answer(model, pack, asked);
        }

        if (IsTaken(asked.Title)) return Invalid("title", "has already been taken");
        var tune = Make(asked, origin, model.Name, fails: false);
        (tune.DueAt, tune.TrainedAt, tune.ExpiresAt) = (tune.CreatedAt, tune.CreatedAt, model.ExpiresAt);
        return Answer(tune, pack, asked);
    }

    private Tune Make(TuneRequest asked, string origin, string name, bool fails)
    {
        var now = time.GetUtcNow();
        var tune = new Tune
        {
            Id = tunes.NextId(), Title = asked.Title, Name = name, Origin = origin, CreatedAt = now, UpdatedAt = now, DueAt = now + manner.TrainingTime,
            Images = asked.Images, Characteristics = asked.Characteristics, Callback = asked.Callback, PromptsCallback = asked.PromptsCallback, Fails = fails,
        };
        tunes.Add(tune);
        return tune;
    }

    private IResult Answer(Tune tune, Pack pack, TuneRequest asked)
    {
        tunes.Prompt(tune, pack.Texts(tune.Name), asked.PromptCallback);
        return Results.Json(Tunes.View(tune), statusCode: StatusCodes.Status201Created);
    }

    private JsonArray List(long? before_id, string? title)
    {
        lock (tunes.Lock)
        {
            return new JsonArray([.. tunes.Present.Where(tune => (before_id is null || tune.Id < before_id) && (title is null || tune.Title == title))
                .OrderByDescending(tune => tune.Id).Take(PageSize).Select(tune => (JsonNode)Tunes.View(tune))]);
        }
    }

    private async Task<IResult> InspectAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) return Invalid("file", "can't be blank");
        var form = await request.ReadFormAsync(cancellationToken);
        if (form.Files.GetFile("file") is not { Length: > 0 } file) return Invalid("file", "can't be blank");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        Interlocked.Increment(ref _inspections);
        return Results.Json(Inspection.Of(content.ToArray()));
    }

    private JsonObject State()
    {
        lock (tunes.Lock)
        {
            return new JsonObject
            {
                ["tunes"] = new JsonArray([.. tunes.All.Select(tune => (JsonNode)new JsonObject
                {
                    ["id"] = tune.Id, ["title"] = tune.Title, ["name"] = tune.Name, ["images"] = tune.Images, ["deleted"] = tune.IsDeleted,
                })]),
                ["inspects"] = _inspections, ["callbacks"] = callbacks.Count,
            };
        }
    }

    private IResult With(long id, Func<Tune, IResult> answer)
    {
        lock (tunes.Lock) return tunes.Present.FirstOrDefault(tune => tune.Id == id) is { } tune ? answer(tune) : NotFound();
    }

    private bool IsTaken(string title) => tunes.Present.Any(tune => tune.Title == title);

    private static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static IResult NotFound() => Results.Json(new JsonObject { ["error"] = "Not Found" }, statusCode: StatusCodes.Status404NotFound);

    private static IResult Invalid(string field, string fault) => Results.Json(
        new JsonObject { [field] = new JsonArray(fault) }, statusCode: StatusCodes.Status422UnprocessableEntity);
}
