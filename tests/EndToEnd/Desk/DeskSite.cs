using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using WhatsAppBots.EndToEnd.Tests.Access;

namespace WhatsAppBots.EndToEnd.Tests.Desk;

/// <summary>The product with people who answer. The bots answer on their numbers; each test has persons of its own.</summary>
public sealed class DeskSite : AccessSite
{
    private int _persons = 4000;
    private int _keys;

    /// <summary>A telephone that nobody had before.</summary>
    public string NewPhone() => $"3460000{Interlocked.Increment(ref _persons)}";

    /// <summary>A person writes, and asks for people.</summary>
    /// <returns>The id of the conversation, when its thread is there.</returns>
    public async Task<long> AskForPeopleAsync(string phone, string number = Echo)
    {
        await SayAsync(phone, "human", number);
        var thread = await UntilAsync(() => ThreadAsync(phone, number), thread => thread?["status"]?.ToString() == "open");
        return (long)thread!["conversationId"]!;
    }

    /// <summary>The thread of a person, as the owner sees it; null: there is none yet.</summary>
    public async Task<JsonNode?> ThreadAsync(string phone, string number = Echo) =>
        (await Owner.GetAsync($"/api/threads?size=200&number={number}")).Body!["items"]!.AsArray()
            .FirstOrDefault(thread => thread!["person"]!["phone"]?.ToString() == phone);

    /// <summary>Sends as somebody.</summary>
    public Task<Answer> SendAsync(Browser by, long conversation, object message, string? key = null) => by.SendAsync(
        "POST", $"/api/conversations/{conversation}/messages", message,
        ("Idempotency-Key", key ?? $"k{Interlocked.Increment(ref _keys).ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>Waits until the person has been sent a text with this end.</summary>
    public Task<List<string>> HasAsync(string phone, string text, string number = Echo) =>
        UntilAsync(() => TextsAsync(phone, number), texts => texts.Exists(each => each.EndsWith(text, StringComparison.Ordinal)));

    /// <summary>Asserts an answer without a body.</summary>
    public static void Done(Answer answer) => Assert.True(answer.Status == HttpStatusCode.NoContent, $"{answer.Status} {answer.Detail}");
}
