using WhatsAppBots.Simulator;
using WhatsAppBots.Simulator.Terminal;

if (args is ["chat", .. var rest])
{
    return await ChatCommand.RunAsync(rest, Console.In, Console.Out, Console.Error, Console.IsInputRedirected);
}

await SimulatorApp.Create(SimulatorSettings.Read(Environment.GetEnvironmentVariable)).RunAsync();
return 0;
