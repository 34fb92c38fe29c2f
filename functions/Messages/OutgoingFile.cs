using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp.Twilio.Sending;

namespace WhatsAppBots.Messages;

/// <summary>A file that is being sent, by a link that ends: Twilio fetches it.</summary>
public sealed class OutgoingFile(MediaLinks links, IMediaStore media)
{
    /// <summary>The file, or 404 where the link is no longer good.</summary>
    [Function("OutgoingFile")]
    public async Task<IResult> Fetch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = MediaLinks.Route)] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } key || !MediaKeys.IsValid(key) || await media.OpenAsync(key, cancellationToken) is not { } file) return Results.NotFound();
        request.HttpContext.Response.RegisterForDisposeAsync(file);
        request.HttpContext.Response.ContentLength = file.Length;
        return Results.Stream(file.Content, file.ContentType);
    }
}
