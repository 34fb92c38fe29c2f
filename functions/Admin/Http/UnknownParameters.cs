using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace WhatsAppBots.Admin.Http;

/// <summary>
/// Refuses a list that is asked for with a parameter it does not know: <c>?limit=10</c> would be given another number of rows, without
/// a word.
/// </summary>
internal sealed class UnknownParameters(RequestDelegate next)
{
    /// <summary>Answers 400 and names the parameter, or runs the rest of the pipeline.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        List<string> known = context.GetEndpoint()?.Metadata.OfType<IParameterBindingMetadata>()
            .Select(parameter => parameter.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>().ToList() ?? [];
        if (!known.Contains(PageQuery.SizeName)) return next(context);
        var unknown = context.Request.Query.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unknown is null) return next(context);
        var fault = $"There is no parameter {unknown}; there are {string.Join(", ", known)}.";
        return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [unknown] = [fault] }, fault).ExecuteAsync(context);
    }
}
