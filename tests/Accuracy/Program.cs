using WhatsAppBots.Accuracy;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

Understand rules = (text, context, _) => ValueTask.FromResult(TextReader.Understand(text, context));

// Misses of the held-out part are never shown: who has seen them can no longer be measured by them.
if (args is ["--misses", "tuned"]) await Table.PrintMissesAsync(rules);
else if (args.Length == 0) await Table.PrintAsync(("rules alone", rules));
else Console.Error.WriteLine("dotnet run --project tests/Accuracy [-- --misses tuned]");
