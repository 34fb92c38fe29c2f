using System.Net;
using Microsoft.Extensions.Options;

namespace WhatsAppBots.WhatsApp.Twilio;

/// <summary>Whether Twilio answers and takes our credentials. Asks at most once in 30 s.</summary>
public sealed class TwilioProbe
{
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(30);

    private readonly TwilioHttp _twilio;
    private readonly TwilioOptions _options;
    private readonly TimeProvider _time;
    private (long At, string Detail)? _last;

    internal TwilioProbe(TwilioHttp twilio, IOptions<TwilioOptions> options, TimeProvider time) =>
        (_twilio, _options, _time) = (twilio, options.Value, time);

    /// <returns>A word on what answered.</returns>
    /// <exception cref="HttpRequestException">Nothing answered, or it refused the credentials.</exception>
    public async Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && _time.GetElapsedTime(last.At) < _fresh) return last.Detail;
        using var request = new HttpRequestMessage(HttpMethod.Get, _twilio.Account);
        using var response = await _twilio.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            throw new HttpRequestException("Twilio refuses TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.");
        }

        response.EnsureSuccessStatusCode();
        var detail = $"{_options.ApiUrl.Host} answers {(int)response.StatusCode}";
        _last = (_time.GetTimestamp(), detail);
        return detail;
    }
}
