using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scalar.AspNetCore;
using WhatsAppBots.Access.Providers;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin.Pages;

/// <summary>Pages beside the API: where links of accounts lead, and the API's documentation.</summary>
internal static class PageEndpoints
{
    private const string Docs = "/docs";

    /// <summary>Maps the pages. Anybody may open them: they hold nobody's data.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        foreach (var page in LinkPage.All)
        {
            pages.MapGet("/" + page.Path, (HttpContext context, ProviderStore providers, [FromQuery(Name = "token")] string? token,
                    [FromQuery(Name = "fault")] string? fault) => ShowAsync(page, providers, context))
                .WithName(page.Name).ExcludeFromDescription().NeedsNothing();
        }

        pages.MapGet("/redoc", () => TypedResults.Redirect(Docs + "/")).WithName("Redoc").ExcludeFromDescription().NeedsNothing();
        MapDocs(pages);
    }

    private static async Task<ContentHttpResult> ShowAsync(LinkPage page, ProviderStore providers, HttpContext context)
    {
        var texts = LinkTexts.Of(context.Request.Headers.AcceptLanguage.ToString());
        var hasProvider = page.Path == "sign-in" && await providers.FindAsync(Contracts.Workspaces.Default, context.RequestAborted) is not null;
        context.Response.Headers.ContentSecurityPolicy = LinkPage.Policy;
        return TypedResults.Content(page.Html(texts, hasProvider), "text/html; charset=utf-8");
    }

    // Scalar's files come with the package: the page loads nothing from elsewhere.
    private static void MapDocs(IEndpointRouteBuilder pages)
    {
        var docs = pages.MapScalarApiReference(Docs, (options, context) =>
        {
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            context.Response.Headers.ContentSecurityPolicy =
                $"{SecurityHeaders.ContentPolicy}; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:";
            options.WithTitle("WhatsAppBots API").WithOpenApiRoutePattern(ApiDocument.Address).WithNonce(nonce)
                .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools();
        });
        docs.NeedsNothing();
        docs.Add(endpoint =>
            endpoint.Metadata.Add(new EndpointNameMetadata(NameOf(((RouteEndpointBuilder)endpoint).RoutePattern.RawText!))));
    }

    private static string NameOf(string route) => route[Docs.Length..].Trim('/') switch
    {
        "scalar.js" => "DocsScript",
        "scalar.aspnetcore.js" => "DocsStart",
        "favicon.svg" => "DocsIcon",
        _ => "Docs",
    };
}
