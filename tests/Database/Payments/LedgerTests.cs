using Dapper;
using Npgsql;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Payments;

public sealed class LedgerTests : IAsyncLifetime
{
    private const long Workspace = 1;

    private static readonly Account _stripe = Account.Provider("stripe");
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private TestDatabase _database = null!;
    private NpgsqlDataSource _connections = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _connections = NpgsqlDataSource.Create(_database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Movement_MadeOnce_ShowsInBothBalances()
    {
        Assert.Equal(Moved.Made, await MoveAsync(Movement.Transfer("pay:1", "payment", "EUR", 1290, _stripe, Account.Order(1), "order:1")));

        Assert.Equal(1290, await BalanceAsync(Account.Order(1)));
        Assert.Equal(-1290, await BalanceAsync(_stripe));
        Assert.Equal(0, await BalanceAsync(Account.Order(1), "USD"));
    }

    [Fact]
    public async Task Movement_ToldTwice_IsMadeOnce()
    {
        var payment = Movement.Transfer("pay:1", "payment", "EUR", 1290, _stripe, Account.Order(1));
        Assert.Equal(Moved.Made, await MoveAsync(payment));
        Assert.Equal(Moved.Already, await MoveAsync(payment));

        Assert.Equal(1290, await BalanceAsync(Account.Order(1)));
    }

    [Fact]
    public async Task Key_OfAnotherMovement_IsRefused()
    {
        await MoveAsync(Movement.Transfer("pay:1", "payment", "EUR", 1290, _stripe, Account.Order(1)));

        await Assert.ThrowsAsync<KeyReusedException>(() => MoveAsync(Movement.Transfer("pay:1", "payment", "EUR", 1291, _stripe, Account.Order(1))));
        await Assert.ThrowsAsync<KeyReusedException>(() => MoveAsync(Movement.Transfer("pay:1", "payment", "EUR", 1290, _stripe, Account.Order(2))));
        await Assert.ThrowsAsync<KeyReusedException>(() => MoveAsync(Movement.Transfer("pay:1", "payment", "USD", 1290, _stripe, Account.Order(1))));
        Assert.Equal(1290, await BalanceAsync(Account.Order(1)));
        Assert.Equal(0, await BalanceAsync(Account.Order(2)));
    }

    [Fact]
    public async Task Account_ThatHoldsTooLittle_IsNotSpent()
    {
        await MoveAsync(Movement.Transfer("in", "payment", "INR", 100, _stripe, Account.Wallet(7)));

        Assert.Equal(Moved.TooLittle, await MoveAsync(Movement.Transfer("out", "stake", "INR", 101, Account.Wallet(7), Account.Revenue)));
        Assert.Equal(Moved.TooLittle, await MoveAsync(Movement.Transfer("out", "stake", "USD", 1, Account.Wallet(7), Account.Revenue)));
        Assert.Equal(Moved.Made, await MoveAsync(Movement.Transfer("out", "stake", "INR", 100, Account.Wallet(7), Account.Revenue)));
        Assert.Equal(0, await BalanceAsync(Account.Wallet(7), "INR"));
    }

    [Theory]
    [InlineData("", "EUR", 5, -5)]
    [InlineData("k", "eur", 5, -5)]
    [InlineData("k", "EURO", 5, -5)]
    [InlineData("k", "EUR", 5, -4)]
    [InlineData("k", "EUR", 0, 0)]
    [InlineData("k", "EUR", long.MaxValue, long.MaxValue)]
    public async Task Movement_ThatMakesNoSense_IsRefused(string key, string currency, long one, long other) =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            MoveAsync(new Movement(key, "test", currency, [new(_stripe, one), new(Account.Revenue, other)])));

    [Fact]
    public async Task Wallet_SpentByManyAtOnce_GivesWhatItHoldsAndNoMore()
    {
        await MoveAsync(Movement.Transfer("in", "payment", "EUR", 100, _stripe, Account.Wallet(7)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n =>
            MoveAsync(Movement.Transfer($"out:{n}", "stake", "EUR", 30, Account.Wallet(7), Account.Revenue))));

        Assert.Equal(3, outcomes.Count(outcome => outcome == Moved.Made));
        Assert.Equal(10, await BalanceAsync(Account.Wallet(7)));
        Assert.Equal(90, await BalanceAsync(Account.Revenue));
    }

