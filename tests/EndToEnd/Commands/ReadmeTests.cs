namespace WhatsAppBots.EndToEnd.Tests.Commands;

/// <summary>README's first chats: each bot answers as the table says.</summary>
public sealed class ReadmeTests(CommandSite site) : IClassFixture<CommandSite>
{
    private const string Phone = "12125550123";

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
            await site.SayAsync(Phone, row[1].Trim('`'), number);
            await Site.UntilAsync(
                () => site.MessagesAsync(Phone, number),
                messages => messages.Exists(message => message["text"]!.ToString().Contains(row[2], StringComparison.Ordinal)));
        }
    }
}
