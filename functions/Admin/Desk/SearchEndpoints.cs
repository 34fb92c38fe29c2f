using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Search;

namespace WhatsAppBots.Admin.Desk;

/// <summary>Endpoint that finds messages by their words.</summary>
internal sealed class SearchEndpoints : IFeature
{
    private const string TextName = "q";

    /// <inheritdoc/>
    public static string Name => "Search";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<MessageSearch>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("search", FindAsync).WithName("SearchMessages")
        .WithSummary("Messages that have all the words, newest first; it may be a minute behind").Needs(Permission.ConversationsRead);

    private static async Task<Results<Ok<Page<FoundMessage>>, ValidationProblem>> FindAsync(
        [AsParameters] PageQuery query,
        [FromQuery(Name = TextName), Description("Words, or their beginnings, in any order.")] string? text,
        Caller caller, MessageSearch search, CancellationToken cancellationToken)
    {
        if (!query.TryRead(out var page, out var refusal)) return refusal;
        if (text is not { Length: >= 1 and <= MessageSearch.Longest })
        {
            var fault = $"{TextName} is missing, or longer than {MessageSearch.Longest} characters.";
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [TextName] = [fault] }, fault);
        }

        var found = await search.FindAsync(text, page, cancellationToken);
        return TypedResults.Ok(caller.SeesPeople
            ? found : found with { Items = [.. found.Items.Select(message => message with { Person = message.Person.Masked() })] });
    }
}
