namespace WhatsAppBots.Understanding.Words;

/// <summary>What a phrase at a place of a text may mean.</summary>
/// <param name="Value">A number, or the number of a name: of a weekday, a unit, a part of the day, an intent.</param>
/// <param name="Text">The value as the lexicon has it: a currency, a rule of where an intent's phrase must stand.</param>
/// <param name="Length">In tokens.</param>
internal readonly record struct Sense(Kind Kind, decimal Value, string Text, int Length);
