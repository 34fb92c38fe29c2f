using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>What is measured: rules alone, or rules with something beside them.</summary>
/// <param name="habits">Names of the habits that the person has.</param>
internal delegate ValueTask<Understood> Understand(string text, TextContext context, IReadOnlyList<string> habits, CancellationToken cancellation);

/// <summary>What came of it.</summary>
/// <param name="IsAsked">The AI was asked.</param>
/// <param name="IsAnswered">It was sure of an answer, which counts in place of the rules'.</param>
internal readonly record struct Understood(Utterance Utterance, bool IsAsked = false, bool IsAnswered = false);
