namespace WhatsAppBots.Contracts.Ai;

/// <summary>Whether an AI is configured. Without one a bot need not ask: the answer would be that there is none.</summary>
public sealed record AiPresence(bool IsOn);
