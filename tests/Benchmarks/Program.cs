using WhatsAppBots.Benchmarks;

if (Environment.GetEnvironmentVariable("BARE_GRAPH") is { } graph)
{
    await BareHost.RunAsync(Environment.GetEnvironmentVariable("ASPNETCORE_URLS")!, graph, Environment.GetEnvironmentVariable("BARE_SECRET")!);
    return 0;
}

if (Environment.GetEnvironmentVariable(LedgerHost.Setting) is not null) return await LedgerHost.RunAsync();

if (args is ["photos"])
{
    await PhotoBench.RunAsync();
    return 0;
}

if (args is ["texts"]) return TextBench.Run();

if (args is ["desk"]) return await DeskBench.RunAsync();

if (args is ["live"]) return await LiveBench.RunAsync();

if (args is ["timers"])
{
    await TimerBench.RunAsync();
    return 0;
}

return await Suite.RunAsync(args);
