using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace WhatsAppBots.Admin.Http;

/// <summary>Marks an endpoint that somebody else makes the address of.</summary>
internal sealed class TakesAnyParameter;

/// <summary>
/// Refuses an operation that is asked for with a parameter it does not know: <c>?limit=10</c> would be given another number of rows, and
/// <c>states?bot=habits</c> the states of all bots, without a word.
/// </summary>
internal sealed class UnknownParameters(RequestDelegate next)
{
    /// <summary>Answers 400 and names the parameter, or runs the rest of the pipeline.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();

        // Operations have names; all else is no part of the API.
        if (endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>() is null) return next(context);
        if (endpoint.Metadata.GetMetadata<TakesAnyParameter>() is not null) return next(context);
        List<string> known = [.. endpoint.Metadata.OfType<IParameterBindingMetadata>()
            .Select(parameter => parameter.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>()];
        var unknown = context.Request.Query.Keys
            .FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            return Refuse(context, unknown, known.Count > 0
                ? $"There is no parameter {unknown}; there are {string.Join(", ", known)}."
                    : $"There is no parameter {unknown}; this takes none.");
        }

        // Page and size say in their own words what they are not.
        var odd = context.Request.Query.FirstOrDefault(
            pair => pair.Key is not (PageQuery.PageName or PageQuery.SizeName) && !AdminJson.IsStorable(pair.Value.ToString())).Key;
        return odd is null ? next(context) : Refuse(context, odd, $"{odd} has a character that no text has.");
    }

    private static Task Refuse(HttpContext context, string parameter, string fault) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [parameter] = [fault] }, fault).ExecuteAsync(context);
}
