using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace WhatsAppBots.Admin.Http;

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
        List<string> known = [.. endpoint.Metadata.OfType<IParameterBindingMetadata>()
            .Select(parameter => parameter.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>()];
        var unknown = context.Request.Query.Keys
            .FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unknown is null) return next(context);
        var fault = known.Count > 0 ? $"There is no parameter {unknown}; there are {string.Join(", ", known)}."
            : $"There is no parameter {unknown}; this takes none.";
        return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [unknown] = [fault] }, fault).ExecuteAsync(context);
    }
}
