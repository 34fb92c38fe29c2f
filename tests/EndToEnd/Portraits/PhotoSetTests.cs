using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Portraits;

/// <summary>
/// Sets of photos made up at random and sent all at once: whatever the order in which they come and are looked at, each
/// picture counts once.
/// </summary>
public sealed partial class PhotoSetTests(PortraitSite site, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<PortraitSite>
{
    // Neither can be used, and each says why.
    private static readonly (string Says, string Answer)[] _refused =
        [("none", "see anyone in this photo"), ("woman,wearing_sunglasses", "see your eyes here"), ("woman,includes_multiple_people",
            "more than one person")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Photos_SentAtOnceInAnyOrder_AreCountedRight(int number)
    {
        var seed = Environment.TickCount + (number * 7919);
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var customer = site.Customer($"1555777300{number}");
        await customer.AgreeAsync();
        await customer.AgreedAsync();
        var set = await MakeAsync(random, seed);
        var groups = new Dictionary<string, Sample>();
        await Task.WhenAll(set.OrderBy(_ => random.Next()).ToList().Select(async each =>
        {
            var message = await customer.SendAsync(each.File);
            lock (groups) groups[message] = each.Sample;
        }));
        var samples = set.Select(each => each.Sample).Distinct().ToList();
        var good = samples.Count(sample => sample is { IsSoft: false, Answer: null });
        var soft = samples.Count(sample => sample.IsSoft);
        var bad = set.Count(each => each.Sample.Answer is not null);
        await customer.SeesAsync("photos are in");
        await Site.UntilAsync(() => PhotosAsync(customer.Phone), photos => photos.All(photo => photo.Stage != "Pending"));
        await Site.UntilAsync(() => site.CountAsync("events.queue"), none => none == 0);

        var kept = await PhotosAsync(customer.Phone);
        Assert.Equal((good, soft), (kept.Count(photo => photo.Stage == "Accepted"), kept.Count(photo => photo.Stage == "Offered")));

        // One of each, and a thumb on the first that counts.
        Assert.Equal(kept.Count, kept.Select(photo => groups[photo.Id]).Distinct().Count());
        Assert.Contains(Assert.Single(await customer.ThumbsAsync()), kept.Where(photo => photo.Stage == "Accepted").Select(photo =>
            photo.Id));

        // Every other photo has its answer: in reply to it, or counted with those of the same burst once it is still.
        await Site.UntilAsync(async () => AnsweredPhotos(await customer.ReceivedAsync(), groups), count => count >= set.Count - good);
        var answers = await customer.ReceivedAsync();
        Assert.Equal(set.Count - good, AnsweredPhotos(answers, groups));
        foreach (var sample in samples.Where(sample => sample.Answer is not null))
        {
            Assert.Contains(answers, bubble => Customer.Text(bubble).Contains(sample.Answer!, StringComparison.Ordinal));
        }

        Assert.Equal(1, await customer.TimesAsync("photos are in"));
        await customer.SeesAsync($"{good} photos are in");
        Assert.Equal(kept.Select(photo => photo.Id).Order(StringComparer.Ordinal), (await RowsAsync(customer.Phone)).Order(StringComparer.Ordinal));
        output.WriteLine($"{set.Count} photos: {good} good, {soft} to be asked about, {bad} refused, {set.Count - samples.Count} doubles");
    }

    private static int AnsweredPhotos(IReadOnlyList<JsonNode> received, Dictionary<string, Sample> groups) =>
        received.Where(bubble => bubble["type"]!.ToString() != "reaction").Select(bubble => bubble["replyTo"]?.ToString()).OfType<string>()
            .Distinct().Count(groups.ContainsKey)
        + received.Select(bubble => Counted().Match(Customer.Text(bubble))).Where(match => match.Success)
            .Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"couldn't use (\d+) more of them")]
    private static partial Regex Counted();

    // Some are sent twice, as the same file, as a JPEG or in another size.
    private async Task<List<(Sample Sample, string File)>> MakeAsync(Random random, int seed)
    {
        var samples = Enumerable.Range(0, random.Next(6, 11)).Select(n => new Sample(unchecked((seed * 31) + n), "woman", false, null))
            .Concat(Enumerable.Range(0, random.Next(1, 4)).Select(n => new Sample(unchecked((seed * 31) + 100 + n), "woman,wearing_hat", true, null)))
            .Concat(Enumerable.Range(0, random.Next(1, 5)).Select(n =>
            {
                var (says, answer) = _refused[random.Next(_refused.Length)];
                return new Sample(unchecked((seed * 31) + 200 + n), says, false, answer);
            })).ToList();
        var set = new List<(Sample, string)>();
        foreach (var sample in samples)
        {
            var png = SamplePhotos.Png(sample.Seed, sample.Says);
            var file = await Customer.UploadAsync(site.SimulatorUrl, png);
            set.Add((sample, file));
            switch (random.Next(5))
            {
                case 0:
                    set.Add((sample, file));
                    break;
                case 1:
                    set.Add((sample, await Customer.UploadAsync(site.SimulatorUrl, SamplePhotos.Jpeg(png, sample.Says), "image/jpeg")));
                    break;
                case 2:
                    set.Add((sample, await Customer.UploadAsync(site.SimulatorUrl, SamplePhotos.Png(sample.Seed, sample.Says, 720, 800))));
                    break;
            }
        }

        return set.Count <= 30 ? set : set[..30];
    }

    private Task<List<(string Id, string Stage)>> PhotosAsync(string phone) => site.QueryAsync<(string, string)>(
        $"""
        select photo->>'id', photo->>'stage' from chat.conversations c join chat.people p on p.id = c.person_id,
          jsonb_array_elements(coalesce(c.data->'photos', '[]')) photo where p.phone = '{phone}'
        """);

    private Task<List<string>> RowsAsync(string phone) => site.QueryAsync<string>(
        $"""
        select f.message_id from images.photos f join chat.conversations c on c.id = f.conversation_id join chat.people p on p.id = c.person_id
        where p.phone = '{phone}'
        """);

    private sealed record Sample(int Seed, string Says, bool IsSoft, string? Answer);
}
