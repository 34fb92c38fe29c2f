using WhatsAppBots.Simulator;

var options = new SimulatorOptions();
options.Url = Environment.GetEnvironmentVariable("SIMULATOR_URL") ?? options.Url;
options.WebhookUrl = Environment.GetEnvironmentVariable("WEBHOOK_URL") ?? options.WebhookUrl;
options.FunctionKey = Environment.GetEnvironmentVariable("FUNCTION_KEY") ?? options.FunctionKey;
options.AppSecret = Environment.GetEnvironmentVariable("WHATSAPP_APP_SECRET") ?? options.AppSecret;
options.TwilioAccountSid = Environment.GetEnvironmentVariable("TWILIO_ACCOUNT_SID") ?? options.TwilioAccountSid;
options.TwilioAuthToken = Environment.GetEnvironmentVariable("TWILIO_AUTH_TOKEN") ?? options.TwilioAuthToken;
options.PublicUrl = Environment.GetEnvironmentVariable("PUBLIC_URL") ?? options.PublicUrl;
options.AccessToken = Environment.GetEnvironmentVariable("WHATSAPP_API_KEY") ?? options.AccessToken;
foreach (var pair in (Environment.GetEnvironmentVariable("WHATSAPP_NUMBERS") ?? "100000000000002=echo").Split(','))
{
    var parts = pair.Split('=', 2);
    options.Numbers.Add(new SimulatedNumber(parts[0], parts[0], parts[^1]));
}

foreach (var pair in (Environment.GetEnvironmentVariable("TWILIO_WHATSAPP_NUMBER") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
{
    var parts = pair.Split('=', 2);
    options.Numbers.Add(new SimulatedNumber(parts[0], parts[0], $"{(parts.Length > 1 ? parts[1] : "hub")} · Twilio"));
}

await SimulatorApp.Create(options).RunAsync();
