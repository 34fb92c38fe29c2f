namespace WhatsAppBots.EndToEnd.Tests.Commands;

/// <summary>README's first chats: each bot answers as the table says.</summary>
public sealed class ReadmeTests(CommandSite site) : IClassFixture<CommandSite>
{
    // Somebody whose day is not over: a habit of theirs counts today. New York by day, New Zealand while it is night there.
    private static readonly string _phone = TimeProvider.System.GetUtcNow().Hour < 5 ? "64211234567" : "12125550123";

    private static readonly Dictionary<string, string> _numbers = new()
    {
        ["hub"] = Site.Hub, ["echo"] = Site.Echo, ["habits"] = Site.Habits, ["portraits"] = Site.Portraits,
    };

    [Fact]
    public async Task EachBot_AnswersWhatIsTypedFirst()
    {
        var rows = File.ReadLines(CommandSite.FileOf("README.md")).SkipWhile(line => line != "## What to type first")
            .TakeWhile(line => line != "## The bots").Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.Equal(_numbers.Keys.Order(), rows.Select(row => row[0].Trim('`')).Distinct().Order());
        foreach (var row in rows)
        {
            var number = _numbers[row[0].Trim('`')];
            await site.SayAsync(_phone, row[1].Trim('`'), number);
            await Site.UntilAsync(
                () => site.MessagesAsync(_phone, number),
                messages => messages.Exists(message => message["text"]!.ToString().Contains(row[2], StringComparison.Ordinal)));
        }
    }
}
