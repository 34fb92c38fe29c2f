using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Http;

/// <summary>Parameters of a page, as the address has them.</summary>
/// <param name="Page">Token of the page.</param>
/// <param name="Size">Rows a page.</param>
/// <param name="Request">The request: its address and its filters name the list.</param>
internal sealed record PageQuery(
    [property: FromQuery(Name = PageQuery.PageName), Description(
        "The token `next` of the page before; without it the first page.")] string? Page,
    [property: FromQuery(Name = PageQuery.SizeName), Description("Rows a page.")] string? Size,
    HttpRequest Request)
{
    /// <summary>Name of the parameter that takes a page's token.</summary>
    public const string PageName = "page";

    /// <summary>Name of the parameter that takes a whole number within bounds.</summary>
    public const string SizeName = "size";

    /// <summary>Reads the parameters.</summary>
    /// <param name="page">The page that is asked for.</param>
    /// <param name="refusal">The answer, where a parameter is wrong.</param>
    public bool TryRead(out PageRequest page, out ValidationProblem refusal)
    {
        var list = ListOf(Request);
        (page, refusal) = (new PageRequest(null, PageRequest.DefaultSize, list), null!);
        if (Page is { Length: > 0 } token)
        {
            if (PageRequest.Decode(token, list) is not { } after) return Refuse(PageName, "page is not a token of this list.", out refusal);
            page = page with { After = after };
        }

        if (Size is { Length: > 0 } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > PageRequest.MaxSize)
            {
                return Refuse(SizeName, $"size must be 1 to {PageRequest.MaxSize}.", out refusal);
            }

            page = page with { Size = size };
        }

        return true;
    }

    private static string ListOf(HttpRequest request) => request.Path + string.Concat(request.Query
        .Where(pair => pair.Key is not (PageName or SizeName)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"&{pair.Key}={pair.Value}"));

    private static bool Refuse(string parameter, string fault, out ValidationProblem refusal)
    {
        refusal = TypedResults.ValidationProblem(new Dictionary<string, string[]> { [parameter] = [fault] }, fault);
        return false;
    }
}
