using Microsoft.Extensions.DependencyInjection;

namespace WhatsAppBots.Standalone.Functions;

/// <summary>Invoker of a function: each call gets an instance of its class.</summary>
internal sealed class FunctionInvoker
{
    private readonly Function _function;
    private readonly ObjectFactory _factory;
    private readonly System.Reflection.MethodInvoker _invoker;
    private readonly Func<object?, CancellationToken, object?>[] _arguments;

    /// <summary>Prepares the calls.</summary>
    /// <param name="bind">Makes, for a parameter, the function that takes its value from the trigger's data.</param>
    public FunctionInvoker(Function function, Func<System.Reflection.ParameterInfo, Func<object?, object?>> bind)
    {
        _function = function;
        _factory = ActivatorUtilities.CreateFactory(function.Class, []);
        _invoker = System.Reflection.MethodInvoker.Create(function.Method);
        _arguments = Array.ConvertAll(function.Method.GetParameters(), parameter =>
        {
            if (parameter.ParameterType == typeof(CancellationToken)) return (_, token) => token;
            var value = bind(parameter);
            return new Func<object?, CancellationToken, object?>((trigger, _) => value(trigger));
        });
    }

    /// <summary>The function.</summary>
    public Function Function => _function;

    /// <summary>Calls the function.</summary>
    /// <returns>Its result; null where it has none.</returns>
    public async Task<object?> InvokeAsync(IServiceProvider services, object? trigger, CancellationToken cancellationToken)
    {
        var instance = _factory(services, null);
        var arguments = Array.ConvertAll(_arguments, argument => argument(trigger, cancellationToken));
        switch (_invoker.Invoke(instance, arguments.AsSpan()))
        {
            case Task<Microsoft.AspNetCore.Http.IResult> result:
                return await result;
            case Task task:
                await task;
                return null;
            case ValueTask task:
                await task;
                return null;
            case var value:
                return value;
        }
    }
}
