using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Astria;

/// <summary>A text that becomes pictures once its model is trained.</summary>
internal sealed class Prompt
{
    public required long Id { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Told when this prompt alone is ready.</summary>
    public string? Callback { get; init; }
    public DateTimeOffset? ReadyAt { get; set; }
}

/// <summary>A model of one person. Whoever reads or changes it holds the lock of <see cref="Tunes"/>.</summary>
internal sealed class Tune
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string Name { get; init; }
    public required string Origin { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required int Images { get; init; }
    public required JsonObject Characteristics { get; init; }
    public string? Callback { get; init; }
    public string? PromptsCallback { get; set; }
    public bool Fails { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? TrainedAt { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public bool HasFailed { get; set; }
    public bool IsDeleted { get; set; }
    public List<Prompt> Prompts { get; } = [];
}

/// <summary>Every tune, the deleted ones too. https://docs.astria.ai/docs/api/tune</summary>
internal sealed class Tunes(TimeProvider time)
{
    private readonly List<Tune> _tunes = [];
    private long _ids = 1_700_000;
    private long _promptIds = 20_500_000;

    public Lock Lock { get; } = new();

    public IEnumerable<Tune> All => _tunes;

    /// <summary>Those that are there: neither deleted nor past their thirty days.</summary>
    public IEnumerable<Tune> Present => _tunes.Where(tune => !tune.IsDeleted && !(tune.ExpiresAt <= time.GetUtcNow()));

    public long NextId() => ++_ids;

    public void Add(Tune tune) => _tunes.Add(tune);

    public void Prompt(Tune tune, IEnumerable<string> texts, string? callback) => tune.Prompts.AddRange(texts.Select(text =>
        new Prompt { Id = ++_promptIds, Text = text, CreatedAt = time.GetUtcNow(), Callback = callback }));

    public static JsonObject View(Tune tune)
    {
        var view = new JsonObject
        {
            ["id"] = tune.Id, ["title"] = tune.Title, ["name"] = tune.Name, ["token"] = "ohwx", ["created_at"] = Date(tune.CreatedAt),
            ["updated_at"] = Date(tune.UpdatedAt), ["started_training_at"] = Date(tune.CreatedAt), ["trained_at"] = Date(tune.TrainedAt),
            ["expires_at"] = Date(tune.ExpiresAt), ["eta"] = Date(tune.DueAt), ["ckpt_url"] = null, ["ckpt_urls"] = new JsonArray(),
            ["orig_images"] = new JsonArray(), ["characteristics"] = tune.Characteristics.DeepClone(),
            ["url"] = $"{tune.Origin}/astria/tunes/{tune.Id}",
        };
        if (tune.HasFailed) view["error"] = "training failed";
        return view;
    }

    public static JsonObject View(Tune tune, Prompt prompt) => new()
    {
        ["id"] = prompt.Id, ["tune_id"] = tune.Id, ["text"] = prompt.Text, ["created_at"] = Date(prompt.CreatedAt),
        ["updated_at"] = Date(prompt.ReadyAt ?? prompt.CreatedAt), ["started_training_at"] = Date(tune.TrainedAt),
        ["trained_at"] = Date(prompt.ReadyAt),
        ["images"] = new JsonArray([.. Enumerable.Range(1, prompt.ReadyAt is null ? 0 : Pack.ImagesPerPrompt)
            .Select(index => (JsonNode)Pictures.Address(tune.Origin, $"{tune.Id}-{prompt.Id}-{index}"))]),
        ["url"] = $"{tune.Origin}/astria/tunes/{tune.Id}/prompts/{prompt.Id}",
    };

    private static string? Date(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
