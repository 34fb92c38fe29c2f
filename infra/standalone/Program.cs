using WhatsAppBots.Standalone;

return await StandaloneHost.RunAsync(args);
