using System.Text.Json.Nodes;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Portraits;

/// <summary>What goes wrong at the AI provider: nobody pays for nothing, and nobody is charged twice, we least of all.</summary>
public sealed class PortraitTroubleTests(PortraitSite site) : IClassFixture<PortraitSite>, IAsyncLifetime
{
    public Task InitializeAsync() => site.QuickAsync();

    public Task DisposeAsync() => site.QuickAsync();

    [Fact]
    public async Task Callbacks_Lost_AreMadeUpForByLooking()
    {
        await site.AstriaAsync(new JsonObject { ["callbacks"] = "lose" });
        var (customer, order) = await PaidAsync("15557771001");
        await BegunAsync(order);
        await Task.Delay(1500);
        Assert.Equal("training", await site.JobAsync(order));
        await site.LookNowAsync();
        await site.DeliveredAsync(customer, order);
    }

    [Fact]
    public async Task Callbacks_Doubled_DeliverOnce()
    {
        await site.AstriaAsync(new JsonObject { ["callbacks"] = "double" });
        var (customer, order) = await PaidAsync("15557771002");
        await site.DeliveredAsync(customer, order);
        await Task.Delay(2500);
        await site.DeliveredAsync(customer, order);
    }

    [Fact]
    public async Task Tune_MadeThoughTheAnswerWasLost_IsFoundAndNotMadeAgain()
    {
        await site.FaultAsync("504-ran");
        var (customer, order) = await PaidAsync("15557771003");
        await Site.UntilAsync(() => site.JobAsync(order), state => state == "unknown");
        await Site.UntilAsync(site.TunesAsync, tunes => tunes.Any(tune => IsOf(tune, order)));

        // A callback finds it; without one the next look does.
        await site.LookNowAsync();
        await BegunAsync(order);
        await Task.Delay(700);
        await site.LookNowAsync();
        await site.DeliveredAsync(customer, order);
    }

    [Fact]
    public async Task Tune_PerhapsNotMade_IsAskedForAgainOnceWhenAMinuteHasPassed()
    {
        await site.FaultAsync("504");
        var (customer, order) = await PaidAsync("15557771004");
        await Site.UntilAsync(() => site.CountAsync($"images.jobs where order_id = {order} and state = 'unknown' and error like '504%'"), one => one == 1);
        var wait = (await site.QueryAsync<double>($"select extract(epoch from next_look_at - now())::float8 from images.jobs where order_id = {order}")).Single();
        Assert.InRange(wait, 40, 61);
        await Task.Delay(2500);
        Assert.DoesNotContain(await site.TunesAsync(), tune => IsOf(tune, order));
        await site.LookNowAsync();
        await site.DeliveredAsync(customer, order);
    }

    [Theory]
    [InlineData("429", "15557771005")]
    [InlineData("500", "15557771006")]
    public async Task Provider_ThatIsBusyOrBroken_IsAskedAgainLater(string kind, string phone)
    {
        await site.FaultAsync(kind);
        var (customer, order) = await PaidAsync(phone);
        await Site.UntilAsync(() => site.CountAsync($"images.jobs where order_id = {order} and error is not null and next_look_at > now() + interval '20 s'"), one => one == 1);
        Assert.DoesNotContain(await site.TunesAsync(), tune => IsOf(tune, order));
        await site.LookNowAsync();
        await site.DeliveredAsync(customer, order);
    }

    [Fact]
    public async Task Order_ThatIsRefused_IsSaidAndGivenBack()
    {
        await site.FaultAsync("422");
        var (customer, order) = await PaidAsync("15557771007");
        await customer.SeesAsync("be made. Everything you paid");
        await site.RefundedAsync(customer, order);
        Assert.Equal("failed", await site.JobAsync(order));
        Assert.Equal(1, await customer.TimesAsync("be made. Everything you paid"));
        Assert.DoesNotContain(await site.TunesAsync(), tune => IsOf(tune, order));
    }

    [Fact]
    public async Task Training_ThatFails_IsSaidAndGivenBack()
    {
        await site.AstriaAsync(new JsonObject { ["failTraining"] = true });
        var (customer, order) = await PaidAsync("15557771008");
        await BegunAsync(order);

        // A failure has no callback.
        await Task.Delay(600);
        await site.LookNowAsync();
        await customer.SeesAsync("be made. Everything you paid");
        await site.RefundedAsync(customer, order);
    }

    [Fact]
    public async Task Provider_ThatNeverTakesIt_IsGivenUpAfterThreeHours()
    {
        await site.FaultAsync("429", count: 3);
        var (customer, order) = await PaidAsync("15557771009");
        await Site.UntilAsync(() => site.CountAsync($"images.jobs where order_id = {order} and state = 'asked' and next_look_at > now()"), one => one == 1);
        await AgeAsync(order, "4 hours");
        await site.RefundedAsync(customer, order);
    }

    [Fact]
    public async Task Pictures_ThatNeverCome_AreGivenUpAfterSixHours()
    {
        await site.AstriaAsync(new JsonObject { ["trainingSeconds"] = 36000 });
        var (customer, order) = await PaidAsync("15557771010");
        await BegunAsync(order);
        await AgeAsync(order, "7 hours");
        await site.RefundedAsync(customer, order);
    }

    [Fact]
    public async Task Provider_ThatCannotBeSearched_IsGivenUpAfterTwelveHours()
    {
        await site.FaultAsync("504");
        await site.FaultAsync("500", "GET", 100);
        var (customer, order) = await PaidAsync("15557771011");
        await Site.UntilAsync(() => site.CountAsync($"images.jobs where order_id = {order} and state = 'unknown' and error like '504%'"), one => one == 1);
        await AgeAsync(order, "11 hours");
        await Site.UntilAsync(() => site.CountAsync($"images.jobs where order_id = {order} and error like '500%' and next_look_at > now() + interval '20 s'"), one => one == 1);
        Assert.Equal("unknown", await site.JobAsync(order));
        await AgeAsync(order, "13 hours");
        await site.RefundedAsync(customer, order);
    }

    private async Task<(Customer Customer, long Order)> PaidAsync(string phone)
    {
        var customer = await site.PaidAsync(phone);
        return (customer, (await site.OrderOfAsync(phone)).Id);
    }

    private Task BegunAsync(long order) => Site.UntilAsync(() => site.JobAsync(order), state => state == "training");

    private Task AgeAsync(long order, string age) => site.ExecuteAsync(
        $"update images.jobs set created_at = now() - interval '{age}', next_look_at = now() where order_id = {order}");

    private static bool IsOf(JsonNode? tune, long order) => tune!["title"]!.ToString() == $"order-{order}-1";
}
