using Dapper;
using Npgsql;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Search;

namespace WhatsAppBots.Database.Tests.Desk;

/// <summary>Messages are found by their words, in any language, newest first; whatever is searched for is no error.</summary>
public sealed class SearchTests : DeskTest
{
    [Fact]
    public async Task Messages_AreFoundByTheBeginningsOfAllTheirWords()
    {
        await Host.SayAsync(Ann, "human");
        await Host.SayAsync(Ann, "My parcel from Málaga never arrived");
        await Host.SayAsync(Bo, "human");
        await Host.SayAsync(Bo, "Where is my parcel?");
        await Host.SayAsync(Bo, "मेरा पार्सल कहाँ है");
        await Host.SayAsync(Bo, "איפה החבילה שלי");
        await Projector.SweepAsync(CancellationToken.None);

        Assert.Equal(["Where is my parcel?", "My parcel from Málaga never arrived"], await FindAsync("PARCEL my"));
        Assert.Equal(["My parcel from Málaga never arrived"], await FindAsync("málag parc"));
        Assert.Equal(["मेरा पार्सल कहाँ है"], await FindAsync("पार्सल"));
        Assert.Equal(["איפה החבילה שלי"], await FindAsync("החבילה"));
        Assert.Empty(await FindAsync("parcel nowhere"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("' & | ! ( ) :* <-> \\")]
    [InlineData("'; drop table desk.search; --")]
    [InlineData("#b0")]
    [InlineData("a:b:c http://x.y/z?q=1 a@b.c 🙂")]
    public async Task Search_IsNeverAnError(string text)
    {
        await Host.SayAsync(Ann, "human");
        await Projector.SweepAsync(CancellationToken.None);
        Assert.DoesNotContain("human", await FindAsync(text));
    }

    // Rows of many blocks, as after millions of messages.
    [Fact]
    public async Task Search_GoesThroughAllBlocks_AndPages()
    {
        await Host.SayAsync(Ann, "human");
        var ann = await OfAsync(Ann);
        await ExecuteAsync(
            """
            insert into chat.messages (id, stored_at, workspace_id, conversation_id, direction, type, summary, at, body)
            select 10 + n * 100000, now(), 1, @ann, 'in', 'text', case when n % 7 = 0 then 'rare ' else 'frequent ' end || n, now(), '{}'
            from generate_series(1, 40) n
            """,
            new { ann });
        await Projector.SweepAsync(CancellationToken.None);
        Assert.Equal(["rare 35", "rare 28", "rare 21", "rare 14", "rare 7"], await FindAsync("rare"));
        List<string> paged = [];
        var page = new PageRequest(null, 10);
        while (true)
        {
            var found = await new MessageSearch(Workspace).FindAsync("frequent", page, CancellationToken.None);
            paged.AddRange(found.Items.Select(item => item.Text));
            if (found.Next is null) break;
            page = page with { After = PageRequest.Decode(found.Next, "") };
        }

        Assert.Equal(Enumerable.Range(1, 40).Where(n => n % 7 != 0).Reverse().Select(n => $"frequent {n}"), paged);
    }

    // By the app's own role: the policies of a table let it use an index only for what may be asked of rows that it does not see.
    [Fact]
    public async Task Search_UsesTheIndexOfWords_UnderTheRoleOfTheApp()
    {
        const string FindSql = "select message_id from desk.find_messages('''#b0''', '''word779'':*', null, 3)";
        await ExecuteAsync(
            """
            insert into desk.search (message_id, workspace_id, conversation_id, stored_at, words)
            select n, 1, n, now(), to_tsvector('simple', 'word' || n) || array_to_tsvector(array['#b0']) from generate_series(1, 20000) n
            """);
        await ExecuteAsync("analyze desk.search");
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "set local enable_seqscan = off; set local role whatsappbots_admin; set local app.workspace = '1'", transaction: transaction);
        Assert.Equal([7799, 7798, 7797], await connection.QueryAsync<long>(FindSql, transaction: transaction));
        Assert.Equal((1, 0), await connection.QuerySingleAsync<(long, long)>(
            "select pg_stat_get_xact_numscans('desk.search_words'::regclass), pg_stat_get_xact_numscans('desk.search'::regclass)",
            transaction: transaction));

        await connection.ExecuteAsync("set local app.workspace = '2'", transaction: transaction);
        Assert.Empty(await connection.QueryAsync<long>(FindSql, transaction: transaction));
        await connection.ExecuteAsync("set local app.workspace = '1'; set local app.scope_numbers = '1001'", transaction: transaction);
        Assert.Empty(await connection.QueryAsync<long>(FindSql, transaction: transaction));
        await connection.ExecuteAsync("set local app.workspace = ''", transaction: transaction);
        Assert.Empty(await connection.QueryAsync<long>(FindSql, transaction: transaction));
    }

    private async Task<IReadOnlyList<string>> FindAsync(string text) =>
        [.. (await new MessageSearch(Workspace).FindAsync(text, new PageRequest(null, 50), CancellationToken.None)).Items.Select(item =>
            item.Text)];
}
