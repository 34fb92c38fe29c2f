using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WhatsAppBots.Access.Providers;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin.Pages;

/// <summary>
/// Page with one form: where the links of first owners, invitations and new passwords lead, and where people sign in. Its script sends
/// the form to the API as JSON, which does all the work.
/// </summary>
/// <param name="Path">Of the page; the operation is <c>/api/auth/</c> and this.</param>
/// <param name="Name">Name of the endpoint.</param>
/// <param name="Fields">What it asks for, by the names of the operation's members.</param>
internal sealed record LinkPage(string Path, string Name, params string[] Fields)
{
    private const string Style =
        """
        :root{--page:#eef1ef;--paper:#fff;--ink:#14201b;--dim:#55635d;--line:#c9d2cd;--accent:#126b41;--on:#fff;--bad:#b3261e;
        font:17px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Hebrew","Noto Sans Devanagari",sans-serif}
        @media(prefers-color-scheme:dark){:root{--page:#0a100d;--paper:#16201b;--ink:#e7ede9;--dim:#9aa8a1;--line:#3a4a42;--accent:#34c27f;
        --on:#06150d;--bad:#ff8a80}}
        *{box-sizing:border-box;margin:0}[hidden]{display:none!important}
        body{min-height:100dvh;display:grid;place-items:center;padding:16px;background:var(--page);color:var(--ink)}
        main{width:100%;max-width:400px;padding:28px 22px;border:1px solid var(--line);border-radius:18px;background:var(--paper)}
        h1{font-size:22px;margin-bottom:6px}p{color:var(--dim)}form{display:grid;gap:14px;margin-top:18px}
        label{display:grid;gap:4px;font-weight:600}small{color:var(--dim);font-weight:400}
        input{font:inherit;padding:11px;border:1px solid var(--line);border-radius:10px;background:var(--page);color:inherit;width:100%}
        button,a.go{font:inherit;font-weight:600;padding:13px;border:0;border-radius:12px}
        button,a.go{background:var(--accent);color:var(--on);cursor:pointer}
        button[disabled]{opacity:.6}a.go{display:block;margin-top:18px;text-align:center;text-decoration:none}
        .bad{color:var(--bad)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        """;

    private const string Script =
        """
        const form = document.forms[0], told = document.getElementById("told")
        const words = JSON.parse(document.getElementById("words").textContent)
        const say = text => { told.textContent = text; told.hidden = false }
        form.addEventListener("submit", async event => {
          event.preventDefault()
          const button = form.querySelector("button"), body = {}
          for (const field of form.elements) if (field.name && field.value && !field.closest("[hidden]")) body[field.name] = field.value
          const token = new URLSearchParams(location.search).get("token")
          if (token) body.token = token
          button.disabled = true
          told.hidden = true
          try {
            const answer = await fetch("/api/auth/" + form.dataset.to, {
              method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
              signal: AbortSignal.timeout(20000) })
            if (answer.ok) {
              form.hidden = true
              document.getElementById("intro").hidden = true
              document.getElementById("done").hidden = false
              document.getElementById("done").focus()
              return
            }
            const problem = await answer.json().catch(() => ({}))
            if (problem.code === "code") {
              const code = document.getElementById("code-field")
              code.hidden = false
              code.querySelector("input").focus()
            }
            const wrong = answer.status === 401 ? words.wrong : problem.detail ?? words.failed
            say(answer.status === 429 ? words.wait : words[problem.code] ?? wrong)
          } catch {
            say(words.failed)
          } finally {
            button.disabled = false
          }
        })
        const fault = new URLSearchParams(location.search).get("fault")
        if (fault) say(words[fault] ?? words.failed)
        document.body.dataset.ready = "true"
        """;

    /// <summary>All pages.</summary>
    public static IReadOnlyList<LinkPage> All { get; } =
    [
        new("setup", "SetupPage", "name", "email", "new-password"),
        new("accept", "InvitationPage", "name-if-new", "new-password", "code"),
        new("reset", "PasswordPage", "new-password"),
        new("sign-in", "SignInPage", "email", "password", "code"),
    ];

