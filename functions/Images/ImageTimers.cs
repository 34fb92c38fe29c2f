using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Images.Jobs;

namespace WhatsAppBots.Images;

/// <summary>What this app does by the clock.</summary>
public sealed class ImageTimers(IServiceProvider services)
{
    /// <summary>Looks after orders at the AI provider: new ones, those a callback told of, and those no callback came for.</summary>
    [Function("WorkJobs")]
    public Task WorkJobs([TimerTrigger("*/2 * * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        services.GetRequiredService<JobWorker>().WorkDueAsync(cancellationToken);
}
