using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

/// <summary>Bodies mutated at random (the same on every run): whatever comes, reading neither throws nor loses anything.</summary>
public class MutationTests
{
    private const int Mutants = 20_000;

    private static readonly string[] _garbage =
    [
        "null", "true", "0", "-1", "1e999", "123456789012345678901234567890", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}",
        "[null]", "[[[]]]", "[{}]", "{\"id\":{}}", "\"messages\"", "{\"body\":7}", "\"😀\"", "[\"a\",{\"b\":[1]}]", "9e15",
    ];

    [Fact]
    public void Parse_AnyFixture_LosesNothingAndCanBeStored()
    {
        Assert.All(Fixture.Names, name =>
        {
            var delivery = Fixture.Read(name);
            StorableTests.AssertStorable(delivery);
            Assert.False(delivery.IsEmpty);
            foreach (var received in delivery.Messages)
                Assert.NotNull(JsonSerializer.Deserialize(
                    JsonSerializer.Serialize(received.Message, ContractsJson.Default.IncomingMessage), ContractsJson.Default.IncomingMessage));
        });
    }

    [Fact]
    public void Parse_OneValueReplacedByGarbage_NeverThrowsAndKeepsItsNeighbour()
    {
        var random = new Random(20260302);
        var bodies = Fixture.Names.Order(StringComparer.Ordinal).Select(name => Encoding.UTF8.GetString(Fixture.Bytes(name))).ToArray();
        var neighbour = JsonNode.Parse(Fixture.Bytes("text"))!["entry"]![0]!.ToJsonString()
            .Replace("wamid.FIX.text", "wamid.NEIGHBOUR", StringComparison.Ordinal);
        for (var i = 0; i < Mutants; i++)
        {
            var mutant = JsonNode.Parse(bodies[random.Next(bodies.Length)])!;
            var marker = $"mark-{i}";
            Mutate(mutant["entry"]!, random, marker);
            if (mutant["entry"] is not JsonArray entries) continue;
            entries.Add(JsonNode.Parse(neighbour));
            var json = mutant.ToJsonString();
            var delivery = Fixture.Parse(json);
            StorableTests.AssertStorable(delivery);
            Assert.Contains(delivery.Messages, received => received.Message.Id == "wamid.NEIGHBOUR");
            Assert.True(Kept(delivery, marker) || !json.Contains(marker, StringComparison.Ordinal), json);
        }
    }

    [Fact]
    public void Parse_BytesFlipped_ReadsOrCallsItInvalid()
    {
        var random = new Random(7);
        var bodies = Fixture.Names.Order(StringComparer.Ordinal).Select(Fixture.Bytes).ToArray();
        var read = 0;
        for (var i = 0; i < Mutants; i++)
        {
            var body = bodies[random.Next(bodies.Length)].ToArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--) body[random.Next(body.Length)] = (byte)random.Next(256);
            try
            {
                var delivery = WebhookParser.Parse(body.AsMemory(0, random.Next(20) == 0 ? random.Next(body.Length) : body.Length));
                StorableTests.AssertStorable(delivery);
                Assert.False(delivery.IsEmpty);
                read++;
            }
            catch (InvalidWebhookException)
            {
                // Counted by what is left.
            }
        }

        Assert.InRange(read, Mutants / 10, Mutants - 1);
    }

    /// <summary>Replaces one value of the message or status level by garbage, or adds a marked key beside it.</summary>
    private static void Mutate(JsonNode node, Random random, string marker)
    {
        var steps = random.Next(1, 12);
        while (true)
        {
            var garbage = JsonNode.Parse(_garbage[random.Next(_garbage.Length)].Replace("\\ud800", "\\ufffd", StringComparison.Ordinal));
            if (node is JsonObject { Count: > 0 } parent)
            {
                var key = parent.ElementAt(random.Next(parent.Count)).Key;
                if (IsEnvelope(parent, key))
                {
                    parent[marker] = garbage;
                    return;
                }

                if (--steps > 0 && parent[key] is JsonObject or JsonArray { Count: > 0 })
                {
                    node = parent[key]!;
                    continue;
                }

                parent[key] = random.Next(2) == 0 ? garbage : new JsonObject { [marker] = garbage };
            }
            else if (node is JsonArray { Count: > 0 } list)
            {
                var at = random.Next(list.Count);
                if (--steps > 0 && list[at] is JsonObject or JsonArray { Count: > 0 })
                {
                    node = list[at]!;
                    continue;
                }

                list[at] = new JsonObject { [marker] = garbage };
            }

            return;
        }
    }

    // What names the account, the number and the people is read, but is no content that would be kept for itself.
    private static bool IsEnvelope(JsonObject parent, string key) =>
        (key == "id" && parent.ContainsKey("changes"))
        || (key is "messaging_product" or "metadata" or "contacts" && parent.ContainsKey("messaging_product"));

    private static bool Kept(Delivery delivery, string marker) =>
        delivery.Messages.Any(received => received.Raw.Contains(marker, StringComparison.Ordinal))
        || delivery.Statuses.Any(status => status.Raw.Contains(marker, StringComparison.Ordinal))
        || delivery.Updates.Any(update => update.Raw.Contains(marker, StringComparison.Ordinal) || update.Field == marker);
}
