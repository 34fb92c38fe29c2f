using WhatsAppBots.Simulator;

await SimulatorApp.Create(SimulatorSettings.Read(Environment.GetEnvironmentVariable)).RunAsync();
