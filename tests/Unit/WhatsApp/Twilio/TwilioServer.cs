using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WhatsAppBots.Hosting;
using WhatsAppBots.Unit.Tests.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Twilio;
using WhatsAppBots.WhatsApp.Twilio.Sending;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Twilio;

/// <summary>Twilio in memory: says what it is told to and remembers what it was asked.</summary>
internal sealed class TwilioServer : HttpMessageHandler
{
    public const string Credentials = "Basic QUMxOnNlY3JldA==";

    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<(string Address, string? Authorization, Dictionary<string, string> Form)> Requests { get; } = [];

    public TwilioOptions Options { get; } = new()
    {
        AccountSid = "AC1", AuthToken = "secret", Templates = new Dictionary<string, string> { ["hello"] = "HX1", ["hello/es"] = "HX2" },
    };

    public MemoryStore Store { get; } = new();

    private IOptions<TwilioOptions> Given => Microsoft.Extensions.Options.Options.Create(Options);

    public TwilioChannel Channel()
    {
        var publicUrl = PublicUrl.Read(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("PUBLIC_URL", (string?)"https://bots.example/sub")]).Build());
        var tokens = new SignedTokens(Microsoft.Extensions.Options.Options.Create(new SecretKey()), TimeProvider.System);
        return new(
            new TwilioHttp(Given, this), Store, new MediaLinks(tokens, publicUrl, Given), publicUrl, Given, TimeProvider.System, NullLogger<TwilioChannel>.Instance);
    }

    public TwilioDownloader Downloader() => new(
        new TwilioHttp(Given, this), Store, Given, Microsoft.Extensions.Options.Options.Create(new WhatsAppOptions()), NullLogger<TwilioDownloader>.Instance);

    public TwilioServer Answers(int status, string body, string? location = null, string? retryAfter = null) =>
        Answers(status, Encoding.UTF8.GetBytes(body), location, retryAfter);

    public TwilioServer Answers(int status, byte[] body, string? location = null, string? retryAfter = null)
    {
        _answers.Enqueue(() =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
            if (location is not null) response.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
            if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var form = body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
        Requests.Add((request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), form));
        return _answers.Count > 0 ? _answers.Dequeue()() : throw new HttpRequestException(HttpRequestError.ConnectionError, "nobody there");
    }
}
