using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Astria;

/// <summary>Lets time pass for tunes and prompts, and tells when one is ready.</summary>
internal sealed class Training(Tunes tunes, AstriaManner manner, AstriaCallbacks callbacks, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            lock (tunes.Lock)
            {
                foreach (var tune in tunes.Present) Advance(tune, time.GetUtcNow());
            }

            await Task.Delay(_pause, time, stoppingToken);
        }
    }

    private void Advance(Tune tune, DateTimeOffset now)
    {
        if (tune.TrainedAt is null && !tune.HasFailed && tune.DueAt <= now)
        {
            (tune.HasFailed, tune.UpdatedAt) = (tune.Fails, now);
            if (tune.Fails) return;
            (tune.TrainedAt, tune.ExpiresAt) = (now, now + _kept);
            callbacks.Send(tune.Callback, Tunes.View(tune));
        }

        if (tune.TrainedAt is null) return;
        var ready = tune.Prompts.Where(prompt =>
            prompt.ReadyAt is null && Later(tune.TrainedAt.Value, prompt.CreatedAt) + manner.PromptTime <= now).ToArray();
        if (ready.Length == 0) return;
        foreach (var prompt in ready)
        {
            prompt.ReadyAt = now;
            callbacks.Send(prompt.Callback, Tunes.View(tune, prompt));
        }

        // One post with all of them, once none is missing.
        if (tune.Prompts.TrueForAll(prompt => prompt.ReadyAt is not null))
        {
            callbacks.Send(tune.PromptsCallback, new JsonArray([.. tune.Prompts.Select(prompt => (JsonNode)Tunes.View(tune, prompt))]));
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
