using System.Text.Json.Serialization;
using WhatsAppBots.BotKit.State;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>What the bot knows of a person in one conversation.</summary>
internal sealed record PortraitData : BotState
{
    private static readonly StateFormat<PortraitData> _format = new(JsonIgnoreCondition.WhenWritingDefault);

    /// <summary>Photos for the next model, in the order in which they came.</summary>
    public IReadOnlyList<Photo> Photos { get; init; } = [];

    /// <summary>They agreed to what happens with their photos.</summary>
    public bool HasAgreed { get; init; }

    /// <summary>Why photos of the present burst can't be used, but for the first, which was answered itself.</summary>
    public IReadOnlyList<string>? Refused { get; init; }

    /// <summary>When a photo was last answered with a text rather than taken: a burst of them is answered once.</summary>
    public DateTimeOffset? TurnedDownAt { get; init; }

    /// <summary>Photos that came before they agreed: nobody has looked at them yet.</summary>
    public IReadOnlyList<EarlyPhoto> Early { get; init; } = [];

    /// <summary>Who they say the photos show, where it was guessed wrong; null: what most photos show.</summary>
    public string? Class { get; init; }

    /// <summary>What the AI was asked about their last text.</summary>
    public AskedTopic? Asked { get; init; }

    /// <summary>The set was reviewed in words; from then on only when asked.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>They were told that their photos will be erased, or the photos have served.</summary>
    public bool IsWarned { get; init; }

    /// <summary>The tier they look at.</summary>
    public string? Tier { get; init; }

    /// <summary>The packs that were shown last.</summary>
    public IReadOnlyList<ShownPack> Packs { get; init; } = [];

    /// <summary>The pack whose terms they read.</summary>
    public long? Pack { get; init; }

    /// <summary>The saved model that the next order uses; null: one is trained on the photos.</summary>
    public long? Model { get; init; }

    /// <summary>All they ordered; the number is the place in it, from 1.</summary>
    public IReadOnlyList<PortraitOrder> Orders { get; init; } = [];

    /// <summary>Models that can be used again.</summary>
    public IReadOnlyList<SavedModel> Models { get; init; } = [];

    /// <summary>The order they write about.</summary>
    public int? WritesAbout { get; init; }

    /// <summary>How many texts in a row were not understood.</summary>
    public int Lost { get; init; }

    public static PortraitData Read(string json) => _format.Read(json);

    public string Write() => _format.Write(this);
}

/// <summary>A pack that was shown.</summary>
internal sealed record ShownPack(long Id, string Title, int Images, string? Cover, string? Video) : StoredPart
{
    public static ShownPack Of(ListedPack pack) => new(pack.Id, pack.Title, pack.Images, pack.Cover, pack.Video);
}

/// <summary>A question to the AI that waits for its answer.</summary>
internal sealed record AskedTopic(string Request, DateTimeOffset At) : StoredPart;

/// <summary>A photo that the provider still has, by the id of its message and by its own.</summary>
internal sealed record EarlyPhoto(string Id, string Media, string Number, string Type, string Mime, string? Sha256, DateTimeOffset At)
    : StoredPart;

/// <summary>A photo the person sent, by the id of its message.</summary>
/// <param name="Traits">As the provider saw them.</param>
internal sealed record Photo(
    string Id, PhotoStage Stage, DateTimeOffset At, string? Class = null, IReadOnlyDictionary<string, string>? Traits = null,
    double Light = 0, double Sharpness = 0, string? Fingerprint = null, bool FullLength = false)
    : StoredPart;

/// <summary>Where a photo stands. Those that cannot be used are not kept.</summary>
internal enum PhotoStage
{
    /// <summary>Being checked.</summary>
    Pending,

    /// <summary>It counts.</summary>
    Accepted,

    /// <summary>The person may use it all the same.</summary>
    Offered,
}

/// <summary>An order as the bot sees it.</summary>
/// <param name="Id">The id the Payments app gave it.</param>
/// <param name="Photos">Messages of the photos it is trained on.</param>
internal sealed record PortraitOrder(
    int Number, long Pack, string Title, string Tier, string Class, int Images, long Amount, string Currency, OrderStage Stage,
    IReadOnlyList<string> Photos, long? Model)
    : StoredPart
{
    public long? Id { get; init; }
    public Uri? Url { get; init; }
    public DateTimeOffset? LinkedAt { get; init; }
    public int Reminders { get; init; }
    public int Attempt { get; init; } = 1;
    public DateTimeOffset? ReadyAt { get; init; }
    public IReadOnlyList<string> Pictures { get; init; } = [];
    public Uri? Download { get; init; }
    public int? Rating { get; init; }
    public string? Feedback { get; init; }

    /// <summary>When they did their part of a payment that takes days; null: there is none.</summary>
    public DateTimeOffset? PendingAt { get; init; }

    /// <summary>When they were told last that a payment did not go through.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>They have the pictures and all their money.</summary>
    public bool HasMoneyBack { get; init; }
}

/// <summary>Where an order stands, for the conversation.</summary>
internal enum OrderStage
{
    /// <summary>The link to pay it is being made.</summary>
    Placed,

    /// <summary>It can be paid.</summary>
    Open,

    /// <summary>Paid and being made.</summary>
    Making,

    /// <summary>Made; the window was shut.</summary>
    Ready,

    /// <summary>The person has the pictures.</summary>
    Delivered,

    /// <summary>It could not be made; the money is on its way back.</summary>
    Failed,

    /// <summary>The money is back.</summary>
    Refunded,

    /// <summary>Never paid.</summary>
    Cancelled,
}

/// <summary>A model at the AI provider.</summary>
/// <param name="Tune">The provider's id.</param>
/// <param name="Order">What it was trained for.</param>
internal sealed record SavedModel(long Tune, string Class, DateTimeOffset TrainedAt, DateTimeOffset ExpiresAt, int Order = 0)
    : StoredPart;
