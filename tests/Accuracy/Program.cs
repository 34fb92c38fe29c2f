using WhatsAppBots.Accuracy;
using TextReader = WhatsAppBots.Understanding.TextReader;

Understand rules = (text, context, _, _) => ValueTask.FromResult(new Understood(TextReader.Understand(text, context)));

// Misses of the held-out part are never shown: who has seen them can no longer be measured by them.
if (args is ["--misses", "tuned"]) await Table.PrintMissesAsync(rules, new Trial(null));
else if (args is ["--misses", .. var files]) await Table.PrintMissesAsync(rules, new Trial(null), files);
else if (args is ["--try"]) await Table.TryAsync(Console.In, new Trial(null));
else if (args is ["--rules"]) await Table.PrintAsync(("rules alone", rules, new Trial(null)));
else if (args.Length == 0)
{
    await using var endpoint = await AiEndpoint.StartAsync();
    await Table.PrintAsync(("rules alone", rules, new Trial(null)), ("rules with AI", new RulesWithAi(endpoint.Ai).UnderstandAsync, new Trial(endpoint.Ai)));
    Console.WriteLine(endpoint.Description);
}
else Console.Error.WriteLine("dotnet run --project tests/Accuracy [-- --rules | --misses tuned | --misses <file>… | --try]");
