using Microsoft.Extensions.Hosting;
using WhatsAppBots.Media;

namespace WhatsAppBots.Images;

/// <summary>Deletes temporary files of videos and charts that a process left which was killed, when the next one starts: they may show people.</summary>
internal sealed class LeftFilesSweep(TimeProvider time) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        LeftFolders.Sweep("pack-video-", time);
        LeftFolders.Sweep("chart-fonts-", time, "fonts.*");
        LeftFolders.Sweep("chart-", time, "chart.*");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
