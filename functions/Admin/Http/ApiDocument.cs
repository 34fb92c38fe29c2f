using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using WhatsAppBots.Access;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Http;

/// <summary>OpenAPI document of the API, at <c>/api/openapi.json</c>.</summary>
internal static class ApiDocument
{
    /// <summary>Address of the document, which holds nobody's data: anybody may read it.</summary>
    public const string Address = "/api/openapi.json";

    private const string Bearer = "bearer";
    private const string Cookie = "session";
    private const string ProblemType = "application/problem+json";

    /// <summary>Answers that each operation may give.</summary>
    public static object[] EveryOperation { get; } =
    [
        Answer(StatusCodes.Status401Unauthorized), Answer(StatusCodes.Status403Forbidden), Answer(StatusCodes.Status429TooManyRequests),
        Answer(StatusCodes.Status500InternalServerError),
    ];

    /// <summary>Header that names a request which takes effect once.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Registers the document.</summary>
    public static void Add(IServiceCollection services) => services.AddOpenApi(options =>
    {
        // A list of texts has a converter of its own, and is no type of its own.
        options.CreateSchemaReferenceId = info =>
            info.Type == typeof(IReadOnlyList<string>) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(info);
        options.AddDocumentTransformer((document, _, _) => Done(() =>
        {
            Describe(document);
            LeaveOut(document);
        }));
        options.AddOperationTransformer((operation, context, _) => Done(() =>
            Complete(operation, context.Description.ActionDescriptor.EndpointMetadata)));
        options.AddSchemaTransformer((schema, context, _) => Done(() => Type(schema, context)));
    });

    /// <summary>Maps the document.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi(Address).WithName("OpenApiDocument")
        .NeedsNothing();

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "WhatsAppBots",
            Version = "1",
            Description = ApiIntroduction.Text,
        };

        // Relative to where the document is: it does not name the machine that gave it.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer",
                Description = "A key (`wab_…`), or a token of ten minutes from POST /api/auth/token.",
            },
            [Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "__Host-s",
                Description = "The session that POST /api/auth/sign-in begins. Writes must come from a page of this site.",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Cookie, document)] = [] },
        ];
    }

    // Of what is sent, a member that may be null may be left out. Of what is answered, it is always there.
    private static void LeaveOut(OpenApiDocument document)
    {
        var sent = new Queue<IOpenApiSchema>(document.Paths.Values
            .SelectMany(path => path.Operations ?? []).Select(each => each.Value).SelectMany(operation => operation.RequestBody?.Content?.Values ?? []).Select(body => body.Schema).OfType<IOpenApiSchema>());
        var seen = new HashSet<string>();
        while (sent.TryDequeue(out var schema))
        {
            foreach (var inner in (schema.OneOf ?? []).Append(schema.Items).OfType<IOpenApiSchema>()) sent.Enqueue(inner);
            if (schema is not OpenApiSchemaReference { Reference.Id: { } id } || !seen.Add(id)) continue;
            if (document.Components?.Schemas?.TryGetValue(id, out var found) != true || found is not OpenApiSchema named) continue;
            foreach (var (name, member) in named.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                sent.Enqueue(member);
                if (MayBeNull(member)) named.Required?.Remove(name);
            }
        }

        static bool MayBeNull(IOpenApiSchema member) => member is not OpenApiSchemaReference
            && (member.Type?.HasFlag(JsonSchemaType.Null) == true || member.OneOf?.Any(one => one.Type == JsonSchemaType.Null) == true);
    }

    private static ProducesResponseTypeMetadata Answer(int status) => new(status, typeof(ProblemDetails), [ProblemType]);

    private static void Complete(OpenApiOperation operation, IList<object> metadata)
    {
        var need = metadata.OfType<Need>().FirstOrDefault();
        if (metadata.OfType<FileBody>().FirstOrDefault() is { } file)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = file.Types.ToDictionary(type => type, _ => new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                }),
            };
        }

        // The size is read as text, so that a wrong one is answered in words; here it is what it has to be.
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(each => each.Name == PageQuery.SizeName))
        {
            parameter.Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1",
                Maximum = FormattableString.Invariant($"{PageRequest.MaxSize}"), Default = PageRequest.DefaultSize,
            };
        }

        // Read as text that may be missing, so that the refusal is in words.
        foreach (var key in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(each => each.Name == IdempotencyKey))
        {
            key.Required = true;
        }

        if (need?.Permission is null) operation.Security = [];
        operation.Description = operation.Description is { Length: > 0 } said ? $"{said} {NeedOf(need)}" : NeedOf(need);
        operation.Responses ??= [];
        var sorted = operation.Responses.OrderBy(response => response.Key, StringComparer.Ordinal).ToList();
        operation.Responses.Clear();
        foreach (var (status, response) in sorted) operation.Responses.Add(status, response);
    }

    private static string NeedOf(Need? need) => need?.Permission switch
    {
        null => "Anybody may call it.",
        Permission.Anybody => "Needs a session or any key.",
        Permission.Self => "Needs a session.",
        { } permission => $"Needs `{permission.Name()}`: {string.Join(", ", permission.Of().Select(role => role.Name()))}"
            + (permission.Scope() is null ? "; no key." : ", or a key with that scope."),
    } + (need is { IsConfirmed: true } ? " Confirm who you are first (POST /api/auth/confirm)." : "");

    // Of a type with a converter of its own only the format is known.
    private static void Type(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(string))
        {
            schema.Type = context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.String | JsonSchemaType.Null
                : JsonSchemaType.String;
        }

        if (type == typeof(IReadOnlyList<string>))
        {
            schema.Type = context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.Array | JsonSchemaType.Null
                : JsonSchemaType.Array;
        }

        if (type.IsAssignableTo(typeof(IEnumerable<string>))) schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.String };
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
