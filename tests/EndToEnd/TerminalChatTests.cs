using WhatsAppBots.Simulator.Terminal;
using WhatsAppBots.Testing;

namespace WhatsAppBots.EndToEnd.Tests;

/// <summary>The chat in the terminal against the running product.</summary>
public sealed class TerminalChatTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Chat_SendsLinesAndPressesButtonsByNumber()
    {
        var (code, said, _) = await ChatAsync("habits", "15553340001", "hello", "1", "gym on mondays at 18:00", "=3");
        Assert.Equal(0, code);
        Assert.Contains("> hello\n", said, StringComparison.Ordinal);
        Assert.Matches(@"\n    1\. Gentle\n    2\. Firm\n", said);

        // "1" pressed the first button, and "=3" was the text 3.
        Assert.Contains("Gym", said, StringComparison.Ordinal);
        var heard = await site.MessagesAsync("15553340001", Site.Habits);
        Assert.Equal(
            ["text:hello", "interactive:Gentle", "text:gym on mondays at 18:00", "text:3"],
            heard.Where(message => message["direction"]!.ToString() == "in").Select(message => $"{message["type"]}:{message["text"]}"));
    }

    [Fact]
    public async Task Chat_SendsAPhoto_AndSaysWhereThereIsNone()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        await File.WriteAllBytesAsync(path, SamplePhotos.Png(7));
        var (code, said, _) = await ChatAsync("echo", "15553340002", $"/photo {path}", "/photo /no/such.png", "/photo /etc/hostname");
        File.Delete(path);
        Assert.Equal(0, code);
        Assert.Contains("There is no file /no/such.png.", said, StringComparison.Ordinal);
        Assert.Contains("is no photo", said, StringComparison.Ordinal);
        var heard = (await site.MessagesAsync("15553340002")).Where(message => message["direction"]!.ToString() == "in");
        Assert.Equal(["image"], heard.Select(message => message["type"]!.ToString()));
    }

    // The buttons below the answer to a photo are numbered from 1, whatever stood above it.
    [Fact]
    public async Task Chat_AfterAPhoto_NumbersTheNewButtonsFromOne()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        await File.WriteAllBytesAsync(path, SamplePhotos.Png(8));
        var (_, said, _) = await ChatAsync("portraits", "15553340004", "hi", $"/photo {path}", "1");
        File.Delete(path);
        Assert.Contains("    1. I agree\n", said, StringComparison.Ordinal);
        var heard = await site.MessagesAsync("15553340004", Site.Portraits);
        Assert.Contains(heard, message => message["direction"]!.ToString() == "in" && message["text"]?.ToString() == "I agree");
    }

    [Fact]
    public async Task Chat_WithABotThatIsNotThere_NamesThoseThatAre()
    {
        var (code, _, error) = await ChatAsync("poker", "15553340003");
        Assert.Equal(1, code);
        Assert.Contains("Habits", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_WithoutAHost_SaysHowToStartIt()
    {
        var error = new StringWriter();
        string[] args = ["habits", "--to", "http://127.0.0.1:1"];
        Assert.Equal(1, await ChatCommand.RunAsync(args, TextReader.Null, TextWriter.Null, error, isPiped: true));
        Assert.Contains("dotnet run --project infra/standalone", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--from", "1")]
    [InlineData("habits", "--from")]
    [InlineData("habits", "--from", "x")]
    [InlineData("habits", "--to", "ftp://here")]
    [InlineData("habits", "--form", "15550002222")]
    public async Task Chat_WrittenWrongly_SaysSo(params string[] args)
    {
        var error = new StringWriter();
        Assert.Equal(1, await ChatCommand.RunAsync(args, TextReader.Null, TextWriter.Null, error, isPiped: true));
        Assert.NotEqual("", error.ToString().Trim());
    }

    private async Task<(int Code, string Said, string Error)> ChatAsync(string bot, string phone, params string[] lines)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter());
        using var input = new StringReader(string.Join('\n', lines));
        string[] args = [bot, "--from", $"+{phone}", "--name", "Ann", "--to", site.SimulatorUrl];
        var code = await ChatCommand.RunAsync(args, input, TextWriter.Synchronized(output), error, isPiped: true);
        return (code, output.ToString(), error.ToString());
    }
}
