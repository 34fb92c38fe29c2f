using System.Security.Cryptography;
using WhatsAppBots.Accuracy;
using WhatsAppBots.Understanding;
using WhatsAppBots.Unit.Tests.Infra;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>Held-out utterances stay unseen: nothing is written for them and none of them changes unnoticed.</summary>
public sealed class HeldOutTests
{
    // Whatever understands, or might be written after a text: code, word lists, texts, prompts, the simulator, other tests and documents.
    private static readonly string[] _folders = ["shared", "functions", "infra", "tests"];

    private static readonly string[] _extensions =
        [".cs", ".words", ".json", ".jsonl", ".txt", ".md", ".js", ".ts", ".tsx", ".html", ".sql", ".yml"];

    private static readonly string[] _built = ["bin", "obj", "node_modules"];

    /// <summary>Where a correction is due (README there tells when), the new hash comes with it.</summary>
    [Theory]
    [InlineData("en.held-out", "9b9672c99d4cc22f86fbaecdce03dd905269bf773ab8f3966beba623eef6e382")]
    [InlineData("es.held-out", "0b38e5eea1b9c440f677d2b0b5a00a6c10d809df2fc1a51a332c61efc1369072")]
    [InlineData("pt.held-out", "1be830b5f6810a80680b77ab7ef2dd80cda924da9c8582993fe73ef79b3f9f7b")]
    [InlineData("hi.held-out", "45c274ea0235bf12f44fa39aa337634f879e9087df5b25f5485837bb07a560f9")]
    [InlineData("he.held-out", "f8b8b6ab7d9219fdb558dd1f5b4835f1586abf5dfae1c96646f42e571153ca5d")]
    [InlineData("en.chat.held-out", "9634c6705d61b2dd6d5a8fcd689cd13d4811786815cb3e09cb31f91bb12f2f12")]
    [InlineData("es.chat.held-out", "dafb3035dfcac34b452d8c81402d111742e871f824a4f9f32b8b0e4747794f6f")]
    [InlineData("pt.chat.held-out", "4f44f9c59a0b5208e6ee4ab1866711a38d7e153381999d606a62f68c7a99de63")]
    [InlineData("hi.chat.held-out", "af2ee0df60a258cc7425d48802bc38bfcf9908a05620bafd215f0cfd51da135c")]
    [InlineData("he.chat.held-out", "198996b69c85bea6939274bf983ba8afb329dd1efbd14b8cfd8d6939cda52d3f")]
    public void File_HeldOut_IsUnchanged(string name, string sha256)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "utterances", name + ".jsonl"));
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public void Text_HeldOut_OccursNowhereElse()
    {
        string[] held =
        [
            .. Languages.All.SelectMany(language => Corpus.Read(language, Corpus.ChatHeldOut)).Select(said => PlainText.Of(said.Text)),
        ];

        // JSON and C# write a new line as \n.
        var elsewhere = Sources()
            .Select(file => (File: file, Text: PlainText.Of(File.ReadAllText(file).Replace("\\n", "\n", StringComparison.Ordinal))))
            .ToList();

        Assert.InRange(elsewhere.Count, 500, int.MaxValue);
        Assert.Empty(elsewhere.AsParallel().SelectMany(source => held
            .Where(text => source.Text.Contains(text, StringComparison.Ordinal))
            .Select(text => $"{Path.GetRelativePath(TopologyTests.Root, source.File)}: {text}")));
    }

    private static IEnumerable<string> Sources() => _folders
        .SelectMany(folder => FilesOf(Repository.PathOf(folder)))
        .Append(Repository.PathOf("README.md"))
        .Where(file => _extensions.Contains(Path.GetExtension(file)) && !file.EndsWith(".held-out.jsonl", StringComparison.Ordinal));

    private static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(each => !_built.Contains(Path.GetFileName(each))).SelectMany(FilesOf));
}
