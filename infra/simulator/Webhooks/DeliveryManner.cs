using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Webhooks;

/// <summary>How webhooks are delivered: as they come, or in any of the ways Meta's documents warn of.</summary>
/// <param name="Batch">Updates in one POST at most.</param>
/// <param name="Double">Every POST is made twice.</param>
/// <param name="Shuffle">Updates that wait are posted in any order.</param>
/// <param name="Statuses">Statuses are told at all.</param>
internal sealed record DeliveryManner(int Batch = 1, bool Double = false, bool Shuffle = false, bool Statuses = true)
{
    public static DeliveryManner Read(JsonObject json) => new(
        (int?)json["batch"] ?? 1, (bool?)json["double"] ?? false, (bool?)json["shuffle"] ?? false, (bool?)json["statuses"] ?? true);
}
