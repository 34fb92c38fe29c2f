namespace WhatsAppBots.Images.Jobs;

/// <summary>An order on its way through the AI provider: a row of images.jobs.</summary>
/// <param name="Title">Unique at the provider.</param>
/// <param name="Request">JSON of the event that asked for it.</param>
/// <param name="State">A name of <see cref="JobStates"/>.</param>
internal sealed record Job(
    long OrderId, int Attempt, long WorkspaceId, long ConversationId, string Bot, string Title, string Request, string State, long? TuneId,
    DateTime? TrainedAt, DateTime? ExpiresAt, int Looks, DateTime CreatedAt);

/// <summary>Where a job stands.</summary>
internal static class JobStates
{
    /// <summary>To be asked of the provider, which does not know of it.</summary>
    public const string Asked = "asked";

    /// <summary>Asked, perhaps: before it is asked again the provider is searched for its title.</summary>
    public const string Unknown = "unknown";

    /// <summary>The provider has it.</summary>
    public const string Training = "training";

    /// <summary>All pictures are with us.</summary>
    public const string Ready = "ready";

    /// <summary>It cannot be done; the money goes back.</summary>
    public const string Failed = "failed";

    /// <summary>Its pictures are gone.</summary>
    public const string Erased = "erased";
}
