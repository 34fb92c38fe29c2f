namespace WhatsAppBots.Access;

/// <summary>What is known of the call that is being answered; one a request.</summary>
public sealed class CallContext
{
    /// <summary>Who calls; null: nobody that is known.</summary>
    public Caller? Caller { get; set; }

    /// <summary>Whether the call brings a token of ten minutes, not the session or key that it was made from.</summary>
    public bool IsToken { get; set; }

    /// <summary>The caller's address.</summary>
    public System.Net.IPAddress? Address { get; set; }

    /// <summary>What the caller's program says of itself, cut to 200 characters.</summary>
    public string? Agent { get; set; }

    /// <summary>True once the audit log has a row of this call.</summary>
    public bool IsAudited { get; set; }

    /// <summary>The address as the audit log has it.</summary>
    public string? Ip => (Address is { IsIPv4MappedToIPv6: true } ? Address.MapToIPv4() : Address)?.ToString();
}
