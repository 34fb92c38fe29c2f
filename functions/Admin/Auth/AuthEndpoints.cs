using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Auth;

/// <summary>Signing in.</summary>
/// <param name="Code">Of the second factor, or a recovery code; where the person has one.</param>
internal sealed record SignInRequest(string? Email, string? Password, string? Code);

/// <summary>The first owner's account.</summary>
/// <param name="Token">Of the link that the program printed.</param>
internal sealed record SetupRequest(string? Token, string? Email, string? Name, string? Password);

/// <summary>Accepting an invitation.</summary>
/// <param name="Name">For a new account.</param>
/// <param name="Password">A new account's, or that of the account the address has.</param>
/// <param name="Code">Of the second factor, or a recovery code; where the account has one.</param>
internal sealed record AcceptRequest(string? Token, string? Name, string? Password, string? Code);

/// <summary>A new password by a link.</summary>
internal sealed record ResetRequest(string? Token, string? Password);

/// <summary>Proof of who one is: a code where there is a second factor, else the password.</summary>
internal sealed record ConfirmRequest(string? Password, string? Code);

/// <summary>Token for <c>Authorization: Bearer</c>.</summary>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record TokenView(string Token, int ExpiresIn);

/// <summary>Endpoints of signing in and out.</summary>
internal sealed class AuthEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Sign-in";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services)
    {
        services.AddAccess().AddSingleton<ICallerFinder, Credentials>().AddSingleton<SessionCookie>();
        ShortTokens.Add(services);
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("auth/setup",
            SetupAsync).WithName("Setup").WithSummary("Makes the first owner, by the link that the program printed").NeedsNothing();
        api.MapPost("auth/sign-in",
            SignInAsync).WithName("SignIn").WithSummary("Signs in by password and second factor; sets the session's cookie")
            .NeedsNothing();
        api.MapPost("auth/accept",
            AcceptAsync).WithName("AcceptInvitation").WithSummary("Accepts an invitation, and signs in").NeedsNothing();
        api.MapPost("auth/reset", ResetAsync).WithName("ResetPassword")
            .WithSummary("Sets a new password by the link of `admin reset`: the second factor and passkeys are gone then, and all sessions have ended")
            .NeedsNothing();
        api.MapPost("auth/sign-out", SignOutAsync).WithName("SignOut").WithSummary("Ends the session").Needs(Permission.Self);
        api.MapPost("auth/confirm", ConfirmAsync).WithName("Confirm")
            .WithSummary("Proves who one is, for ten minutes: for what asks for it").Needs(Permission.Self);
        api.MapPost("auth/token", Token).WithName("MakeToken").WithSummary("Makes a token of ten minutes (JWT) from the session or key")
            .Needs(Permission.Anybody);
    }

    private static async Task<Results<NoContent, Wrong, Conflicting, Waiting>> SetupAsync(
        SetupRequest request, Accounts accounts, SessionCookie cookie, Throttle throttle, CallContext call, HttpContext context)
    {
        if (await throttle.TryAsync(call.Ip ?? "", "link", context.RequestAborted) is { } left) return new Waiting(left);
        if (Email.Read(request.Email) is not { } email) return new Wrong("email is no address.");
        if (Accounts.Name(request.Name) is not { } name) return new Wrong("name is missing, or longer than 200 characters.");
        if (Passwords.Fault(request.Password, email) is { } weak) return new Wrong(weak, LinkFaults.Weak);
        try
        {
            var outcome = await accounts.SetupAsync(request.Token ?? "", email, name, request.Password!, context.RequestAborted);
            return Refused(outcome, cookie, context) is { } no ? no : TypedResults.NoContent();
        }
        catch (TakenException e)
        {
            return new Conflicting(e.Message, LinkFaults.Taken);
        }
    }

    private static async Task<Results<NoContent, SignInFirst, Waiting>> SignInAsync(
        SignInRequest request, SignIn signIn, SessionCookie cookie, HttpContext context)
    {
        switch (await signIn.EnterAsync(request.Email, request.Password, request.Code, context.RequestAborted))
        {
            case SignInOutcome.Done done:
                cookie.Set(context, done.Token);
                return TypedResults.NoContent();
            case SignInOutcome.NeedsCode:
                return new SignInFirst("The code of your second factor is missing.", "code");
            case SignInOutcome.Wait wait:
                return new Waiting(wait.Left);
            default:
                return new SignInFirst("The address, the password or the code is wrong.");
        }
    }

    private static async Task<Results<NoContent, SignInFirst, Conflicting, Waiting>> AcceptAsync(
        AcceptRequest request, Accounts accounts, SessionCookie cookie, Throttle throttle, CallContext call, HttpContext context)
    {
        if (await throttle.TryAsync(call.Ip ?? "", "link", context.RequestAborted) is { } left) return new Waiting(left);
        try
        {
            switch (await accounts.AcceptAsync(
                request.Token ?? "", request.Name, request.Password ?? "", request.Code, context.RequestAborted))
            {
                case LinkOutcome.NeedsCode:
                    return new SignInFirst("The code of your second factor is missing.", "code");
                case LinkOutcome.Wait wait:
                    return new Waiting(wait.Left);
                case var outcome:
                    return Refused(outcome, cookie, context) is { } no ? no : TypedResults.NoContent();
            }
        }
        catch (TakenException e)
        {
            return new Conflicting(e.Message, LinkFaults.Taken);
        }
    }

    private static async Task<Results<NoContent, Conflicting, Waiting>> ResetAsync(
        ResetRequest request, Accounts accounts, SessionCookie cookie, Throttle throttle, CallContext call, HttpContext context)
    {
        if (await throttle.TryAsync(call.Ip ?? "", "link", context.RequestAborted) is { } left) return new Waiting(left);
        var outcome = await accounts.ResetAsync(request.Token ?? "", request.Password ?? "", context.RequestAborted);
        return Refused(outcome, cookie, context) is { } no ? no : TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutAsync(
        Person person, SessionStore sessions, Workspace workspace, AuditLog audit, SessionCookie cookie, HttpContext context)
    {
        await sessions.EndAsync(workspace, audit, person.Session, person.Id, context.RequestAborted);
        cookie.Clear(context);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, Refusal, Waiting>> ConfirmAsync(
        ConfirmRequest request, Person person, SignIn signIn, AuditLog audit, SessionCookie cookie, HttpContext context)
    {
        switch (await signIn.ConfirmAsync(person, audit, request.Password, request.Code, context.RequestAborted))
        {
            case SignInOutcome.Done done:
                cookie.Set(context, done.Token);
                return TypedResults.NoContent();
            case SignInOutcome.NeedsCode:
                return new Refusal("The code of your second factor is missing.", "code");
            case SignInOutcome.Wait wait:
                return new Waiting(wait.Left);
            default:
                return new Refusal("The password or the code is wrong.");
        }
    }

    // A token that made another would never end.
    private static Results<Ok<TokenView>, Refusal> Token(Caller caller, CallContext call, ShortTokens tokens) => call.IsToken
        ? new Refusal("A token makes no tokens: bring the session or the key that it was made from.")
        : TypedResults.Ok(new TokenView(tokens.Make(caller), (int)ShortTokens.Lives.TotalSeconds));

    // Null: the person is in, and has the cookie.
    private static Conflicting? Refused(LinkOutcome outcome, SessionCookie cookie, HttpContext context)
    {
        if (outcome is LinkOutcome.Refused refused) return new Conflicting(refused.Why, refused.Code);
        cookie.Set(context, ((LinkOutcome.Done)outcome).Token);
        return null;
    }
}
