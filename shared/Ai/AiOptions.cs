namespace WhatsAppBots.Ai;

/// <summary>How the AI is reached. Read from the settings by <see cref="AiSettings"/>.</summary>
public sealed class AiOptions
{
    /// <summary>
    /// OPENAI_BASE_URL, <c>https://api.openai.com/v1</c> by default; or <c>openai/v1/</c> below AZURE_OPENAI_ENDPOINT. Null: there is no AI.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>OPENAI_API_KEY or AZURE_OPENAI_API_KEY; null: the host's own identity, under Azure alone.</summary>
    public string? Key { get; set; }

    /// <summary>OPENAI_MODEL or AZURE_OPENAI_DEPLOYMENT.</summary>
    public string Model { get; set; } = "";

    /// <summary>AI_TIMEOUT, seconds: from a question to its answer, a second try included. The person waits for it.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>AI_TURNS_PER_DAY: questions a person and UTC day; from then on there are only rules.</summary>
    public int TurnsPerDay { get; set; } = 200;

    /// <summary>AI_PRICES: what a million tokens cost in US dollars, <c>in/out</c>; null: only tokens are counted.</summary>
    public AiPrices? Prices { get; set; }

    /// <summary>There is one to ask.</summary>
    public bool IsOn => Endpoint is not null;
}

/// <summary>US dollars for a million tokens.</summary>
/// <param name="In">Of questions.</param>
/// <param name="Out">Of answers.</param>
public sealed record AiPrices(decimal In, decimal Out);
