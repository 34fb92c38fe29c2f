using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Providers;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin.Providers;

/// <summary>
/// Asks providers again whether a session may go on: at a call, where the last answer is ten minutes old. Somebody who was taken out of the
/// groups is out within fifteen minutes; where the provider does not answer for that long, the session waits for it.
/// </summary>
internal sealed partial class ProviderChecks(
    ProviderStore providers, ProviderHandlers handlers, SessionStore sessions, TimeProvider time, ILogger<ProviderChecks> logger)
    : ISessionCheck
{
    private const string LogOutEvent = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly TimeSpan _due = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _latest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _otherProcess = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public async Task<Person?> CheckAsync(Person? person, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (person?.CheckedAt is not { } at || time.GetUtcNow() - at < _due) return person;
        var signIn = services.GetRequiredService<ProviderSignIn>();
        if (await signIn.ClaimAsync(person.Session, _again, cancellationToken) is { } session)
        {
            await AskAsync(signIn, session, cancellationToken);
            return await LookAsync(person.Session, cancellationToken);
        }

        // Another call asks: a page has several at once.
        for (var waited = TimeSpan.Zero; waited < _otherProcess && time.GetUtcNow() - at >= _latest; waited += _look)
        {
            await Task.Delay(_look, cancellationToken);
            if (await LookAsync(person.Session, cancellationToken) is { } checkedNow) return checkedNow;
        }

        return await LookAsync(person.Session, cancellationToken);
    }

    /// <summary>Reads a logout token: whose sessions end.</summary>
    /// <returns>Null: it is none of this provider.</returns>
    public async Task<(string? Subject, string? Session)?> ReadLogOutAsync(
        SignInProvider provider, string token, CancellationToken cancellationToken)
    {
        var options = handlers.OptionsOf(provider);
        var claims = await ClaimsAsync(options, token, cancellationToken);
        if (claims is null || claims.ContainsKey("nonce") || !IsLogOut(claims)) return null;
        return (Text(claims, "sub"), Text(claims, "sid"));

        static bool IsLogOut(IDictionary<string, object> claims) => claims.TryGetValue("events", out var events)
            && events is JsonElement { ValueKind: JsonValueKind.Object } told && told.TryGetProperty(LogOutEvent, out _);
    }

    private async Task<Person?> LookAsync(long session, CancellationToken cancellationToken) =>
        await sessions.FindAsync(session, cancellationToken) is { } person && time.GetUtcNow() - person.CheckedAt < _latest ? person : null;

    private async Task AskAsync(ProviderSignIn signIn, ProviderSession session, CancellationToken cancellationToken)
    {
        if (await providers.FindAsync(session.Workspace, cancellationToken) is not { } provider)
        {
            await signIn.EndAsync(session.Id, cancellationToken);
            return;
        }

        // Without a token there is no asking: the person is sent to the provider again.
        if (session.RefreshToken is null) return;
        try
        {
            var answer = await RefreshAsync(provider, session, cancellationToken);
            if (answer is null) await signIn.EndAsync(session.Id, cancellationToken);
            else await signIn.NoteAsync(provider, session, answer.Groups, answer.RefreshToken, cancellationToken);
        }
        catch (Exception e) when (
            e is HttpRequestException or AnswerTooLargeException or JsonException or InvalidOperationException or SecurityTokenException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NoAnswer(logger, e, provider.Issuer);
        }
    }

    // Null: the provider knows the session no more.
    private async Task<Answer?> RefreshAsync(SignInProvider provider, ProviderSession session, CancellationToken cancellationToken)
    {
        var options = handlers.OptionsOf(provider);
        var endpoints = await options.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token", ["refresh_token"] = session.RefreshToken!, ["client_id"] = provider.ClientId,
            ["client_secret"] = provider.ClientSecret,
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoints.TokenEndpoint) { Content = form };
        using var response = await options.Backchannel.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var isRefused = response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized;
        if (!isRefused) response.EnsureSuccessStatusCode();
        var tokens = JsonSerializer.Deserialize<TokenAnswer>(
            await response.Content.ReadBoundedTextAsync(BoundedContent.JsonLimit, cancellationToken));
        if (isRefused && tokens?.Error == "invalid_grant") return null;
        response.EnsureSuccessStatusCode();
        var fromToken = tokens?.IdToken is { Length: > 0 } idToken ? await ClaimsAsync(options, idToken, cancellationToken) : null;
        if (fromToken is not null && Text(fromToken, "sub") != session.Subject) return null;
        var fromUser = await UserInfoAsync(options, endpoints, tokens?.AccessToken, session.Subject, cancellationToken);
        var groups = Groups(fromUser, provider.GroupsClaim) ?? Groups(fromToken, provider.GroupsClaim);

        // Providers leave the claim out of a token for somebody without groups. Without a token it was never to be there.
        return new Answer(
            groups ?? (fromToken is null ? null : []), tokens?.RefreshToken is { Length: > 0 } next ? next : session.RefreshToken!);
    }

    private static async Task<Dictionary<string, object>?> UserInfoAsync(
        OpenIdConnectOptions options, OpenIdConnectConfiguration endpoints, string? accessToken, string subject,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(endpoints.UserInfoEndpoint) || string.IsNullOrEmpty(accessToken)) return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoints.UserInfoEndpoint);
        request.Headers.Authorization = new("Bearer", accessToken);
        using var response = await options.Backchannel.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var claims = JsonSerializer.Deserialize<Dictionary<string, object>>(
            await response.Content.ReadBoundedTextAsync(BoundedContent.JsonLimit, cancellationToken));
        return claims?.GetValueOrDefault("sub")?.ToString() == subject ? claims : null;
    }

    private static async Task<IDictionary<string, object>?> ClaimsAsync(
        OpenIdConnectOptions options, string token, CancellationToken cancellationToken)
    {
        var configuration = await options.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        var wanted = options.TokenValidationParameters.Clone();
        wanted.ValidIssuer = configuration.Issuer;
        wanted.ValidAudience = options.ClientId;
        wanted.IssuerSigningKeys = configuration.SigningKeys;
        var result = await options.TokenHandler.ValidateTokenAsync(token, wanted);
        return result.IsValid ? result.Claims : null;
    }

    private static string? Text(IDictionary<string, object> claims, string name) =>
        claims.TryGetValue(name, out var value) ? value as string : null;

    private static List<string>? Groups(IDictionary<string, object>? claims, string name) =>
        claims is null || !claims.TryGetValue(name, out var value) ? null : value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } all => [.. all.EnumerateArray().Select(each => each.ToString())],
            JsonElement one => [one.ToString()],
            string one => [one],
            IEnumerable<object> all => [.. all.Select(each => each.ToString()!)],
            _ => [],
        };

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string? AccessToken, [property: JsonPropertyName("id_token")] string? IdToken,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken, [property: JsonPropertyName("error")] string? Error);

    private sealed record Answer(IReadOnlyList<string>? Groups, string RefreshToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The sign-in provider {Issuer} did not say whether a session may go on; it is asked again")]
        public static partial void NoAnswer(ILogger logger, Exception e, string issuer);
    }
}
