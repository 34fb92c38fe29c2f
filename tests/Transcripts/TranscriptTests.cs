namespace WhatsAppBots.Transcripts.Tests;

/// <summary>Each chat goes as it is written. A class a bot: classes run side by side.</summary>
public abstract class TranscriptTests
{
    private static readonly string _folder = AppContext.BaseDirectory;

    protected static TheoryData<string> FilesOf(Func<string, bool> folder) => [.. Directory.EnumerateFiles(_folder, "*.chat", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder, file)).Where(file => folder(file.Split(Path.DirectorySeparatorChar)[0])).Order(StringComparer.Ordinal)];

    protected static async Task PlayAsync(string file)
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
}

public sealed class PortraitsTranscriptTests : TranscriptTests
{
    public static TheoryData<string> Files => FilesOf(folder => folder == "Portraits");

    [Theory]
    [MemberData(nameof(Files))]
    public Task Chat_GoesAsWritten(string file) => PlayAsync(file);
}

public sealed class HabitsTranscriptTests : TranscriptTests
{
    public static TheoryData<string> Files => FilesOf(folder => folder == "Habits");

    [Theory]
    [MemberData(nameof(Files))]
    public Task Chat_GoesAsWritten(string file) => PlayAsync(file);
}

public sealed class OtherTranscriptTests : TranscriptTests
{
    public static TheoryData<string> Files => FilesOf(folder => folder is not ("Portraits" or "Habits"));

    [Theory]
    [MemberData(nameof(Files))]
    public Task Chat_GoesAsWritten(string file) => PlayAsync(file);
}

public sealed class TranscriptFileTests
{
    [Theory]
    [InlineData("> hi")]
    [InlineData("hello")]
    [InlineData("  on with nothing\n< x")]
    public void File_ThatSaysNothing_IsRefused(string text) => Assert.Throws<FormatException>(() => Transcript.Parse(text));
}
