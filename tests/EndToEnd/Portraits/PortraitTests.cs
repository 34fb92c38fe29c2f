using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Hosting;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Portraits;

/// <summary>An order from the first word to the rating, and what is left of it.</summary>
public sealed class PortraitTests(PortraitSite site) : IClassFixture<PortraitSite>
{
    private const string CallbackPurpose = "astria-callback";

    private static readonly HttpClient _http = new();

    [Fact]
    public async Task Order_FromTheFirstWordToTheRating()
    {
        await site.QuickAsync();
        var customer = site.Customer("15557770001");
        await customer.SayAsync("hi");
        await customer.TapAsync("Begin");
        await customer.TapAsync("I'm ready");
        await customer.TapAsync("I agree");
        await customer.AgreedAsync();

        // 28 good ones, one of them twice, and one with nobody on it: at once and in any order.
        var photos = await Task.WhenAll(Enumerable.Range(0, 28).Select(_ => Customer.UploadAsync(site.SimulatorUrl, PortraitSite.NextPhoto())));
        var nobody = await Customer.UploadAsync(site.SimulatorUrl, PortraitSite.NextPhoto("none"));
        string[] burst = [.. photos, photos[0], nobody];
        Random.Shared.Shuffle(burst);
        await Task.WhenAll(burst.Select(customer.SendAsync));
        await customer.SeesAsync("photos are in");
        Assert.Single(await customer.ThumbsAsync());
        Assert.Equal(1, await customer.TimesAsync("I have this photo already"));
        Assert.Equal(1, await customer.TimesAsync("see anyone in this photo"));
        await customer.SeesAsync("28 photos are in");

        await customer.TapAsync("Done, choose a style");
        await customer.TapAsync("Lite");
        await customer.SeesAsync("Corporate Headshots*\n12");
        await customer.PressAsync($"portraits:pack:{Customer.Pack}");
        await customer.SeesAsync("paid once");
        await customer.TapAsync("I agree");
        var link = await customer.PayLinkAsync();
        var (order, state, amount) = await site.OrderOfAsync(customer.Phone);
        Assert.Equal(("open", 900), (state, amount));
        await Customer.PayAsync(link);
        await customer.SeesAsync("is being made");
        await site.DeliveredAsync(customer, order);

        Assert.Equal(1, await customer.TimesAsync("photos are in"));
        Assert.Equal(1, await customer.TimesAsync("is being made"));
        var movement = Assert.Single(await site.QueryAsync<long>(
            $"select e.amount from money.entries e join money.accounts a on a.id = e.account_id join money.movements m on m.id = e.movement_id where a.kind = 'revenue' and m.key = 'fulfilled:{order}'"));
        Assert.Equal(900, movement);
        Assert.Equal(["portraits.photos", "portraits.order"], await site.QueryAsync<string>(
            $"select k.kind from chat.consents k join money.orders o using (conversation_id) where o.id = {order} order by k.id"));
        await ZipIsGoodAsync(await customer.DownloadLinkAsync());

        await customer.TapAsync("⭐⭐");
        await customer.SeesAsync("What went wrong");
        await customer.SayAsync("Too serious");
        await customer.SeesAsync("redo them, free of charge");
        Assert.Equal(["2", "Too serious"], (await site.QueryAsync<(string, string)>(
            $"select data->'orders'->0->>'rating', data->'orders'->0->>'feedback' from chat.conversations c join money.orders o on o.conversation_id = c.id where o.id = {order}"))
            .SelectMany(row => new[] { row.Item1, row.Item2 }));

        // Once more for nothing: another tune, other pictures, and no money moves.
        await customer.TapAsync("Make them again");
        await Site.UntilAsync(customer.PictureCountAsync, count => count == 24);
        Assert.Equal(24, (await customer.PicturesAsync()).Distinct().Count());
        Assert.Equal(2, await site.CountAsync($"money.movements where subject = 'order:{order}'"));
        Assert.Empty(await site.ItemsAsync("/api/dead-letters"));
    }

