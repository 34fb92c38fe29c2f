using WhatsAppBots.Standalone.Post;

namespace WhatsAppBots.EndToEnd.Tests.Commands;

/// <summary><c>post</c>: a text to a bot as Meta would bring it, and the answer.</summary>
public sealed class PostCommandTests(CommandSite site) : IClassFixture<CommandSite>
{
    [Fact]
    public async Task Text_IsAnsweredByTheBotThatIsNamed()
    {
        var (exit, output, error) = await PostAsync("hello there", "--bot", "echo", "--from=+15557710001");
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(["> hello there", "< n=1 re:there"], Lines(output));

        // Only what was said since, and not what was said before.
        (exit, output, _) = await PostAsync("and again", "--bot=echo", "--from", "+1 555 771 0001");
        Assert.Equal(0, exit);
        Assert.Equal(["> and again", "< n=2 re:again"], Lines(output));
    }

    [Fact]
    public async Task Answer_ShowsWhatCanBeTapped()
    {
        var (exit, output, _) = await PostAsync("hi", "--from=+15557710002");
        Assert.Equal(0, exit);
        Assert.Contains("< You're talking to an automated assistant.", output, StringComparison.Ordinal);
        Assert.Contains("What would you like to do?", output, StringComparison.Ordinal);
        Assert.Contains("  [Echo] Repeats your last word", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is no option", "hi", "--bott=echo")]
    [InlineData("there are hub, echo, portraits, habits", "hi", "--bot=bets")]
    [InlineData("A text is missing", "--bot=echo")]
    [InlineData("takes a phone number", "hi", "--from=somebody")]
    [InlineData("No host answers at http://127.0.0.1:1/", "hi", "--to=http://127.0.0.1:1")]
    [InlineData("its WHATSAPP_APP_SECRET is another one", "hi", "--WHATSAPP_APP_SECRET=another")]
    [InlineData("refuses FUNCTION_KEY", "hi", "--FUNCTION_KEY=another")]
    [InlineData("refuses API_KEY", "hi", "--API_KEY=another")]
    [InlineData("--from is missing: in production", "hi", "--ENVIRONMENT=production")]
    public async Task Fault_IsToldInASentence(string said, params string[] args)
    {
        var (exit, _, error) = await PostAsync(args);
        Assert.Equal(1, exit);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output, string Error)> PostAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var names = args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal)).Select(arg => arg[2..].Split('=')[0]).ToHashSet();
        var exit = await PostCommand.RunAsync(
            [.. args, .. site.Shell.Where(each => !names.Contains(each.Key)).Select(each => $"--{each.Key}={each.Value}")], output, error);
        return (exit, output.ToString(), error.ToString());
    }

    private static string[] Lines(string output) => output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
