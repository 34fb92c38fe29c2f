using System.Text.RegularExpressions;
using WhatsAppBots.Unit.Tests.Infra;

namespace WhatsAppBots.Unit.Tests.Architecture;

/// <summary>
/// A table's name occurs in its owner's folder alone; others ask the owner, by an event or by a query class. Migrations are exempt: those that were
/// applied before tables had owners stay where they are.
/// </summary>
public sealed partial class TableOwnerTests
{
    // The first that fits counts. An owner may have several folders: a bot's dialog beside its backend.
    private static readonly (string Tables, string[] Folders)[] _owners =
    [
        ("chat.ai_turns", ["functions/Messages/Ai", "shared/Conversations"]),
        ("chat.media", ["functions/Images", "shared/Bots/Portraits.Backend"]),
        ("chat.media_days", ["functions/Images", "shared/Bots/Portraits.Backend"]),
        ("chat.*", ["shared/Conversations"]),
        ("events.*", ["shared/Messaging"]),
        ("money.*", ["shared/Payments"]),
        ("images.*", ["functions/Images", "shared/Bots/Portraits.Backend"]),
        ("habits.*", ["shared/Bots/Habits.Backend"]),
        ("desk.*", ["shared/Desk"]),
        ("auth.*", ["shared/Access"]),
        ("host.*", ["infra/standalone"]),
        ("platform.numbers", ["shared/Conversations"]),
        ("platform.*", ["shared/Data"]),
    ];

    private static readonly IReadOnlyList<string> _tables =
    [
        .. new[] { "shared", "functions" }.SelectMany(folder => SourceTree.Paths(folder, "*.sql"))
            .SelectMany(path => Created().Matches(Repository.Text(path)).Select(match => match.Groups[1].Value.ToLowerInvariant()))
            .Where(table => !table.EndsWith("_default", StringComparison.Ordinal)).Distinct(),
    ];

    [Fact]
    public void EachTable_HasAnOwner_WhoseFolderIsThere()
    {
        Assert.True(_tables.Count > 35, "The migrations were not found.");
        Assert.All(_tables, table => Assert.NotEmpty(OwnersOf(table)));
        Assert.All(_owners.SelectMany(owner => owner.Folders), folder => Assert.True(Directory.Exists(Repository.PathOf(folder)), folder));
    }

    [Fact]
    public void Tables_AreNamedByTheirOwnersAlone() => KnownExceptions.Hold(
        "A table is named outside its owner's folder. Ask the owner: by an event, or by a query class in the owner's folder.",
        "table-exceptions.txt",
        from file in SourceTree.Files
        from table in TablesIn(file)
        where !OwnersOf(table).Any(file.IsIn)
        select $"{file.Path} {table}");

    // The API asks the owners of the tables for all it shows.
    [Fact]
    public void Admin_HoldsNoSql() => Assert.All(
        SourceTree.Below("functions/Admin"), file => Assert.False(Statement().IsMatch(WithoutComments(file.Text)), $"{file.Path} holds SQL."));

    private static string[] OwnersOf(string table) => _owners.FirstOrDefault(
        owner => owner.Tables == table || (owner.Tables.EndsWith('*') && table.StartsWith(owner.Tables[..^1], StringComparison.Ordinal))).Folders ?? [];

    private static IEnumerable<string> TablesIn(SourceFile file) =>
        Name().Matches(WithoutComments(file.Text)).Select(match => match.Value).Where(_tables.Contains).Distinct();

    private static string WithoutComments(string text) => Comment().Replace(text, "");

    [GeneratedRegex(@"create (?:unlogged )?table (?:if not exists )?([a-z_]+\.[a-z_]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Created();

    [GeneratedRegex(@"\b(?:chat|events|platform|money|images|host|desk|crm|auth|bets|habits|stats)\.[a-z_]+\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(?:select .+ from|insert into|update [a-z]+\.[a-z_]+ set|delete from) ", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Statement();
}