    [Fact]
    public async Task Model_UsedAgain_NeedsNoPhotosAndIsPaidForAnew()
    {
        await site.QuickAsync();
        var customer = await site.PaidAsync("15557770006");
        var (first, _, _) = await site.OrderOfAsync(customer.Phone);
        await site.DeliveredAsync(customer, first);
        await customer.SayAsync("menu");
        await customer.TapAsync("Use my model");
        await Site.UntilAsync(() => customer.TimesAsync("How many portraits"), times => times == 1);
        await customer.TapAsync("Lite");
        await Site.UntilAsync(() => customer.TimesAsync("City Nights*\n12"), times => times == 2);
        await customer.PressAsync("portraits:pack:261");
        await Site.UntilAsync(() => customer.TimesAsync("paid once"), times => times == 2);
        await customer.PressAsync("portraits:order:261");
        await Site.UntilAsync(() => customer.TimesAsync("Pay on this page"), times => times == 2);
        await Customer.PayAsync(await customer.PayLinkAsync());

        await Site.UntilAsync(() => customer.TimesAsync("How do you like"), times => times == 2);
        var (second, _, _) = await site.OrderOfAsync(customer.Phone);
        Assert.NotEqual(first, second);
        await site.SettledAsync(second, "fulfilled");
        Assert.Equal(24, (await customer.PicturesAsync()).Distinct().Count());
        Assert.Equal(24, await customer.PictureCountAsync());
        Assert.Equal((4, 0), ((int)(await TuneAsync(first))["images"]!, (int)(await TuneAsync(second))["images"]!));

        async Task<JsonNode> TuneAsync(long order) => (await site.TunesAsync()).Single(tune => tune!["title"]!.ToString() == $"order-{order}-1")!;
    }

