using System.Text.RegularExpressions;

namespace WhatsAppBots.Unit.Tests.Data;

/// <summary>
/// What in a migration breaks the release that still runs, or stops its traffic: see shared/Data/Migrations/README.md. It reads statements, not
/// meanings.
/// </summary>
internal static partial class MigrationRules
{
    private const string Outside = "-- outside a transaction:";

    // Of a whole statement.
    private static readonly (string Pattern, string Fault)[] _statements =
    [
        (@"^drop (?!policy if exists|trigger if exists|index concurrently)", "drops what running code may use"),
        (@"^alter (table|view|materialized view|function|procedure|schema|sequence|index|type|policy|trigger|role|domain) .*\brename\b", "renames what running code uses by its old name"),
        (@"^alter .* set schema\b", "moves what running code looks for elsewhere"),
        (@"^alter type .* (drop|alter) attribute\b", "changes a type that running code writes"),
        (@"^truncate\b", "empties a table"),
        (@"^lock (table )?", "stops traffic while it lasts"),
        (@"^(cluster|vacuum full)\b", "stops traffic while it lasts"),
        (@"^reindex (?!.*\bconcurrently\b)", "stops traffic while it lasts"),
        (@"^refresh materialized view (?!concurrently)", "stops readers while it lasts"),
        (@"^revoke (?!.* from public$)", "takes away a right that running code may use"),
        (@"^create (or replace )?rule\b", "changes what running code's statements do"),
        (@"^create .*\btrigger\b.* before\b", "may refuse what running code writes"),
        (@"\bconcurrently\b", "runs outside a transaction alone: say so on the first line"),
        (@"^create unique index\b(?!.*\bconcurrently\b)", "refuses what running code may write, and stops writers while it is made"),
        (@"^create index\b(?!.*\bconcurrently\b)", "stops writers while the index is made: create it concurrently, outside a transaction"),
    ];

    // Of each thing an `alter table` does.
    private static readonly (string Pattern, string Fault)[] _actions =
    [
        (@"^drop (?!not null)", "drops what running code may use"),
        (@"^alter (column )?\S+ (set data )?type\b", "rewrites the table, and running code writes the old type"),
        (@"^alter (column )?\S+ set not null\b", "refuses rows of running code that leaves it out"),
        (@"^alter (column )?\S+ drop default\b", "refuses rows of running code that leaves it out"),
        (@"^alter (column )?\S+ (drop (expression|identity)|set generated|add generated)", "changes what running code may write"),
        (@"^add (column )?(?!constraint\b|check\b|unique\b|primary\b|foreign\b|exclude\b)(?=.*\bnot null\b)(?!.*\b(default|generated)\b)", "refuses rows of running code, which does not know the column: give it a default"),
        (@"^add (column )?(?!constraint\b).*\b(unique|primary key)\b", "makes an index while writers wait"),
        (@"^add (constraint \S+ )?(unique|primary key|exclude)\b(?!.*\busing index\b)", "makes an index while writers wait"),
        (@"^add (constraint \S+ )?(check|foreign key)\b(?!.*\bnot valid\b)", "reads the whole table while it is locked: not valid first, validated outside a transaction"),
        (@"^validate constraint\b", "reads the whole table: outside a transaction"),
        (@"^(force|enable) row level security\b", "hides rows from roles without a policy"),
        (@"^set (tablespace|logged|unlogged|access method)\b", "rewrites the table while it is locked"),
        (@"^(attach|detach) partition\b(?!.*\bconcurrently\b)", "locks the table, and may read it all"),
    ];

    /// <summary>What is wrong with a file; empty where nothing is, or where it says why it is safe.</summary>
    public static IReadOnlyList<string> Faults(string sql)
    {
        var first = sql.ReplaceLineEndings("\n").Split('\n')[0];
        if (Excuse().IsMatch(first)) return [];
        var statements = SqlScript.Statements(sql);
        if (first.StartsWith(Outside, StringComparison.Ordinal)) return [.. FaultsOutside(sql, first, statements)];
        var made = statements.SelectMany(statement => Made().Matches(statement)).Select(match => match.Groups[1].Value).ToHashSet();
        return [.. statements.SelectMany(statement => FaultsOf(statement, made))];
    }

    private static IEnumerable<string> FaultsOutside(string sql, string first, IReadOnlyList<string> statements)
    {
        if (first[Outside.Length..].Trim().Length == 0) yield return "does not say why it runs outside a transaction";
        if (sql.Contains('$', StringComparison.Ordinal)) yield return "holds a body: outside a transaction statements are parted at the semicolons that end lines";
        foreach (var statement in statements.Where(statement => !AllowedOutside().IsMatch(statement)))
            yield return $"must be in a transaction: {statement}";
    }

    // What the file made itself nobody uses yet.
    private static IEnumerable<string> FaultsOf(string statement, HashSet<string> made)
    {
        var table = AlteredTable().Match(statement);
        var target = table.Success ? table.Groups["table"].Value : Target().Match(statement).Groups["table"].Value;
        if (made.Contains(target)) yield break;
        foreach (var (pattern, fault) in _statements)
        {
            if (Regex.IsMatch(statement, pattern)) yield return $"{fault}: {statement}";
        }

        if (!table.Success) yield break;
        foreach (var action in SqlScript.Parts(statement[table.Length..]))
        {
            foreach (var (pattern, fault) in _actions)
            {
                if (Regex.IsMatch(action, pattern)) yield return $"{fault}: {action}";
            }
        }
    }

    [GeneratedRegex(@"^-- contracts: \S.{9,}")]
    private static partial Regex Excuse();

    [GeneratedRegex(@"^create (?:unlogged )?table (?:if not exists )?([^\s(]+)")]
    private static partial Regex Made();

    [GeneratedRegex(@"^alter (foreign )?table (if exists )?(only )?(?<table>\S+) ")]
    private static partial Regex AlteredTable();

    [GeneratedRegex(@"\bon (only )?(?<table>[^\s(]+)")]
    private static partial Regex Target();

    [GeneratedRegex(@"^(create (unique )?index concurrently|drop index concurrently|reindex .*concurrently|alter table \S+ (validate constraint|detach partition \S+ concurrently)|create (unique )?index \S+ on only|alter index \S+ attach partition)\b")]
    private static partial Regex AllowedOutside();
}
