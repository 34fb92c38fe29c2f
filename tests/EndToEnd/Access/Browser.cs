using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>Answer of the API.</summary>
/// <param name="Body">Null: it had none.</param>
public sealed record Answer(HttpStatusCode Status, JsonNode? Body, HttpResponseMessage Raw)
{
    /// <summary>What a problem says.</summary>
    public string Detail => Body?["detail"]?.ToString() ?? "";

    /// <summary>What a program goes by.</summary>
    public string? Code => Body?["code"]?.ToString();
}

/// <summary>Somebody's browser, or program: its cookies, its address, and what it says of the page that has it call.</summary>
public sealed class Browser : IDisposable
{
    private static int _count;

    private readonly HttpClient _http;

    public Browser(string url, string? bearer = null)
    {
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(url), Timeout =
            TimeSpan.FromMinutes(1)
        };
        if (bearer is not null) _http.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        Address = $"10.{Interlocked.Increment(ref _count) % 250}.0.{Random.Shared.Next(1, 250)}";
    }

    /// <summary>For what is read as it comes.</summary>
    public HttpClient Http => _http;

    /// <summary>Where its calls come from.</summary>
    public string Address { get; set; }

    /// <summary>What a browser says of the page; null: nothing, as other programs.</summary>
    public string? FetchSite { get; set; } = "same-origin";

    public Task<Answer> GetAsync(string path) => SendAsync("GET", path);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync("POST", path, body);

    public async Task<Answer> SendAsync(string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = JsonContent.Create(body);
        request.Headers.Add("X-Forwarded-For", Address);
        if (FetchSite is not null) request.Headers.Add("Sec-Fetch-Site", FetchSite);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Answer(response.StatusCode, isJson ? JsonNode.Parse(text) : null, response);
    }

    public void Dispose() => _http.Dispose();
}