    [Fact]
    public async Task Callbacks_ForgedExpiredAndOfAnotherPurpose_AreRefusedAndChangeNothing()
    {
        await site.QuickAsync();
        var customer = await site.PaidAsync("15557770002");
        var (order, _, _) = await site.OrderOfAsync(customer.Phone);
        await site.DeliveredAsync(customer, order);
        var before = await RowsAsync();

        var tokens = site.Services.GetRequiredService<SignedTokens>();
        var good = tokens.Make(CallbackPurpose, $"{order}:1", TimeSpan.FromHours(1));
        var bad = new List<string?>
        {
            null, "", ".", "a.b", good + "A", "A" + good, good.Split('.')[0], good + "." + good,
            (await customer.DownloadLinkAsync()).Split('/')[^1],
        };
        while (bad.Count < 1000)
        {
            var n = bad.Count;
            bad.Add((n % 4) switch
            {
                0 => tokens.Make(CallbackPurpose, $"{order}:1", TimeSpan.FromSeconds(-1 - n)),
                1 => tokens.Make("pictures", $"{order}:{n % 3}", TimeSpan.FromHours(1)),
                2 => Flip(good, n),
                _ => tokens.Make(CallbackPurpose, $"{order + n}:1", TimeSpan.FromHours(1)).Split('.')[0] + "." + good.Split('.')[1],
            });
        }

        var answers = await Task.WhenAll(bad.Chunk(50).Select(async chunk =>
        {
            var statuses = new List<HttpStatusCode>();
            foreach (var token in chunk) statuses.Add(await CallAsync(token));
            return statuses;
        }));
        Assert.All(answers.SelectMany(each => each), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(before, await RowsAsync());

        // Good ones again and again: taken, and nothing comes of it.
        for (var n = 0; n < 20; n++) Assert.Equal(HttpStatusCode.OK, await CallAsync(good));
        await Task.Delay(3000);
        Assert.Equal(before, await RowsAsync());
        await site.DeliveredAsync(customer, order);
    }

    [Fact]
    public async Task Examples_AreMadeIntoVideos_ByWhoHasTheKey()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await site.PostAsync("/update-images", key: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.PostAsync("/update-images", key: "wrong"));
        Assert.Equal(HttpStatusCode.Accepted, await site.PostAsync("/update-images", Site.Key));
        await Site.UntilAsync(() => site.CountAsync("images.packs where video_key is null"), none => none == 0);
        Assert.Equal(6, await site.CountAsync("images.packs where video_key is not null"));

        var customer = site.Customer("15557770003");
        await customer.AgreeAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => customer.PhotoAsync(PortraitSite.NextPhoto())));
        await Site.UntilAsync(() => customer.HasPhotosAsync(4), isSo => isSo);
        await customer.PressAsync("portraits:tier:lite");
        await customer.TapAsync("Show examples");
        var shown = (await customer.UntilAsync(bubbles => bubbles.Exists(bubble => bubble["type"]!.ToString() == "video"), "a video"))
            .Single(bubble => bubble["type"]!.ToString() == "video");
        var video = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".mp4");
        try
        {
            await File.WriteAllBytesAsync(video, await site.DownloadAsync($"/sim/media/{shown["body"]!["id"]}"));
            var stream = await ProbeAsync(video);
            Assert.Equal(("h264", 710, 1536), (stream["codec_name"]!.ToString(), (int)stream["width"]!, (int)stream["height"]!));
            Assert.True(double.Parse(stream["duration"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture) > 3);
        }
        finally
        {
            File.Delete(video);
        }
    }

    [Theory]
    [InlineData("girl", "15557770004")]
    [InlineData("woman,age=12 yo", "15557770005")]
    public async Task Photo_OfAChild_ErasesAllOfThem(string says, string phone)
    {
        var customer = site.Customer(phone);
        await customer.AgreeAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => customer.PhotoAsync(PortraitSite.NextPhoto())));
        await Site.UntilAsync(() => customer.HasPhotosAsync(5), isSo => isSo);
        var keys = await KeysAsync(phone);
        Assert.Equal(5, keys.Count);
        Assert.All(keys, key => Assert.Contains(site.Files, file => file == key));

        // Others that are on their way go with it.
        await Task.WhenAll(new[] { says, "woman", "woman" }.Select(each => customer.PhotoAsync(PortraitSite.NextPhoto(each))));
        await customer.SeesAsync("seems to show a child");
        await Site.UntilAsync(async () => (await KeysAsync(phone)).Count + await site.CountAsync(
            $"images.photos f join chat.conversations c on c.id = f.conversation_id join chat.people p on p.id = c.person_id where p.phone = '{phone}'"), none => none == 0);
        await Site.UntilAsync(() => site.CountAsync("events.queue"), none => none == 0);
        Assert.Empty(await KeysAsync(phone));
        Assert.DoesNotContain(site.Files, file => keys.Contains(file));
        var (state, data) = (await site.QueryAsync<(string, string)>(
            $"select c.state, c.data->>'photos' from chat.conversations c join chat.people p on p.id = c.person_id where p.phone = '{phone}'")).Single();
        Assert.True(data is null or "[]", data);
        Assert.Equal("New", state);
    }

    private static async Task ZipIsGoodAsync(string link)
    {
        using (var zip = new ZipArchive(new MemoryStream(await _http.GetByteArrayAsync(link))))
        {
            Assert.Equal(12, zip.Entries.Count);
            Assert.All(zip.Entries, entry =>
            {
                using var picture = entry.Open();
                var head = new byte[8];
                picture.ReadExactly(head);
                Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], head[..4]);
            });
        }

        var token = link.Split('/')[^1];
        foreach (var other in new[] { Flip(token, 7), Flip(token, token.Length - 9), token[..^4], token.Split('.')[0] })
        {
            using var answer = await _http.GetAsync(link[..^token.Length] + other);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<HttpStatusCode> CallAsync(string? token)
    {
        using var content = new StringContent("""{"id":1,"title":"order-1-1","trained_at":"2025-01-01T00:00:00Z"}""");
        using var answer = await _http.PostAsync(site.Url + "/pack-tune-received" + (token is null ? "" : "?token=" + Uri.EscapeDataString(token)), content);
        return answer.StatusCode;
    }

    // All that a callback could have changed.
    private async Task<string> RowsAsync() => (await site.QueryAsync<string>(
        """
        select (select md5(coalesce(string_agg(j::text, '|' order by order_id, attempt), '')) from images.jobs j)
            || (select count(*) from images.results) || ' ' || (select count(*) from chat.messages) || ' ' || (select count(*) from money.movements)
        """)).Single();

    private Task<List<string>> KeysAsync(string phone) => site.QueryAsync<string>(
        $"""
        select m.store_key from chat.media m join chat.conversations c on c.id = m.conversation_id join chat.people p on p.id = c.person_id
        where p.phone = '{phone}' and m.store_key is not null
        """);

    // Another letter at one place, never one that only differs in the bits a last letter does not use.
    private static string Flip(string token, int place)
    {
        var at = place % (token.Length - 2);
        if (token[at] == '.') at++;
        return token[..at] + (token[at] == 'A' ? 'q' : 'A') + token[(at + 1)..];
    }

    private static async Task<JsonNode> ProbeAsync(string file)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_streams", "-of", "json", file])
        { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonNode.Parse(said)!["streams"]![0]!;
    }
}