    /// <summary>Its own style and script, calls to this host, and nothing else.</summary>
    public static string Policy { get; } =
        $"{SecurityHeaders.ContentPolicy}; connect-src 'self'; style-src 'sha256-{Hash(Style)}'; script-src 'sha256-{Hash(Script)}'";

    /// <summary>The page in one language.</summary>
    /// <param name="hasProvider">Whether people can sign in by their organisation too.</param>
    public string Html(LinkTexts texts, bool hasProvider)
    {
        var (title, intro) = texts.OfPage(Path);
        return
            $"""
            <!doctype html><html lang="{texts.Language}" dir="{texts.Direction}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex"><title>{Safe(title)} · WhatsAppBots</title><style>{Style}</style></head>
            <body><main><h1>{Safe(title)}</h1><p id="intro">{Safe(intro)}</p><p id="told" class="bad" role="alert" hidden></p>
            <form data-to="{Path}">{string.Concat(Fields.Select(field => Field(field, texts)))}
            <button>{Safe(texts.Go)}</button>{(hasProvider ? Provider(texts) : "")}</form>
            <div id="done" tabindex="-1" hidden>
            <p role="status">{Safe(texts.Done)}</p><a class="go" href="/docs/">{Safe(texts.Docs)}</a></div>
            <noscript><p class="bad">{Safe(texts.NoScript)}</p></noscript></main>
            <script type="application/json" id="words">{Words(texts)}</script><script type="module">{Script}</script></body></html>
            """;
    }

    private static string Field(string field, LinkTexts texts) => field switch
    {
        "name" => Label(texts.Name, """<input name="name" autocomplete="name" required maxlength="200">"""),
        "name-if-new" => Label(texts.Name, """<input name="name" autocomplete="name" maxlength="200">"""),
        "email" => Label(texts.Email, """<input name="email" type="email" autocomplete="username" required maxlength="254" dir="ltr">"""),
        "password" => Label(
            texts.Password,
            """<input name="password" type="password" autocomplete="current-password" required maxlength="200" dir="ltr">"""),
        "code" => $"""<div id="code-field" hidden>{Label(
            texts.Code, """<input name="code" inputmode="text" autocomplete="one-time-code" maxlength="40" dir="ltr">""")}</div>""",
        _ => Label(
            texts.NewPassword,
            $"""
            <input name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="200" dir="ltr">
            <small>{Safe(texts.PasswordRule)}</small>
            """),
    };

    private static string Provider(LinkTexts texts) =>
        FormattableString.Invariant($"""<a class="go" href="/api/auth/oidc/{Contracts.Workspaces.Default}">{Safe(texts.ByProvider)}</a>""");

    private static string Label(string text, string input) => $"<label>{Safe(text)}{input}</label>";

    // The serializer escapes what could end the script element.
    private static string Words(LinkTexts texts) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["failed"] = texts.Failed, ["wait"] = texts.Wait, ["wrong"] = texts.Wrong, ["code"] = texts.CodeIsMissing,
        [LinkFaults.Unknown] = texts.Unknown, [LinkFaults.Used] = texts.Used, [LinkFaults.Ended] = texts.Ended,
        [LinkFaults.Withdrawn] = texts.Withdrawn, [LinkFaults.Weak] = texts.Weak,
        [LinkFaults.WrongCode] = texts.Wrong,
        [LinkFaults.WrongPassword] = texts.WrongPassword,
        [ProviderFaults.Failed] = texts.ProviderFailed, [ProviderFaults.NoGroup] = texts.NoGroup,
        [ProviderFaults.NoAddress] = texts.NoAddress, [LinkFaults.NoName] = texts.NameIsMissing,
        [LinkFaults.Taken] = texts.Taken, [LinkFaults.NoWorkspace] = texts.NoWorkspace,
    });

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
