using WhatsAppBots.Contracts.People;

namespace WhatsAppBots.Database.Tests.Maintenance;

/// <summary>Every table with an id of a person or of a conversation has an owner that exports, erases and keeps it for a while.</summary>
public sealed class PersonDataTests : EngineTest
{
    private const string TablesSql =
        """
        select distinct n.nspname || '.' || c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
        where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_%' and c.relkind in ('r',
            'p') and not c.relispartition
          and a.attnum > 0 and not a.attisdropped and (a.attname ~ '(^|_)(person|people|conversation)(_id)?$' or a.attname = 'told_to'
            or exists (select 1 from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'chat.people'::regclass and a.attnum = any(f.conkey)))
        order by 1
        """;

    [Fact]
    public async Task EveryTableThatNamesAPerson_HasAnOwner() => Assert.Empty(await UnclaimedAsync());

    [Fact]
    public async Task TableThatNobodyClaims_IsFound()
    {
        await ExecuteAsync("create schema shop; create table shop.carts (id bigint, conversation_id bigint); create table chat.visits (at timestamptz, person_id bigint)");
        Assert.Equal(["chat.visits", "shop.carts"], await UnclaimedAsync());
    }

    [Fact]
    public async Task EveryTableThatIsClaimed_Exists_AndHasOneOwner()
    {
        var claimed = Owners.People.SelectMany(owner => owner.Tables).ToList();
        Assert.Equal(claimed.Distinct(), claimed);
        foreach (var table in claimed.Concat(Owners.Retention.SelectMany(owner => owner.BusyTables)))
        {
            Assert.Equal([true], await QueryAsync<bool>("select to_regclass(@table) is not null", new { table }));
        }
    }

    // A column that is added later goes to nobody before somebody has decided so.
    [Fact]
    public void Export_NamesItsColumns() => Assert.All(
        Owners.People.SelectMany(owner => owner.Parts),
        part =>
        {
            Assert.DoesNotContain("*", part.Sql.Replace("count(*)", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotMatch(@"to_jsonb\((?!x\))", part.Sql);
        });

    [Fact]
    public async Task Statements_OfEveryOwner_RunAsTheyAre()
    {
        var person = new { Person = 1L, Conversations = new[] { 1L }, Keys = new[] { "x" }, Workspace = 1L, Evidence = (byte[]?)null };
        foreach (var owner in Owners.People)
        {
            foreach (var sql in owner.Parts.Select(part => part.Sql)
                .Concat([owner.FilesSql, owner.FilesSizeSql, owner.ErasedFilesSql, owner.OwedSql, owner.EraseSql]).OfType<string>())
            {
                await ExecuteAsync(sql, person);
            }
        }

        var kept = new RetentionPeriods(TimeSpan.FromDays(366), TimeSpan.FromDays(30), TimeSpan.FromDays(731));
        var at = new { before = Time.GetUtcNow().UtcDateTime, late = Time.GetUtcNow().UtcDateTime, limit = 5, ids = new[] { "1" } };
        foreach (var owner in Owners.Retention)
        {
            foreach (var sql in owner.Rules(kept).Select(rule => rule.Sql).Concat(owner.Files(kept).SelectMany(files =>
                new[] { files.OldSql, files.GoneSql }))
                .Concat(owner.Counts.Select(count => count.Sql)))
            {
                await ExecuteAsync(sql, at);
            }
        }
    }

    private async Task<List<string>> UnclaimedAsync() =>
        [.. (await QueryAsync<string>(TablesSql)).Except(Owners.People.SelectMany(owner => owner.Tables))];
}
