using System.Text.Json;

namespace WhatsAppBots.Traffic;

/// <summary>Texts as long as WhatsApp lets people send, made of what is slow to understand.</summary>
public static class LongTexts
{
    private static readonly string[] _tokens = ["a ", "\"a\" ", "at 7 and 8 and ", "1 "];

    /// <summary>Bodies of webhooks, one text each: some people with many texts of 4,096 characters, and one with texts of 65,000.</summary>
    /// <param name="number">The business number they write to.</param>
    /// <param name="run">Tells the message ids of this run from those of others.</param>
    public static IReadOnlyList<byte[]> Bodies(string number, string run, int people = 10, int texts = 20, int longest = 40) =>
    [
        .. Enumerable.Range(0, people * texts).Select(n => Body(number, run, 1 + (n % people), n, 4_096)),
        .. Enumerable.Range(0, longest).Select(n => Body(number, run, 0, (people * texts) + n, 65_000)),
    ];

    private static byte[] Body(string number, string run, int person, int n, int length)
    {
        var token = _tokens[n % _tokens.Length];
        var text = string.Concat(Enumerable.Repeat(token, length / token.Length));
        return MetaWebhooks.Body(MetaWebhooks.Text(number, $"4800000{person:0000}", $"wamid.{run}.long.{n}", JsonEncodedText.Encode(text).ToString()));
    }
}
