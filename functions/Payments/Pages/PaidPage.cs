using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Data;
using WhatsAppBots.Money.Orders;

namespace WhatsAppBots.Payments.Pages;

/// <summary>
/// Where providers send people who paid, or did not. Their coming proves nothing: the page says what is known of the order, and has the provider
/// asked where that is nothing yet.
/// </summary>
public sealed class PaidPage(Database database, WhatsAppPhones phones, TimeProvider time)
{
    private const string OrderSql =
        """
        select state as State, amount as Amount, currency::text as Currency, description as Description, language as Language, bot as Bot,
               entry_bot as EntryBot, checkout_url as Url, pending_at is not null as IsPending,
               coalesce((select sum(m.refunded + m.lost) from money.payments m
                         where m.order_id = o.id and m.reason is null), 0)::bigint as Returned
        from money.orders o where reference = @order
        """;

    // Soon, once in a while, however often the page is looked at.
    private const string AskSql =
        """
        update money.orders set looked_at = @now, ask_at = least(ask_at, @now + interval '3 seconds')
        where reference = @order and state = 'open' and session is not null and (looked_at is null or looked_at < @now - interval '1 minute')
        """;

    private const string LearnedSql = "select coalesce(bot, ''), phone from platform.numbers where phone is not null order by number_id";

    /// <summary>The page for links of earlier releases, which name no order.</summary>
    [Function("PaidPage")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "paid")] HttpRequest request, CancellationToken cancellationToken) =>
        Answer(request, ReturnHtml.General(ReturnTexts.Of(null, Accepted(request)), await LinkAsync(null, null, null, cancellationToken)));

    /// <summary>The page of an order, by its reference, which nobody can guess. It names no person.</summary>
    [Function("OrderPage")]
    public async Task<IResult> ShowOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "paid/{order}")] HttpRequest request, string order, CancellationToken cancellationToken)
    {
        if (!IsReference(order)) return await Show(request, cancellationToken);
        var isCancelled = request.Query.ContainsKey("cancelled");
        var found = await database.UseAsync(
            async connection =>
            {
                var known = await connection.QuerySingleOrDefaultAsync<OrderOfPage>(OrderSql, new { order });
                if (known is { State: OrderStates.Open } && !isCancelled) await connection.ExecuteAsync(AskSql, new { order, now = time.GetUtcNow().UtcDateTime });
                return known;
            },
            cancellationToken);
        if (found is null) return await Show(request, cancellationToken);

        // Its page is over, and the money did not come: there is nothing to wait for.
        isCancelled |= found.Url is null;
        var texts = ReturnTexts.Of(found.Language, Accepted(request));
        var isComing = found.State == OrderStates.Open && !isCancelled;
        var back = await LinkAsync(found.EntryBot, found.Bot, isComing ? texts.SaysPaid : null, cancellationToken);
        return Answer(request, ReturnHtml.Of(texts, found, isCancelled, back));
    }

    private async Task<Uri?> LinkAsync(string? entryBot, string? bot, string? says, CancellationToken cancellationToken)
    {
        List<(string, string)>? learned = null;
        if (phones.AreLearned)
        {
            learned = await database.UseAsync(
                async connection => (await connection.QueryAsync<(string, string)>(LearnedSql)).ToList(), cancellationToken);
        }

        return phones.LinkOf(entryBot, bot, says, learned);
    }

    private static IResult Answer(HttpRequest request, string page)
    {
        var headers = request.HttpContext.Response.Headers;
        (headers.ContentSecurityPolicy, headers.CacheControl) = (ReturnHtml.Policy, "no-store");
        headers["Referrer-Policy"] = "no-referrer";
        return Results.Content(page, "text/html; charset=utf-8");
    }

    private static string Accepted(HttpRequest request) => request.Headers.AcceptLanguage.ToString();

    private static bool IsReference(string order) =>
        order.Length is > 2 and <= 40 && order.StartsWith(Order.ReferencePrefix, StringComparison.Ordinal) && order.Skip(2).All(char.IsAsciiHexDigitLower);
}

/// <summary>An order as its page shows it.</summary>
/// <param name="Returned">Minor units that went back to the person, by us, at the provider or through their bank.</param>
internal sealed record OrderOfPage(
    string State, long Amount, string Currency, string Description, string? Language, string Bot, string? EntryBot, string? Url,
    bool IsPending, long Returned);
