using System.Text;
using System.Text.Json;
using Fido2NetLib;
using Fido2NetLib.Objects;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin.Passkeys;

/// <summary>
/// Asks authenticators, and checks what they answer (WebAuthn). What was asked goes to the browser and comes back signed, so nothing is
/// stored of who
/// only asks; each challenge is good for five minutes and taken once. The authenticator must have verified its person.
/// </summary>
internal sealed class Authenticators(ApiOptions options, PasskeyStore passkeys, SignedTokens tokens)
{
    private const string Making = "passkey-making";
    private const string Asking = "passkey-asking";

    private static readonly TimeSpan _lives = TimeSpan.FromMinutes(5);

    // Browsers know this machine by name alone.
    private readonly Fido2 _fido = new(new Fido2Configuration
    {
        RPName = "WhatsAppBots",
        RPID = Local(options.Url.At("")).Host,
        Origins = new HashSet<string> { Local(options.Url.At("")).GetLeftPart(UriPartial.Authority) },
    });

    /// <summary>What a new passkey is made by.</summary>
    public async Task<ChallengeView> AskForNewAsync(Person person, CancellationToken cancellationToken)
    {
        var known = await passkeys.CredentialsAsync(person.Id, cancellationToken);
        var asked = _fido.RequestNewCredential(new RequestNewCredentialParams
        {
            User = new Fido2User { Id = Handle(person.Id), Name = person.Email, DisplayName = person.Name },
            ExcludeCredentials = [.. known.Select(id => new PublicKeyCredentialDescriptor(id))],
            AuthenticatorSelection = new AuthenticatorSelection
            {
                ResidentKey = ResidentKeyRequirement.Required, UserVerification = UserVerificationRequirement.Required,
            },
            AttestationPreference = AttestationConveyancePreference.None,
        });
        return View(Making, asked.ToJson());
    }

    /// <summary>Checks a new passkey.</summary>
    /// <returns>Null: it is no answer to what was asked, or no good.</returns>
    public async Task<Passkey?> ReadNewAsync(Person person, string challenge, JsonElement response, CancellationToken cancellationToken)
    {
        if (tokens.Read(Making, challenge) is not { } json || !await passkeys.TakeAsync(challenge, cancellationToken)) return null;
        try
        {
            var asked = CredentialCreateOptions.FromJson(json);
            if (!asked.User.Id.AsSpan().SequenceEqual(Handle(person.Id))) return null;
            var made = await _fido.MakeNewCredentialAsync(
                new MakeNewCredentialParams
                {
                    AttestationResponse = response.Deserialize<AuthenticatorAttestationRawResponse>()!,
                    OriginalOptions = asked,
                    IsCredentialIdUniqueToUserCallback = async (credential, stop) =>
                        await passkeys.FindAsync(credential.CredentialId, stop) is null,
                },
                cancellationToken);
            return new Passkey(made.Id, person.Id, made.PublicKey, made.SignCount);
        }
        catch (Exception e) when (IsOfTheCaller(e))
        {
            return null;
        }
    }

    /// <summary>What somebody signs in by, whoever they are.</summary>
    public ChallengeView Ask() => View(
        Asking, _fido.GetAssertionOptions(new GetAssertionOptionsParams
        {
            UserVerification =
            UserVerificationRequirement.Required
        }).ToJson());

    /// <summary>Checks an answer.</summary>
    /// <returns>The passkey and its new count; null where it is no good.</returns>
    public async Task<(Passkey Passkey, long Count)?> ReadAsync(string challenge, JsonElement response, CancellationToken cancellationToken)
    {
        if (tokens.Read(Asking, challenge) is not { } json || !await passkeys.TakeAsync(challenge, cancellationToken)) return null;
        try
        {
            var answer = response.Deserialize<AuthenticatorAssertionRawResponse>()!;
            if (await passkeys.FindAsync(answer.RawId, cancellationToken) is not { } passkey) return null;
            var result = await _fido.MakeAssertionAsync(
                new MakeAssertionParams
                {
                    AssertionResponse = answer,
                    OriginalOptions = AssertionOptions.FromJson(json),
                    StoredPublicKey = passkey.PublicKey,
                    StoredSignatureCounter = (uint)passkey.SignCount,
                    IsUserHandleOwnerOfCredentialIdCallback = (owner, _) =>
                        Task.FromResult(owner.UserHandle.AsSpan().SequenceEqual(Handle(passkey.UserId))),
                },
                cancellationToken);
            return (passkey, result.SignCount);
        }
        catch (Exception e) when (IsOfTheCaller(e))
        {
            return null;
        }
    }

    private ChallengeView View(string purpose, string json) =>
        new(tokens.Make(purpose, json, _lives), JsonSerializer.Deserialize<JsonElement>(json));

    private static Uri Local(Uri url) => url.Host == "127.0.0.1" ? new UriBuilder(url) { Host = "localhost" }.Uri : url;

    private static byte[] Handle(long user) => Encoding.UTF8.GetBytes(FormattableString.Invariant($"user {user}"));

    // What was sent cannot be read, or does not check.
    private static bool IsOfTheCaller(Exception e) =>
        e is Fido2VerificationException or JsonException or ArgumentException or FormatException or InvalidOperationException
            or NullReferenceException or System.Formats.Cbor.CborContentException or System.Security.Cryptography.CryptographicException;
}
