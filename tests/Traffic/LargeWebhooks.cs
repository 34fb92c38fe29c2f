using System.Globalization;

namespace WhatsAppBots.Traffic;

/// <summary>Bodies of webhooks with thousands of things in each, as large as Meta's may be (3 MB).</summary>
public static class LargeWebhooks
{
    /// <summary>Kinds of bodies, with how many things fit, and the rows that are there when all of them are stored.</summary>
    public static IReadOnlyDictionary<string, (int Count, string Stored)> Kinds { get; } = new Dictionary<string, (int, string)>
    {
        ["updates"] = (60_000, "chat.updates where field = 'odd'"),
        ["errors"] = (30_000, "chat.updates where field = 'errors'"),
        ["statuses"] = (50_000, "chat.statuses where provider_id ~ '^s[0-9]'"),
        ["changes"] = (20_000, "chat.people where phone like '15552%'"),
        ["strangers"] = (5_000, "chat.messages where direction = 'in' and provider_id like 'wamid.15553%'"),
    };

    /// <summary>Makes a body.</summary>
    /// <param name="number">The business number it came by.</param>
    /// <param name="kind">Unknown changes, errors of the account, statuses of unknown messages, changes of telephones, or messages of new people.</param>
    /// <param name="run">Tells the things of this body from those of others.</param>
    public static byte[] Body(string number, string kind, int count, string run = "") => kind switch
    {
        "updates" => MetaWebhooks.Body(Each(count, n => $$"""{"field":"odd","value":"{{run}}{{n}}"}""")),
        "errors" => MetaWebhooks.Body(Each(count, n => $$$"""{"field":"messages","value":{"errors":[{"code":131031,"title":"{{{run}}}{{{n}}}"}]}}""")),
        "statuses" => MetaWebhooks.Body(Value(number, "statuses", Each(
            count, n => $$"""{"id":"s{{run}}{{n}}","status":"read","timestamp":"{{Now()}}"}"""))),
        "changes" => MetaWebhooks.Body(Value(number, "messages", Each(
            count,
            n => $$$"""
            {"from":"15551{{{n:000000}}}","id":"wamid.change.{{{n}}}","timestamp":"{{{Now(2)}}}","type":"system","system":{"type":"user_changed_number","wa_id":"15552{{{n:000000}}}"}}
            """))),
        _ => MetaWebhooks.Body(Value(number, "messages", Each(count, n => Text("15553", n)))),
    };

    /// <summary>Makes the body of those whose telephones change later.</summary>
    public static byte[] Before(string number, int count) => MetaWebhooks.Body(Value(number, "messages", Each(count, n => Text("15551", n))));

    private static IEnumerable<string> Each(int count, Func<int, string> make) => Enumerable.Range(0, count).Select(make);

    private static string Text(string prefix, int n) =>
        $$$"""{"from":"{{{prefix}}}{{{n:000000}}}","id":"wamid.{{{prefix}}}.{{{n}}}","timestamp":"{{{Now()}}}","type":"text","text":{"body":"hi"}}""";

    private static string Value(string number, string name, IEnumerable<string> things) =>
        $$$"""{"field":"messages","value":{"metadata":{"phone_number_id":"{{{number}}}"},"{{{name}}}":[{{{string.Join(',', things)}}}]}}""";

    // News come after what they change.
    private static string Now(int later = 0) => (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + later).ToString(CultureInfo.InvariantCulture);
}
