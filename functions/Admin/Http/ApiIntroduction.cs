namespace WhatsAppBots.Admin.Http;

/// <summary>Introduction of the OpenAPI document: rules that all operations share.</summary>
internal static class ApiIntroduction
{
    /// <summary>Markdown.</summary>
    public const string Text =
        """
        API for the people and programs that run the bots.

        ## Signing in

        A **program** sends `Authorization: Bearer wab_…`, a key from `POST /api/keys` or from `dotnet run --project
        infra/standalone -- admin key <name>`. A **page of this site** signs in with `POST /api/auth/sign-in` and has
        the session's cookie from then on. If the answer is 401 with the `code` `code`, ask the person for the code of
        their second factor and send all three again. `GET /api/me` says who is signed in, with which role, and what
        they may do. A page of another origin uses `Authorization: Bearer` with a ten-minute token from `POST
        /api/auth/token`; its origin must be in `ALLOWED_ORIGINS`.

        Each operation says which permission it needs and which roles have it. Some ask the person to confirm who they
        are: they answer 403 with the `code` `confirm`. Call `POST /api/auth/confirm`, then call again. A 403 with the
        `code` `second-factor` means that the workspace asks for a second factor, and the person has to set one up
        first (`POST /api/me/second-factor`, then `PUT`). Somebody who is a member for some numbers sees only the
        conversations of these numbers. Reviewers and viewers see telephone numbers and names masked.

        ## Lists

        Lists come in pages: `{"items": […], "next": "…"}`. Send `next` as `page` for the next page; null means that
        there are no more. `size` is 1 to 200. A filter or parameter that an operation does not know is refused with
        400.

        ## Writing

        Operations that send something take the header `Idempotency-Key`, which the caller makes up. Send the same
        request with the same key again when the answer was lost: it counts once. Where two people may change the same
        thing, the row has a `version`: send the one you read; if somebody was faster, the answer is 409.

        ## Errors

        Errors are problem details (RFC 9457): `title`, `status`, `detail` in plain English, `traceId` for the log,
        and often a `code` for programs. 400: the request is wrong. 401: sign in. 403: you may not. 404: there is no
        such thing, or you may not see it. 409: not in the present state. 429: too many calls; `Retry-After` says how
        many seconds to wait. 5xx: try again later with the same key.

        ## Live changes

        `GET /api/live` is a stream of server-sent events. Read the lists once, then follow the stream; each change
        names what changed, so read that again. An `EventSource` that lost its connection comes back with
        `Last-Event-ID` and misses nothing. After the event `reset`, read the lists anew.
        """;
}
