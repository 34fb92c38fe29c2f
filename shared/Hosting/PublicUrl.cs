using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Hosting;

/// <summary>Where providers and people reach us (PUBLIC_URL).</summary>
public sealed class PublicUrl
{
    private const string Name = "PUBLIC_URL";

    private readonly Uri _base;

    private PublicUrl(Uri url) => _base = url;

    /// <summary>What is wrong with the setting; null where nothing is.</summary>
    public static string? Fault(IConfiguration configuration) => configuration[Name] is { Length: > 0 } given
        ? Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? null : $"{Name} is \"{given}\"; it takes an address, https://bots.example.com."
        : null;

    /// <summary>The setting; without it the address the host listens on.</summary>
    /// <exception cref="FormatException">It is no address.</exception>
    public static PublicUrl Read(IConfiguration configuration)
    {
        if (Fault(configuration) is { } fault) throw new FormatException(fault);
        var given = configuration[Name] is { Length: > 0 } url ? url : configuration["ASPNETCORE_URLS"] is { Length: > 0 } own ? own.Split(';')[0] : "http://127.0.0.1:7070";
        return new PublicUrl(new Uri(given.TrimEnd('/') + "/"));
    }

    /// <summary>The address that a request was sent to, letter by letter, as a signature covers it.</summary>
    public string Of(HttpRequest request) => ToString() + request.Path.Value + request.QueryString.Value;

    /// <summary>The address itself, without a slash at its end.</summary>
    public override string ToString() => _base.AbsoluteUri.TrimEnd('/');

    /// <summary>An address below it.</summary>
    public Uri At(string path) => new(_base, path);
}
