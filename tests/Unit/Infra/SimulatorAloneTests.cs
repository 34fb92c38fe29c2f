using System.Text.Json.Nodes;
using WhatsAppBots.Simulator;
using WhatsAppBots.Standalone;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>The simulator as a process of its own fits the sample's settings, which the apps beside it run on.</summary>
public sealed class SimulatorAloneTests
{
    private static readonly JsonObject _sample =
        JsonNode.Parse(File.ReadAllText(Path.Combine(TopologyTests.Root, "local.settings.sample.json")))!["Values"]!.AsObject();

    [Fact]
    public void Defaults_AreWhatTheSampleSays()
    {
        var options = SimulatorSettings.Read(_ => null);
        Assert.Equal(Sample("WHATSAPP_API_URL"), $"{options.Url}/graph/v23.0");
        Assert.Equal(Sample("TWILIO_API_URL"), $"{options.Url}/twilio");
        Assert.Equal(Sample("ASTRIA_API_URL"), $"{options.Url}/astria");
        Assert.Equal(Sample("PAYMENT_API_URL"), $"{options.Url}/checkout");
        Assert.Equal(Sample("PUBLIC_URL"), options.PublicUrl);
        Assert.Equal(Sample("PUBLIC_URL") + "/webhook/whatsapp", options.WebhookUrl);
        Assert.Equal(
            [Sample("WHATSAPP_API_KEY"), Sample("WHATSAPP_APP_SECRET"), Sample("WHATSAPP_VERIFY_TOKEN"), Sample("TWILIO_ACCOUNT_SID"), Sample("TWILIO_AUTH_TOKEN")],
            [options.AccessToken, options.AppSecret, options.VerifyToken, options.TwilioAccountSid, options.TwilioAuthToken]);
        Assert.Equal(
            [Sample("ASTRIA_API_KEY"), Sample("PAYMENT_API_KEY"), Sample("PAYMENT_WEBHOOK_SECRET"), Sample("FUNCTION_KEY")],
            [options.AstriaKey, options.PaymentKey, options.PaymentWebhookSecret, options.FunctionKey]);
        Assert.Equal(
            [.. Ids(Sample("WHATSAPP_NUMBERS")), .. Ids(Sample("TWILIO_WHATSAPP_NUMBER"))], options.Numbers.Select(number => number.PhoneNumberId));
        Assert.Equal(Settings.DevelopmentNumbers, Sample("WHATSAPP_NUMBERS"));
    }

    [Fact]
    public void Payments_ArePostedWhereThatAppListens()
    {
        Assert.Equal($"http://127.0.0.1:{AppPorts.Of["Payments"]}", SimulatorSettings.Read(_ => null).PaymentsUrl);
        var given = SimulatorSettings.Read(name => name switch { "PAYMENTS_URL" => "http://pay:1", "WEBHOOK_URL" => "http://bots:2/webhook/whatsapp", _ => null });
        Assert.Equal(("http://pay:1", "http://bots:2"), (given.PaymentsUrl, given.HostUrl));
        Assert.Equal("http://bots:2", new SimulatorOptions { WebhookUrl = "http://bots:2/webhook/whatsapp" }.PaymentsUrl);
    }

    private static string Sample(string name) => _sample[name]!.ToString();

    private static IEnumerable<string> Ids(string pairs) => pairs.Split(',').Select(pair => pair.Split('=')[0]);
}
