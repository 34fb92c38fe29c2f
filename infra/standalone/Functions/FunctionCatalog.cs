using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace WhatsAppBots.Standalone.Functions;

/// <summary>Method with the [Function] attribute.</summary>
/// <param name="Trigger">Trigger attribute of one of its parameters.</param>
public sealed record Function(string Name, Type Class, MethodInfo Method, ParameterInfo TriggerParameter, Attribute Trigger)
{
    /// <summary>Place for messages: <c>Class.Method</c>.</summary>
    public string Place => $"{Class.Name}.{Method.Name}";
}

/// <summary>Signals functions that this host can't serve. The message names each, and why.</summary>
public sealed class UnservableFunctionsException(IReadOnlyList<string> faults)
    : Exception("These functions cannot be served:" + string.Concat(faults.Select(fault => Environment.NewLine + "  " + fault)));

/// <summary>Catalog of the functions of some assemblies, found by their attributes.</summary>
public sealed class FunctionCatalog
{
    private const BindingFlags AllOwn =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] _results = [typeof(void), typeof(Task), typeof(ValueTask), typeof(IResult), typeof(Task<IResult>)];
    private static readonly Type[] _routeTypes = [typeof(string), typeof(int), typeof(long), typeof(Guid)];

    private FunctionCatalog(IReadOnlyList<Function> functions) => Functions = functions;

    /// <summary>All functions.</summary>
    public IReadOnlyList<Function> Functions { get; }

    /// <summary>Functions of one kind of trigger.</summary>
    public IEnumerable<(Function Function, T Trigger)> Of<T>()
        where T : Attribute =>
        Functions.Where(function => function.Trigger is T).Select(function => (function, (T)function.Trigger));

    /// <summary>Finds the functions of assemblies.</summary>
    /// <exception cref="UnservableFunctionsException">Some can't be served.</exception>
    public static FunctionCatalog Discover(params Assembly[] assemblies) =>
        Discover(assemblies.SelectMany(assembly => assembly.GetTypes()));

    internal static FunctionCatalog Discover(IEnumerable<Type> types)
    {
        var faults = new List<string>();
        var functions = new List<Function>();
        foreach (var type in types)
        {
            foreach (var method in type.GetMethods(AllOwn))
            {
                if (method.GetCustomAttribute<FunctionAttribute>() is { } attribute) Add(type, method, attribute.Name, functions, faults);
            }
        }

        faults.AddRange(Doubles(functions, function => function.Name, "name"));
        faults.AddRange(Doubles(functions.Where(function => function.Trigger is HttpTriggerAttribute), RouteKey, "route"));
        if (faults.Count > 0) throw new UnservableFunctionsException(faults);
        return new FunctionCatalog(functions);
    }

    private static void Add(Type type, MethodInfo method, string name, List<Function> functions, List<string> faults)
    {
        var place = $"{type.Name}.{method.Name}";
        var triggers = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes()
                .Where(attribute => attribute.GetType().Namespace == typeof(FunctionAttribute).Namespace)
                .Select(attribute => (parameter, attribute)))
            .ToList();
        if (!type.IsPublic && !type.IsNestedPublic) faults.Add($"{place}: the class is not public.");
        else if (!method.IsPublic || method.IsStatic) faults.Add($"{place}: the method is not public or is static.");
        else if (triggers.Count != 1) faults.Add($"{place}: it has {triggers.Count} triggers and bindings; one trigger is served.");
        else if (!_results.Contains(method.ReturnType)) faults.Add($"{place}: it returns {method.ReturnType.Name}.");
        else
        {
            var function = new Function(name, type, method, triggers[0].parameter, triggers[0].attribute);
            var before = faults.Count;
            faults.AddRange(Faults(function).Select(fault => $"{place}: {fault}"));
            if (faults.Count == before) functions.Add(function);
        }
    }

    private static IEnumerable<string> Faults(Function function)
    {
        switch (function.Trigger)
        {
            case HttpTriggerAttribute:
                if (function.TriggerParameter.ParameterType != typeof(HttpRequest)) yield return "an HTTP trigger takes an HttpRequest.";
                break;
            case ServiceBusTriggerAttribute bus:
                var expected = bus.IsBatched ? typeof(string[]) : typeof(string);
                if (function.TriggerParameter.ParameterType != expected)
                {
                    yield return $"an event trigger with IsBatched = {bus.IsBatched} takes {expected.Name}.";
                }

                break;
            case TimerTriggerAttribute:
                if (function.TriggerParameter.ParameterType != typeof(TimerInfo)) yield return "a timer trigger takes a TimerInfo.";
                break;
            default:
                yield return $"the trigger {function.Trigger.GetType().Name} is unknown.";
                break;
        }

        // Compared by position: reflection may give each of two threads objects of its own.
        var trigger = function.TriggerParameter.Position;
        foreach (var parameter in function.Method.GetParameters().Where(parameter => parameter.Position != trigger))
        {
            if (parameter.ParameterType == typeof(CancellationToken)) continue;
            if (function.Trigger is HttpTriggerAttribute && _routeTypes.Contains(parameter.ParameterType)) continue;
            yield return $"the parameter {parameter.Name} of type {parameter.ParameterType.Name} cannot be bound.";
        }
    }

    private static string RouteKey(Function function)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        var methods = trigger.Methods.Length == 0
            ? "any"
            : string.Join(',', trigger.Methods.Select(method => method.ToUpperInvariant()).Order());
        return $"{methods} {trigger.Route ?? function.Name}";
    }

    private static IEnumerable<string> Doubles(IEnumerable<Function> functions, Func<Function, string> key, string what) =>
        functions.GroupBy(key, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => $"{string.Join(" and ", group.Select(function => function.Place))} have the same {what}, {group.Key}.");
}
