using System.Diagnostics;
using System.Globalization;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class LargeWebhookTests(ITestOutputHelper output)
{
    // A body of 3 MB at most, as Meta's.
    private static readonly int _share = Trial.IsLong ? 1 : 20;

    public static TheoryData<string> Kinds => ["updates", "statuses", "errors", "changes", "strangers"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task OneWebhookOfThousandsOfThings_IsStored_AndDelaysNobody(string kind)
    {
        await using var trial = await Trial.StartAsync(output);
        var host = await trial.HostAsync();
        var webhooks = trial.Webhooks(host);
        var (body, count, stored) = Large(kind);
        if (kind == "changes") await webhooks.DeliverAsync(Messages(count, n => Text(n, "15551")));
        await webhooks.DeliverAsync(MetaWebhooks.Body(MetaWebhooks.Text(Trial.Number, "15550990001", "wamid.first", "hello")));

        var others = new Latencies($"webhooks of others stored beside {kind}");
        var began = Stopwatch.GetTimestamp();
        var deliveries = webhooks.DeliverAsync(body);
        for (var n = 0; !deliveries.IsCompleted || n == 0; n++)
        {
            var beside = MetaWebhooks.Body(MetaWebhooks.Text(Trial.Number, "15550990001", $"wamid.beside.{n}", "hello"));
            await others.TakenAsync(() => webhooks.PostAsync(beside));
            await Task.Delay(20);
        }

        trial.Report($"{count} {kind} in {body.Length / 1024} kB: stored in {await deliveries} deliveries and {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.");
        Assert.Equal(count, await trial.CountAsync(stored));
        began = Stopwatch.GetTimestamp();
        var again = await webhooks.DeliverAsync(body);
        trial.Report($"Delivered again: {again} times, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.");
        Assert.Equal(count, await trial.CountAsync(stored));
        others.Check(trial);
        Assert.InRange(await deliveries, 1, 8);
        Assert.InRange(again, 1, 2);
    }

    private static (byte[] Body, int Count, string Stored) Large(string kind)
    {
        var count = kind switch { "updates" => 60_000, "errors" => 30_000, "statuses" => 50_000, "changes" => 20_000, _ => 5_000 } / _share;
        return kind switch
        {
            "updates" => (MetaWebhooks.Body(Enumerable.Range(0, count).Select(n => $$"""{"field":"odd","value":{{n}}}""")), count, "chat.updates where field = 'odd'"),
            "errors" => (
                MetaWebhooks.Body(Enumerable.Range(0, count).Select(n => $$$"""{"field":"messages","value":{"errors":[{"code":131031,"title":"{{{n}}}"}]}}""")),
                count, "chat.updates where field = 'errors'"),
            "statuses" => (
                MetaWebhooks.Body(Value($"""
                "statuses":[{string.Join(',', Enumerable.Range(0, count).Select(n => $$"""{"id":"s{{n}}","status":"read","timestamp":"{{Now()}}"}"""))}]
                """)),
                count, "chat.statuses where provider_id ~ '^s[0-9]'"),
            "changes" => (
                Messages(count, n => $$$"""
                {"from":"15551{{{n:000000}}}","id":"wamid.change.{{{n}}}","timestamp":"{{{Now(2)}}}","type":"system","system":{"type":"user_changed_number","wa_id":"15552{{{n:000000}}}"}}
                """),
                count, "chat.people where phone like '15552%'"),
            _ => (Messages(count, n => Text(n, "15553")), count, "chat.messages where direction = 'in' and provider_id like 'wamid.15553%'"),
        };
    }

    private static string Text(int n, string prefix) =>
        $$$"""{"from":"{{{prefix}}}{{{n:000000}}}","id":"wamid.{{{prefix}}}.{{{n}}}","timestamp":"{{{Now()}}}","type":"text","text":{"body":"hi"}}""";

    private static byte[] Messages(int count, Func<int, string> message) =>
        MetaWebhooks.Body(Value($"""
        "messages":[{string.Join(',', Enumerable.Range(0, count).Select(message))}]
        """));

    private static string Value(string content) =>
        $$$"""{"field":"messages","value":{"metadata":{"phone_number_id":"{{{Trial.Number}}}"},{{{content}}}}}""";

    // News come after what they change.
    private static string Now(int later = 0) => (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + later).ToString(CultureInfo.InvariantCulture);
}
