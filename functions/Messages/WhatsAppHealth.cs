using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations;
using WhatsAppBots.Hosting;
using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Messages;

/// <summary>Tells how each configured channel to WhatsApp does.</summary>
public sealed class WhatsAppHealth(HealthReport health)
{
    /// <summary>Meta's Cloud API, as the report names it.</summary>
    public const string Meta = "whatsapp";

    /// <summary>Twilio, as the report names it.</summary>
    public const string Twilio = "twilio";

    /// <summary>Checks a channel: its provider answers, and none of its numbers is stopped.</summary>
    /// <param name="isOurs">Tells the numbers of this channel.</param>
    /// <exception cref="DegradedException">Numbers may not send; the message masks them.</exception>
    internal static async Task<string> CheckAsync(
        StoppedNumbers stopped, Func<string, bool> isOurs, Task<string> probe, CancellationToken cancellationToken)
    {
        var detail = await probe;
        var numbers = (await stopped.ListAsync(cancellationToken)).Where(number => isOurs(number.NumberId)).ToList();
        return numbers.Count == 0 ? detail : throw new DegradedException(string.Join("; ", numbers.Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"number {PhoneMask.Mask(number.NumberId)} may not send since {number.Since:u}: error {$"{number.Code} {number.Reason}".TrimEnd()}; "
                + $"{number.Waiting} messages wait"))));
    }

    /// <summary>200 where messages can come and go by every channel, else 503.</summary>
    [Function("WhatsAppHealth")]
    public async Task<IResult> Check(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "webhook/whatsapp/health")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var view = await health.CheckAsync(Apps.Messages, cancellationToken);
        var channels = view.Dependencies.Where(state => state.Key is Meta or Twilio).ToDictionary();
        var isWell = view.Ready && channels.Values.All(state => state.Status == "ok");
        var isDown = !view.Ready || channels.Values.Any(state => state.Status == "down");
        return Results.Json(
            new { status = isWell ? "ok" : isDown ? "down" : "degraded", ready = view.Ready, channels },
            statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
