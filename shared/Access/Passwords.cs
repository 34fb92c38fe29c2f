using Microsoft.AspNetCore.Identity;

namespace WhatsAppBots.Access;

/// <summary>Passwords: what they must be, and their hashes (PBKDF2 by the framework).</summary>
public static class Passwords
{
    private const int Shortest = 12;
    private const int Longest = 200;
    private const int FewestCharacters = 5;

    private static readonly PasswordHasher<object> _hasher = new();
    private static readonly object _anybody = new();

    // Somebody whom nobody knows takes as long as somebody with another password.
    private static readonly Lazy<string> _nobodys = new(() => _hasher.HashPassword(_anybody, Secrets.Make()));

    /// <summary>Fault of a new password, as a sentence; null where it may be taken.</summary>
    /// <param name="email">The person's address, which is no password.</param>
    public static string? Fault(string? password, string email) => password switch
    {
        null or { Length: < Shortest } => $"A password has {Shortest} characters or more.",
        { Length: > Longest } => $"A password has {Longest} characters at most.",
        _ when password.Distinct().Count() < FewestCharacters => "A password repeats fewer characters than that.",
        _ when password.Contains(email.Split('@')[0], StringComparison.OrdinalIgnoreCase) && email.Split('@')[0].Length > 3 =>
            "A password does not have your address in it.",
        _ => null,
    };

    /// <summary>Hash of a password.</summary>
    public static string Hash(string password) => _hasher.HashPassword(_anybody, password);

    /// <summary>Tells whether a password is the one of a hash. It takes as long where there is none.</summary>
    /// <param name="hash">Null: nobody has this address, or they have no password.</param>
    public static bool IsOf(string? hash, string password)
    {
        var isOne = _hasher.VerifyHashedPassword(_anybody, hash ?? _nobodys.Value, password.Length > Longest ? "" : password)
            != PasswordVerificationResult.Failed;
        return isOne && hash is not null;
    }
}
