using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images.Packs;

/// <summary>Answers who wants to see packs.</summary>
internal sealed class PackListing(PackCatalog catalog, TimeProvider time) : IEventHandler
{
    private static readonly int[] _sizes = [12, 24, 40];

    /// <inheritdoc/>
    public string Receiver => Apps.Images;

    /// <inheritdoc/>
    public string Type => EventTypes.PacksRequested;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var asked = e.Data.Deserialize(ContractsJson.Default.PacksRequested)!;
        return new EventOutcome(null, Told(e, asked, await catalog.ListAsync(asked.Class, asked.Images, _sizes, cancellationToken)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<CloudEvent> GiveUp(CloudEvent e) => [Told(e, e.Data.Deserialize(ContractsJson.Default.PacksRequested)!, [])];

    private CloudEvent Told(CloudEvent e, PacksRequested asked, IReadOnlyList<ListedPack> packs) => CloudEvent.Of(
        $"{e.Id}/packs", Apps.Images, EventTypes.PacksListed, e.Workspace, asked.ConversationId, e.Bot, time.GetUtcNow(),
        new(asked.ConversationId, asked.Class, asked.Tier, packs), ContractsJson.Default.PacksListed);
}
