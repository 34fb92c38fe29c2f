using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Standalone.Functions;

namespace WhatsAppBots.Standalone.Http;

/// <summary>Routes of the HTTP functions.</summary>
internal static partial class HttpFunctions
{
    /// <summary>Maps each HTTP function to its route, behind the key where it wants one.</summary>
    public static void Map(WebApplication app, FunctionCatalog catalog, string functionKey)
    {
        var keys = FunctionKey.Hashes(functionKey);
        foreach (var (function, trigger) in catalog.Of<HttpTriggerAttribute>())
        {
            var route = "/" + (trigger.Route ?? function.Name).TrimStart('/');
            var endpoint = Endpoint(function, route, trigger.AuthLevel == AuthorizationLevel.Anonymous ? null : keys, app.Logger);
            if (trigger.Methods.Length == 0) app.Map(route, endpoint);
            else app.MapMethods(route, trigger.Methods.Select(method => method.ToUpperInvariant()), endpoint);
        }
    }

    private static RequestDelegate Endpoint(Function function, string route, byte[][]? keys, ILogger logger)
    {
        var invoker = new FunctionInvoker(function, parameter => Bind(parameter, function));
        return async context =>
        {
            // A trace is found by its request, not by the class that handles it.
            if (Activity.Current is { } activity) activity.DisplayName = $"{context.Request.Method} {route}";
            if (keys is not null && !FunctionKey.IsGiven(context.Request, keys))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            try
            {
                if (await invoker.InvokeAsync(context.RequestServices, context, context.RequestAborted) is IResult result)
                {
                    await result.ExecuteAsync(context);
                }
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The caller has gone.
            }
            catch (BadHttpRequestException e)
            {
                if (!context.Response.HasStarted) context.Response.StatusCode = e.StatusCode;
            }
            catch (Exception e) when (!context.Response.HasStarted)
            {
                Log.Failed(logger, e, function.Name);
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        };
    }

    private static Func<object?, object?> Bind(ParameterInfo parameter, Function function)
    {
        if (parameter.Position == function.TriggerParameter.Position) return context => ((HttpContext)context!).Request;
        var (name, type) = (parameter.Name!, parameter.ParameterType);
        return context =>
        {
            var text = Convert.ToString(((HttpContext)context!).GetRouteValue(name), CultureInfo.InvariantCulture) ?? "";
            try
            {
                return type == typeof(string) ? text
                    : type == typeof(Guid) ? Guid.Parse(text)
                    : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
            }
            catch (Exception e) when (e is FormatException or OverflowException)
            {
                throw new BadHttpRequestException($"{name} is not a {type.Name}.");
            }
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The function {Function} failed")]
        public static partial void Failed(ILogger logger, Exception e, string function);
    }
}
