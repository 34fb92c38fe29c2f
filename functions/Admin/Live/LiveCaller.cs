using Microsoft.AspNetCore.Http;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;

namespace WhatsAppBots.Admin.Live;

/// <summary>Asks again who follows a stream, by the rules of a call: the address, what the workspace asks for, and the rights.</summary>
internal sealed class LiveCaller(ICallerFinder callers, CallContext call, TimeProvider time)
{
    /// <summary>Finds who calls now; null: they may not follow any more.</summary>
    public async Task<Caller?> AgainAsync(HttpContext context)
    {
        var proof = await callers.FindAsync(context, call.Address);
        var need = EndpointNeeds.Of(context.GetEndpoint());
        return Decision.Of(proof.Caller, need, time.GetUtcNow(), proof.IsToken) is Decision.Allowed ? proof.Caller : null;
    }
}
