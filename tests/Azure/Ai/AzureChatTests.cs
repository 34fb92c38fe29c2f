using System.Net;
using System.Text.Json;
using Azure.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using OpenAI.Chat;
using WhatsAppBots.Ai;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Media;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Azure.Tests.Ai;

/// <summary>Azure's own client of Azure OpenAI, as the Azure host asks by it, over HTTP.</summary>
public sealed class AzureChatTests : IAsyncLifetime
{
    private const string Deployment = "gpt-5-mini";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private static readonly AiTask _task = new(
        "habits.count", "Count.",
        """{"type":"object","properties":{"count":{"type":"integer"}},"required":["count"],"additionalProperties":false}""");

    private readonly AzureOpenAiStandIn _azure = new();

    public Task InitializeAsync() => _azure.StartAsync();

    public async Task DisposeAsync() => await _azure.DisposeAsync();

    [Fact]
    public async Task Key_GoesInItsHeader_ToTheDeploymentByAzuresPathAndVersion()
    {
        var reply = await AskAsync(Host("the key"));
        Assert.Equal((3, null), (reply.Answer!.Value.GetProperty("count").GetInt32(), reply.Failure));
        var asked = Assert.Single(_azure.Asked);
        Assert.Equal(("POST", $"/openai/deployments/{Deployment}/chat/completions", "?api-version=2025-04-01-preview"), (asked.Method, asked.Path, asked.Query));
        Assert.Equal(("the key", null), (asked.Key, asked.Authorization));
    }

    [Fact]
    public async Task Identity_ProvesItselfByAToken_WhereThereIsNoKey()
    {
        var reply = await AskAsync(new Identity());
        Assert.Null(reply.Failure);
        var asked = Assert.Single(_azure.Asked);
        Assert.Equal((null, "Bearer token of https://cognitiveservices.azure.com/.default"), (asked.Key, asked.Authorization));
    }

    [Fact]
    public async Task Request_IsStrict_AndBoundedByTheNameThatNewModelsTake()
    {
        await AskAsync(Host("k"));
        var body = _azure.Asked.Single().Body;
        Assert.Equal(4000, body.GetProperty("max_completion_tokens").GetInt32());
        Assert.False(body.TryGetProperty("max_tokens", out _));
        var format = body.GetProperty("response_format");
        Assert.Equal(("json_schema", true), (format.GetProperty("type").GetString(), format.GetProperty("json_schema").GetProperty("strict").GetBoolean()));
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("/openai/v1", "")]
    [InlineData("/openai/v1/", "")]
    [InlineData("/gateway", "/gateway")]
    public async Task Endpoint_IsTheResources_HoweverItIsWritten(string written, string path)
    {
        await AskAsync(Host("k", written));
        Assert.Equal($"{path}/openai/deployments/{Deployment}/chat/completions", _azure.Asked.Single().Path);
    }

    // As with the plain client: what may pass is tried once more and by nobody else, what stays is not.
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 2, AiFailures.Down)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 2, AiFailures.Down)]
    [InlineData(HttpStatusCode.RequestTimeout, 2, AiFailures.Down)]
    [InlineData(HttpStatusCode.Unauthorized, 1, AiFailures.Down)]
    [InlineData(HttpStatusCode.NotFound, 1, AiFailures.Down)]
    [InlineData(HttpStatusCode.BadRequest, 1, AiFailures.Unusable)]
    public async Task Refusal_IsTriedAgainOnlyWhereItMayPass(HttpStatusCode status, int requests, string failure)
    {
        _azure.Answer = _ => Results.Json(new { error = new { code = "x", message = "no" } }, statusCode: (int)status);
        Assert.Equal(failure, (await AskAsync(Host("k"))).Failure);
        Assert.Equal(requests, _azure.Asked.Count);
    }

    [Fact]
    public async Task SecondTry_ThatIsAnswered_IsTheAnswer()
    {
        _azure.Answer = asked => asked == 1 ? Results.StatusCode(429) : AzureOpenAiStandIn.Completion("""{"count": 4}""");
        Assert.Equal(4, (await AskAsync(Host("k"))).Answer!.Value.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Answer_ThatIsNone_IsOfNoUse()
    {
        _azure.Answer = _ => Results.Text("<html>", "text/html");
        Assert.Equal(AiFailures.Unusable, (await AskAsync(Host("k"))).Failure);
    }

    [Fact]
    public async Task Deadline_IsThatOfTheSettings()
    {
        var time = new ManualTime();
        using var never = new SemaphoreSlim(0);
        _azure.Before = never.WaitAsync;
        var asking = Host("k", timeout: 8, time: time).AskAsync(_task, Question(), CancellationToken.None);
        await _azure.IsAskedAsync(_patience);
        time.Advance(TimeSpan.FromSeconds(7));
        await Task.Delay(20);
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AiFailures.Down, (await asking.WaitAsync(_patience)).Failure);
    }

    [Fact]
    public void Host_WithoutAzureOpenAi_HasNoClientOfIt()
    {
        var services = new ServiceCollection();
        AzureChat.Add(services, Configuration(endpoint: null, key: null));
        Assert.Empty(services);
    }

    [Fact]
    public void Host_WithoutAKey_TakesItsIdentity()
    {
        var configuration = Configuration("https://x.openai.azure.com", key: null);
        var services = new ServiceCollection();
        AzureChat.Add(services, configuration);
        services.AddSingleton(Mock.Of<IMediaStore>());
        services.AddAi(configuration).AddLogging();
        using var provider = services.BuildServiceProvider();
        Assert.Empty(new AiSettings(configuration, hasIdentity: true).Faults());
        Assert.Equal($"{Deployment} at x.openai.azure.com", provider.GetRequiredService<IAi>().Describe());
    }

    private static AiQuestion Question() => new(JsonSerializer.SerializeToElement(new { today = "Wednesday" }), "three", [], "en");

    private static Task<AiReply> AskAsync(IAi ai) => ai.AskAsync(_task, Question(), CancellationToken.None).WaitAsync(_patience);

    private Task<AiReply> AskAsync(TokenCredential identity)
    {
        var configuration = Configuration(_azure.Url, key: null);
        return AskAsync(Ai(configuration, services => services.AddSingleton(AzureChat.Create(AiSettings.Read(configuration), identity))));
    }

    // As the host registers it.
    private IAi Host(string key, string path = "", int timeout = 45, TimeProvider? time = null)
    {
        var configuration = Configuration(_azure.Url + path, key, timeout);
        return Ai(configuration, services => AzureChat.Add(services, configuration), time);
    }

    private static IAi Ai(IConfiguration configuration, Action<IServiceCollection> client, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(time ?? TimeProvider.System).AddSingleton(Mock.Of<IMediaStore>());
        client(services);
        Assert.Contains(services, service => service.ServiceType == typeof(ChatClient));
        return services.AddAi(configuration).BuildServiceProvider().GetRequiredService<IAi>();
    }

    private static IConfiguration Configuration(string? endpoint, string? key, int timeout = 45) => new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["AZURE_OPENAI_ENDPOINT"] = endpoint, ["AZURE_OPENAI_API_KEY"] = key, ["AZURE_OPENAI_DEPLOYMENT"] = Deployment, ["AI_TIMEOUT"] = $"{timeout}",
        }).Build();

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token of {string.Join(' ', requestContext.Scopes)}", TimeProvider.System.GetUtcNow().AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
