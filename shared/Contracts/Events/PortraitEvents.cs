namespace WhatsAppBots.Contracts.Events;

/// <summary>A person wants to see packs.</summary>
/// <param name="Class">Who is in their photos.</param>
/// <param name="Tier">What they chose: a name the answer repeats.</param>
/// <param name="Images">Pictures a pack of that tier has.</param>
public sealed record PacksRequested(long ConversationId, string Class, string Tier, int Images);

/// <summary>The packs of a tier for a class.</summary>
public sealed record PacksListed(long ConversationId, string Class, string Tier, IReadOnlyList<ListedPack> Packs);

/// <summary>A pack as it is offered.</summary>
/// <param name="Id">The AI provider's id.</param>
/// <param name="Cover">Key of its picture in the media store; null where there is none.</param>
/// <param name="Video">Key of its example video; null where there is none yet.</param>
public sealed record ListedPack(long Id, string Title, int Images, string? Cover, string? Video);

/// <summary>An order is paid: make it.</summary>
/// <param name="Attempt">1; 2 where the pictures are made again for nothing.</param>
/// <param name="MessageIds">The photos, by the messages they came in; empty where a model is used again.</param>
/// <param name="Model">The provider's id of a model that is there; null: one is trained.</param>
public sealed record TrainingRequested(
    long ConversationId, long OrderId, int Attempt, long Pack, string Class, int Images, IReadOnlyList<string> MessageIds,
    IReadOnlyDictionary<string, string> Characteristics, long? Model);

/// <summary>The AI provider has begun.</summary>
/// <param name="ReadyAt">When it expects to be done.</param>
public sealed record TuneCreated(long ConversationId, long OrderId, long Tune, DateTimeOffset ReadyAt);

/// <summary>The AI provider refused, failed or never ended. The money goes back.</summary>
/// <param name="Reason">For operators.</param>
public sealed record TrainingFailed(long ConversationId, long OrderId, int Attempt, string Reason);

/// <summary>All pictures of an order are in the media store.</summary>
/// <param name="Pictures">Keys, in order.</param>
/// <param name="Download">Where all of them can be had as a ZIP, for a while.</param>
/// <param name="ModelExpiresAt">Until when the model can be used again.</param>
public sealed record PicturesReady(
    long ConversationId, long OrderId, long Tune, IReadOnlyList<string> Pictures, Uri Download, DateTimeOffset TrainedAt,
    DateTimeOffset ModelExpiresAt);

/// <summary>Erase what was made for an order; the model too, where nobody is to use it again.</summary>
public sealed record PicturesErased(long ConversationId, long OrderId, bool Model);

/// <summary>A pack's example video is to be made.</summary>
public sealed record PackVideoRequested(long Pack);

/// <summary>A pack has a new example video.</summary>
/// <param name="Video">Its key in the media store.</param>
public sealed record PackImagesUpdated(long Pack, string Video);
