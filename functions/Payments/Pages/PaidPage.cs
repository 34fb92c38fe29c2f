using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Data;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Queries;

namespace WhatsAppBots.Payments.Pages;

/// <summary>
/// Where providers send people who paid, or did not. Their coming proves nothing: the page says what is known of the order, and has the provider
/// asked where that is nothing yet.
/// </summary>
public sealed class PaidPage(Database database, WhatsAppPhones phones, TimeProvider time)
{
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
                var known = await OrderPage.FindAsync(connection, order, cancellationToken);

                // Also of who says that they left without paying: they may have paid in another window.
                if (known?.State == OrderStates.Open)
                    await OrderPage.AskSoonAsync(connection, order, time.GetUtcNow(), cancellationToken);
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
