using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>What is measured: rules alone, or rules with something beside them.</summary>
internal delegate ValueTask<Utterance> Understand(string text, TextContext context, CancellationToken cancellation);
