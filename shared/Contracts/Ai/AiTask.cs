namespace WhatsAppBots.Contracts.Ai;

/// <summary>Something the AI can be asked to do. Its instructions are ours alone; what people write goes beside them, never into them.</summary>
/// <param name="Name">Stable: <c>habits.understand</c>.</param>
/// <param name="Instructions">What it is to do, in English.</param>
/// <param name="Schema">JSON schema of the answer, an object with <c>additionalProperties: false</c> and all properties required.</param>
/// <param name="SeesPictures">It is asked about pictures.</param>
public sealed record AiTask(string Name, string Instructions, string Schema, bool SeesPictures = false);
