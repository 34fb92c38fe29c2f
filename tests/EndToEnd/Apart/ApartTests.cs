using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WhatsAppBots.EndToEnd.Tests.Portraits;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Apart;

/// <summary>The apps apart: what one process holds together otherwise goes over the bus.</summary>
public sealed class ApartTests(ApartSite site) : IClassFixture<ApartSite>
{
    private static readonly HttpClient _http = new();

    [Fact]
    public async Task Order_GoesThroughAllFiveApps()
    {
        (await _http.PostAsJsonAsync(site.SimulatorUrl + "/sim/astria", new JsonObject { ["trainingSeconds"] = 0.3, ["promptSeconds"] = 0.2 })).Dispose();
        var customer = new Customer(site.SimulatorUrl, Site.Portraits, "15557790001");
        await customer.AgreeAsync();
        await customer.AgreedAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => customer.PhotoAsync(PortraitSite.NextPhoto())));
        await Site.UntilAsync(() => customer.HasPhotosAsync(4), isSo => isSo);
        await Customer.PayAsync(await customer.OrderAsync());
        await customer.SeesAsync("How do you like");
        Assert.Equal(12, (await customer.PicturesAsync()).Distinct().Count());
        Assert.Equal((1, 1), (await customer.TimesAsync("How do you like"), await customer.TimesAsync("is being made")));

        Assert.Equal("fulfilled", (await ItemsAsync("/api/orders")).Single()!["state"]!.ToString());
    }

    [Fact]
    public async Task Messages_OfManyPeople_AreAnsweredOnceAndInOrder()
    {
        var people = Enumerable.Range(1, 20).Select(n => new Customer(site.SimulatorUrl, Site.Echo, $"1555779100{n:00}")).ToList();
        await Task.WhenAll(people.Select(async person =>
        {
            for (var n = 1; n <= 5; n++) await person.SayAsync($"word {n}");
        }));
        foreach (var person in people)
        {
            await person.SeesAsync("n=5");
            Assert.Equal(
                Enumerable.Range(1, 5).Select(n => $"n={n} re:{n}"),
                (await person.ReceivedAsync()).Select(Customer.Text));
        }
    }

    [Fact]
    public async Task DataAndErasure_GoOverTheBusToo()
    {
        var person = new Customer(site.SimulatorUrl, Site.Hub, "15557790002");
        await person.SayAsync("my data");
        await Site.UntilAsync(() => PeopleAsync(), people => people.Contains(person.Phone));
        var link = (await person.SeesAsync("copy of what we keep")).Select(Customer.Link).OfType<string>().Single();
        Assert.StartsWith(site.Urls[4], link, StringComparison.Ordinal);
        using (var response = await _http.GetAsync(link)) Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        await person.SayAsync("delete my data");
        await person.TapAsync("Erase everything");
        await Site.UntilAsync(() => PeopleAsync(), people => !people.Contains(person.Phone));
    }

    [Fact]
    public async Task Health_OfEachApp_IsGood()
    {
        foreach (var (url, app) in site.Urls.Zip(["messages", "images", "admin", "payments", "maintenance"]))
        {
            using var response = await _http.GetAsync($"{url}/health/{app}");
            Assert.True(response.IsSuccessStatusCode, $"{app}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    private async Task<List<string?>> PeopleAsync() =>
        [.. (await ItemsAsync("/api/conversations?size=200")).Select(item => item!["person"]!["phone"]?.ToString())];

    private async Task<JsonArray> ItemsAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Urls[2] + path);
        request.Headers.Authorization = new("Bearer", site.Key);
        using var response = await _http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"]!.AsArray();
    }
}
