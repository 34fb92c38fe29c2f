using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin;
using WhatsAppBots.Standalone.Functions;

namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>infra/routes.md against the functions, and against what a host answers to who brings nothing.</summary>
public sealed class RouteTests(Site site) : IClassFixture<Site>
{
    private static readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    [Fact]
    public void List_NamesEachFunctionWithItsMethodRouteAndGuard()
    {
        var functions = site.Services.GetRequiredService<FunctionCatalog>().Of<HttpTriggerAttribute>().Select(pair =>
            $"{pair.Function.Name} {RouteList.Joined(pair.Trigger.Methods)} {pair.Trigger.Route} {pair.Trigger.AuthLevel}");
        var listed = RouteList.Read().Where(route => route.Section == RouteList.Functions).Select(route =>
            $"{route.Function} {route.Methods} {route.Route} {(route.Who == "key" ? AuthorizationLevel.Function : AuthorizationLevel.Anonymous)}");
        Assert.Equal(functions.Order(), listed.Order());
    }

    [Fact]
    public void Host_AnswersOnNoOtherRoute()
    {
        var served = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>().SelectMany(endpoint =>
            endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText!.Trim('/')}"));
        var listed = RouteList.Read().Where(route => route.Section != RouteList.Operations)
            .SelectMany(route => route.Methods.Split(", ").Select(method => $"{method} {route.Route}"));
        Assert.Equal(listed.Order(), served.Order());
    }

    [Fact]
    public void List_NamesEachOperationOfTheApi()
    {
        var operations = site.Services.GetRequiredService<AdminApi>().Endpoints.Select(endpoint =>
            $"{endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName} "
            + $"{RouteList.Joined(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)} {endpoint.RoutePattern.RawText!.Trim('/')}");
        var listed = RouteList.Read().Where(route => route.Section == RouteList.Operations)
            .Select(route => $"{route.Function} {route.Methods} {route.Route}");
        Assert.Equal(listed.Order(), operations.Order());
    }

    // The declaration beside each endpoint is what the code enforces; the table says the same, both ways.
    [Fact]
    public void List_SaysWhatEachOperationNeeds_AndWhoHasIt()
    {
        var declared = site.Services.GetRequiredService<AdminApi>().Endpoints.Select(endpoint =>
        {
            var need = endpoint.Metadata.GetRequiredMetadata<Need>();
            var who = need.Permission is { } permission ? permission.Name() + (need.IsConfirmed ? ", confirmed" : "") : "nothing";
            var roles = Roles.All.Select(role => need.Permission is not { } wanted || role.May(wanted));
            var key = need.Permission is null or Permission.Anybody || need.Permission.Value.Scope() is not null;
            return $"{endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName} {who} {string.Join(' ', roles.Append(key))}";
        });
        var listed = RouteList.Read().Where(route => route.Section == RouteList.Operations)
            .Select(route => $"{route.Function} {route.Who} {string.Join(' ', route.Callers)}");
        Assert.Equal(declared.Order(), listed.Order());
    }

    [Fact]
    public void List_NamesNoTwoRolesAlike()
    {
        var operations = RouteList.Read().Where(route => route.Section == RouteList.Operations).ToList();
        Assert.Equal(6, Enumerable.Range(0, 6).Select(role => string.Join(' ', operations.Select(route => route.Callers[role]))).Distinct().Count());
    }

    [Fact]
    public async Task Caller_WhoBringsNothing_IsAnsweredAsTheListSays()
    {
        // Both channels' health is as it is; everybody may know it.
        foreach (var route in RouteList.Read().Where(route => route.Function != "WhatsAppHealth"))
        {
            foreach (var method in route.Methods.Split(", "))
            {
                Assert.Equal($"{route.Function} {route.Refusal}", $"{route.Function} {(int)(await SendAsync(method, PathOf(route))).StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("x", "")]
    [InlineData("", "?code=x")]
    [InlineData("", "?code=")]
    [InlineData("", "?token=x")]
    [InlineData("Test-key", "")]
    [InlineData("test-key, test-key", "")]
    public async Task Caller_WithAnotherKey_IsRefused(string header, string query)
    {
        foreach (var route in RouteList.Read().Where(route => route.Section != RouteList.Operations && route.Who.Contains("key", StringComparison.Ordinal)))
        {
            var answer = await SendAsync(route.Methods.Split(", ")[0], PathOf(route) + query, header.Length == 0 ? null : ("x-functions-key", header));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Answers_TellBrowsersWhatTheyMayDo()
    {
        string[] paths = ["/health", "/api/conversations", "/api/states", "/webhook/whatsapp", "/pictures/x", "/paid", "/nothing-here"];
        foreach (var path in paths)
        {
            using var answer = await SendAsync("GET", path);
            Assert.Equal(("nosniff", "no-referrer", "no-store"), (Of(answer, "X-Content-Type-Options"), Of(answer, "Referrer-Policy"), Of(answer, "Cache-Control")));
            Assert.StartsWith("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", Of(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal(("", ""), (Of(answer, "Server"), Of(answer, "X-Powered-By")));
            Assert.Equal("", Of(answer, "Strict-Transport-Security"));
        }
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("https, http", true)]
    [InlineData("http, https", false)]
    [InlineData("http", false)]
    public async Task Answer_ToWhatCameByTls_AsksForTlsFromNowOn(string proto, bool isAsked)
    {
        using var answer = await SendAsync("GET", "/paid", ("X-Forwarded-Proto", proto));
        Assert.Equal(isAsked ? "max-age=31536000" : "", Of(answer, "Strict-Transport-Security"));
    }

    // A style whose hash the policy does not name would be left out by the browser.
    [Fact]
    public async Task PaidPage_MayUseItsOwnStyleAndNothingElse()
    {
        using var answer = await SendAsync("GET", "/paid");
        var page = await answer.Content.ReadAsStringAsync();
        var style = page.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.EndsWith($"; style-src 'sha256-{hash}'", Of(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("script", page, StringComparison.Ordinal);
    }

    private static string PathOf(ListedRoute route) => "/" + route.Route.Replace("{provider}", "stripe", StringComparison.Ordinal)
        .Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{session:long}", "1", StringComparison.Ordinal).Replace("{token}", "MTAwMDAwMDAwMDAuMTox.AAAA", StringComparison.Ordinal)
        .Replace("{name}", "x.png", StringComparison.Ordinal)
        .Replace("{*path}", "api/nothing-here", StringComparison.Ordinal).Replace("{documentName?}", "", StringComparison.Ordinal);

    private static string Of(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    private async Task<HttpResponseMessage> SendAsync(string method, string path, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), site.Url + path);
        var type = path.EndsWith("/logout", StringComparison.Ordinal) ? "application/x-www-form-urlencoded" : "application/json";
        if (method is "POST" or "PUT" or "PATCH") request.Content = new StringContent("{}", null, type);
        if (header is { } given) request.Headers.TryAddWithoutValidation(given.Name, given.Value);
        return await _http.SendAsync(request);
    }
}