    [Fact]
    public async Task Movement_ToldByManyAtOnce_IsMadeOnce()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            MoveAsync(Movement.Transfer("pay:1", "payment", "EUR", 1290, _stripe, Account.Order(1)))));

        Assert.Single(outcomes, Moved.Made);
        Assert.Equal(15, outcomes.Count(outcome => outcome == Moved.Already));
        Assert.Equal(1290, await BalanceAsync(Account.Order(1)));
    }

    // Against a plain count, with movements in all directions at once: nobody waits for ever, and every unit is accounted for.
    [Fact]
    public async Task Wallets_PayingEachOtherAtOnce_KeepEveryUnit()
    {
        const int People = 5;
        for (var person = 0; person < People; person++)
        {
            await MoveAsync(Movement.Transfer($"in:{person}", "payment", "EUR", 1000, _stripe, Account.Wallet(person)));
        }

        var made = new long[People];
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            var random = new Random(n);
            var (from, to) = (random.Next(People), random.Next(People - 1));
            if (to >= from) to++;
            var amount = random.Next(1, 400);
            if (await MoveAsync(Movement.Transfer($"t:{n}", "gift", "EUR", amount, Account.Wallet(from), Account.Wallet(to))) != Moved.Made) return;
            Interlocked.Add(ref made[from], -amount);
            Interlocked.Add(ref made[to], amount);
        }));

        for (var person = 0; person < People; person++)
        {
            var balance = await BalanceAsync(Account.Wallet(person));
            Assert.Equal(1000 + made[person], balance);
            Assert.True(balance >= 0);
        }

        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Rows_ThatDoNotBalance_AreRefusedWhenTheyAreCommitted()
    {
        await MoveAsync(Movement.Transfer("in", "payment", "EUR", 100, _stripe, Account.Revenue));
        const string Lopsided =
            """
            with m as (insert into money.movements (workspace_id, key, reason, currency, at) values (1, 'odd', 'test', 'EUR', now()) returning id)
            insert into money.entries select m.id, (select min(id) from money.accounts), 5 from m
            """;

        var failure = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(Lopsided));
        Assert.Equal(PostgresErrorCodes.CheckViolation, failure.SqlState);
    }

    [Theory]
    [InlineData("update money.entries set amount = amount + 1")]
    [InlineData("delete from money.entries")]
    [InlineData("update money.movements set key = 'x'")]
    [InlineData("delete from money.movements")]
    public async Task Rows_OnceWritten_Stay(string change)
    {
        await MoveAsync(Movement.Transfer("in", "payment", "EUR", 100, _stripe, Account.Revenue));

        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(change));
    }

    [Fact]
    public async Task Check_OfALedgerThatWasTamperedWith_NamesWhatIsWrong()
    {
        await MoveAsync(Movement.Transfer("in", "payment", "EUR", 100, _stripe, Account.Wallet(1)));
        await MoveAsync(Movement.Transfer("two", "payment", "EUR", 100, _stripe, Account.Wallet(2)));
        Assert.Empty(await FaultsAsync());

        await ExecuteAsync(
            """
            set session_replication_role = replica;
            update money.entries set amount = -5 where amount = 100 and movement_id = (select id from money.movements where key = 'in');
            delete from money.entries where amount = 100;
            set session_replication_role = default
            """);

        Assert.Equal(
            ["a movement has two entries at least", "entries sum to zero", "entries sum to zero", "never below zero"],
            (await FaultsAsync()).Select(fault => fault.Rule).Order());
    }

    private async Task<Moved> MoveAsync(Movement movement)
    {
        await using var connection = await _connections.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var moved = await LedgerBook.MoveAsync(connection, transaction, Workspace, movement, _now, CancellationToken.None);
        await transaction.CommitAsync();
        return moved;
    }

    private async Task<long> BalanceAsync(Account account, string currency = "EUR")
    {
        await using var connection = await _connections.OpenConnectionAsync();
        return await LedgerBook.BalanceAsync(connection, Workspace, account, currency, CancellationToken.None);
    }

    private async Task<IReadOnlyList<LedgerFault>> FaultsAsync()
    {
        await using var connection = await _connections.OpenConnectionAsync();
        return await LedgerCheck.RunAsync(connection, CancellationToken.None);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _connections.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
