using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace WhatsAppBots.Admin.Http;

/// <summary>
/// Refuses a list that is asked for with a parameter it does not know: <c>?limit=10</c> would be given another number of rows, without a word.
/// </summary>
internal sealed class UnknownParameters(RequestDelegate next)
{
    // Where Azure Functions takes its key from, too.
    private const string Key = "code";

    /// <summary>Answers 400 and names the parameter, or runs the rest of the pipeline.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var known = context.GetEndpoint()?.Metadata.OfType<IParameterBindingMetadata>().Select(NameOf).ToList() ?? [];
        if (!known.Contains(PageQuery.SizeName)) return next(context);
        var unknown = context.Request.Query.Keys.FirstOrDefault(name => name != Key && !known.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unknown is null) return next(context);
        var fault = $"There is no parameter {unknown}; there are {string.Join(", ", known.Where(IsQuery(context)))}.";
        return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [unknown] = [fault] }, fault).ExecuteAsync(context);
    }

    private static string NameOf(IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()?.Name ?? parameter.Name;

    private static Func<string, bool> IsQuery(HttpContext context) => name =>
        context.GetEndpoint()!.Metadata.OfType<IParameterBindingMetadata>()
            .Any(parameter => parameter.ParameterInfo.GetCustomAttribute<FromQueryAttribute>() is not null && NameOf(parameter) == name);
}
