using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Http;

/// <summary>OpenAPI document of the API, at <c>/api/openapi.json</c>.</summary>
internal static class ApiDocument
{
    private const string Address = "/api/openapi.json";
    private const string Key = "functionKey";
    private const string ProblemType = "application/problem+json";

    /// <summary>Answer that each operation may give.</summary>
    public static object EveryOperation { get; } =
        new ProducesResponseTypeMetadata(StatusCodes.Status500InternalServerError, typeof(ProblemDetails), [ProblemType]);

    /// <summary>Registers the document.</summary>
    public static void Add(IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) => Done(() => Describe(document)));
        options.AddOperationTransformer((operation, _, _) => Done(() => Complete(operation)));
        options.AddSchemaTransformer((schema, context, _) => Done(() => Type(schema, context.JsonTypeInfo.Type)));
    });

    /// <summary>Maps the document.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi(Address).WithName("OpenApiDocument");

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "WhatsAppBots",
            Version = "1",
            Description = "API of those who run the bots. Lists come in pages: `next` of one page is `page` of the next. Errors are problem details (RFC 9457).",
        };

        // Relative to where the document is: it does not name the machine that gave it.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "x-functions-key", Description = "FUNCTION_KEY",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
    }

    private static void Complete(OpenApiOperation operation)
    {
        // The size is read as text, so that a wrong one is answered in words; here it is what it has to be.
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(each => each.Name == PageQuery.SizeName))
        {
            parameter.Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1",
                Maximum = FormattableString.Invariant($"{PageRequest.MaxSize}"), Default = PageRequest.DefaultSize,
            };
        }

        // The host refuses it before the API hears of it, and says no more than the status.
        operation.Responses ??= [];
        operation.Responses["401"] = new OpenApiResponse { Description = "The key is missing or wrong." };
        var sorted = operation.Responses.OrderBy(response => response.Key, StringComparer.Ordinal).ToList();
        operation.Responses.Clear();
        foreach (var (status, response) in sorted) operation.Responses.Add(status, response);
    }

    // Of a type with a converter of its own only the format is known.
    private static void Type(OpenApiSchema schema, Type type)
    {
        if (type == typeof(DateTimeOffset)) schema.Type = JsonSchemaType.String;
        else if (type == typeof(DateTimeOffset?)) schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        else if (type == typeof(JsonElement)) schema.Description ??= "Any JSON.";
    }

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
