using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Desk.Sending;

namespace WhatsAppBots.Admin.Desk;

/// <summary>Message to somebody who need not have written before.</summary>
/// <param name="Number">Id of the business number it goes from.</param>
/// <param name="Phone">Telephone of the person, international: <c>+34 600 000 001</c>.</param>
/// <param name="Text">Goes only while the person's last message is less than 24 hours old.</param>
/// <param name="Template">Goes at any time.</param>
/// <param name="Marketing">
/// Whether it is advertising, which goes only to people who agreed to it for this number. If left out: true, so that nothing goes as a
/// service message by mistake.
/// </param>
/// <param name="NotAfter">When it is too old to be sent.</param>
internal sealed record StartRequest(string? Number, string? Phone, string? Text, TemplateToSend? Template, bool? Marketing,
    DateTimeOffset? NotAfter);

/// <summary>
/// Endpoint by which programs and agents write to people who need not have written before. The bot answers what they write back.
/// </summary>
internal sealed class StartEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Outreach";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<Outreach>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("conversations", StartAsync).WithName("StartConversation")
        .WithSummary("Sends a message to a telephone, and begins a conversation where there is none")
        .WithDescription(
            "What becomes of it is seen in the conversation's messages, by `origin`: find the conversation by `number` and `phone`. A message that may not be "
            + "sent (opted out, no consent, the window is shut, too old) stands there as failed, with the reason.")
        .MayConflict().Needs(Permission.ConversationsWrite);

    private static async Task<Results<Accepted<StartedRequest>, Wrong>> StartAsync(
        StartRequest request, [FromHeader(Name = DeskCalls.KeyHeader), Description(DeskCalls.KeyMeaning)] string? key, Caller caller,
            Outreach outreach,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (DeskCalls.FaultOfKey(key) is { } wrong) return new Wrong(wrong);
        if (string.IsNullOrWhiteSpace(request.Number)) return new Wrong("number is missing: the id of a business number.");
        if (PhoneOf(request.Phone) is not { } phone) return new Wrong(
            "phone is no telephone in international form, such as +34 600 000 001.");
        if (request.NotAfter <= time.GetUtcNow()) return new Wrong("notAfter is past.");
        var message = new AgentMessage(request.Text, null, request.Template, null, null, null, null);
        if (message.ToContent(null, out var fault) is not { } content) return new Wrong(fault!);
        var purpose = request.Marketing == false ? Purpose.Result : Purpose.Marketing;
        var asked = new OutreachAsked(request.Number, phone, "", content, purpose.ToString(), request.NotAfter);
        return await outreach.StartAsync(DeskCalls.NameOf(caller), key!, asked, cancellationToken) is { } started
            ? TypedResults.Accepted($"/api/conversations?number={Uri.EscapeDataString(request.Number)}&phone={phone}", started)
            : new Wrong($"There is no business number {request.Number}.");
    }

    // As people write it: with a plus, spaces, dots, brackets. Without the country's digits nobody knows whose it is.
    private static string? PhoneOf(string? written)
    {
        if (written is null || written.Any(c => !char.IsAsciiDigit(c) && !"+-. ()".Contains(c, StringComparison.Ordinal))) return null;
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = digits[2..];
        return digits.Length is >= 7 and <= 15 && digits[0] != '0' ? digits : null;
    }
}
