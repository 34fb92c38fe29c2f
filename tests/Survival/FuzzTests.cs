using System.Collections.Concurrent;
using System.Net;
using System.Text;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Lanes = 32;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    // Beside each spoilt entry stands a sound message of somebody else: whatever the neighbour is, it is answered.
    [Fact]
    public async Task Webhook_OfSpoiltBodies_NeverFailsAndLosesNothingSoundBesideThem()
    {
        var cases = Trial.IsLong ? 100_000 : 6_000;
        var seed = Random.Shared.Next();
        await using var trial = await Trial.StartAsync(output);
        var crowd = trial.Crowd(Lanes);
        var webhooks = trial.Webhooks(await trial.HostAsync());
        var shapes = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "whatsapp")).Order().Select(File.ReadAllText).ToList();
        var answers = new ConcurrentDictionary<HttpStatusCode, int>();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(async () =>
        {
            var random = new Random(seed + lane);
            var mutations = new Mutations(random, shapes);
            for (var n = lane; n < cases; n += Lanes)
            {
                var (body, allowed) = Case(random, mutations, crowd.People[lane], $"F{seed:x}.{n}");
                var answer = await webhooks.PostAsync(body);
                if (answer is not { } status || !allowed.Contains(status)) throw new InvalidOperationException($"Seed {seed}, case {n}: {answer?.ToString() ?? "no answer"} to\n{Encoding.UTF8.GetString(body)[..Math.Min(body.Length, 4000)]}");
                answers.AddOrUpdate(status, 1, (_, count) => count + 1);
            }
        })));
        await Task.WhenAll(crowd.People.Select(person => person.WhenAnswered(person.Written))).WaitAsync(_patience);
        await trial.SettleAsync();
        trial.Report($"{cases} cases (seed {seed}): {string.Join(", ", answers.OrderBy(pair => pair.Key).Select(pair => $"{(int)pair.Key} {pair.Value} times"))};"
            + $" {await trial.CountAsync("chat.messages where direction = 'in'")} messages and {await trial.CountAsync("chat.updates")} updates stored.");
        Assert.Equal(Verdict.Sound, crowd.Judge());
        Assert.Equal(0, await trial.CountAsync("events.dead_letters"));
    }

    private static (byte[] Body, HttpStatusCode[] Allowed) Case(Random random, Mutations mutations, Person person, string unique)
    {
        byte[] spoilt = mutations.Entry(unique, Trial.Number);
        if (random.Next(1000) == 0) return (Padded(spoilt, 4_000_000), [HttpStatusCode.RequestEntityTooLarge]);

        // Without a neighbour: broken as JSON, it is refused as a whole.
        if (random.Next(4) == 0)
        {
            return (mutations.Bytes(Join(spoilt)), [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge]);
        }

        var sound = Encoding.UTF8.GetBytes($$"""{"id":"1","changes":[{{person.Next()}}]}""");
        if (random.Next(1000) == 0) return (Padded(Join(spoilt, sound), 2_900_000), [HttpStatusCode.OK]);
        return (random.Next(2) == 0 ? Join(spoilt, sound) : Join(sound, spoilt), [HttpStatusCode.OK]);
    }

    private static byte[] Join(params byte[][] entries)
    {
        var body = new List<byte>("{\"object\":\"whatsapp_business_account\",\"entry\":["u8.ToArray());
        for (var n = 0; n < entries.Length; n++)
        {
            if (n > 0) body.Add((byte)',');
            body.AddRange(entries[n]);
        }

        body.AddRange("]}"u8);
        return [.. body];
    }

    private static byte[] Padded(byte[] body, int size) => [.. body, .. Encoding.UTF8.GetBytes(new string(' ', Math.Max(0, size - body.Length)))];
}
