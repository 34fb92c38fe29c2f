namespace WhatsAppBots.Transcripts.Tests;

public sealed class TranscriptTests
{
    private static readonly string _folder = AppContext.BaseDirectory;

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(_folder, "*.chat", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Chat_GoesAsWritten(string file)
    {
        var transcript = await ReadAsync(file);
        var before = new Stack<Transcript>();
        for (var last = transcript; last.After is { } name; before.Push(last))
        {
            last = await ReadAsync(Path.Combine(Path.GetDirectoryName(file)!, name + ".chat"));
        }

        var (expected, actual) = await TranscriptRunner.PlayAsync([.. before], transcript);
        Assert.True(expected == actual, $"{file} went like this:\n\n{actual}");
    }

    private static async Task<Transcript> ReadAsync(string file) => Transcript.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, file)));

    [Theory]
    [InlineData("> hi")]
    [InlineData("hello")]
    [InlineData("  on with nothing\n< x")]
    public void File_ThatSaysNothing_IsRefused(string text) => Assert.Throws<FormatException>(() => Transcript.Parse(text));
}
