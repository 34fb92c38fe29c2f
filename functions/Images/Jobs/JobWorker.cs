using System.Text.Json;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Images.Astria;
using WhatsAppBots.Images.Packs;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images.Jobs;

/// <summary>
/// Takes orders through the AI provider. Each step is a row's state before it is a request, so that one who dies between any
/// two lines leaves what the next needs to know; what may have been asked already is searched for before it is asked again.
/// </summary>
internal sealed partial class JobWorker(
    Database database, AstriaClient astria, IMediaStore media, EventPublisher events, SignedTokens tokens, PublicUrl url, TimeProvider time,
    ILogger<JobWorker> logger) : IDueWork
{
    /// <summary>What tokens of callbacks are made for.</summary>
    public const string CallbackPurpose = "astria-callback";

    /// <summary>What tokens of download links are made for.</summary>
    public const string DownloadPurpose = "pictures";

    private const int AtOnce = 4;

    private static readonly TimeSpan _afterUnknown = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _afterRefusedLoad = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _lookAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _mustHaveBegunAfter = TimeSpan.FromHours(3);
    private static readonly TimeSpan _mustBeDoneAfter = TimeSpan.FromHours(6);
    private static readonly TimeSpan _callbackLives = TimeSpan.FromDays(2);
    private static readonly TimeSpan _picturesLive = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public string Type => EventTypes.JobsDue;

    /// <inheritdoc/>
    public async Task WorkDueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var jobs = await database.UseAsync(connection => JobRows.ClaimAsync(connection, now, AtOnce, cancellationToken), cancellationToken);
            if (jobs.Count == 0) return;
            await Task.WhenAll(jobs.Select(job => WorkAsync(job, cancellationToken)));
        }
    }

    private async Task WorkAsync(Job job, CancellationToken cancellationToken)
    {
        try
        {
            await (job.State switch
            {
                JobStates.Asked => AskAsync(job, cancellationToken),
                JobStates.Unknown => SearchAsync(job, cancellationToken),
                JobStates.Training => LookAsync(job, cancellationToken),
                _ => MoveAsync(job, job.State, null, cancellationToken),
            });
        }
        catch (AstriaException e)
        {
            Log.Failed(logger, job.Title, e.Message);
            await AfterFailureAsync(job, e, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is NpgsqlException or IOException or InvalidOperationException)
        {
            // The claim runs out, and it is looked at again.
            Log.Broken(logger, e, job.Title);
        }
    }

    private async Task AskAsync(Job job, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() > Utc(job.CreatedAt) + _mustHaveBegunAfter)
        {
            await FailAsync(job, "the provider took nothing for three hours", cancellationToken);
            return;
        }

        var asked = JsonSerializer.Deserialize(job.Request, ContractsJson.Default.TrainingRequested)!;
        var keys = await database.UseAsync(connection => JobRows.PhotosAsync(connection, job, asked.MessageIds), cancellationToken);
        if (asked.Model is null && keys.Count < asked.MessageIds.Count)
        {
            await FailAsync(job, "photos of the order are gone", cancellationToken);
            return;
        }

        // From here on it may have been asked, whatever becomes of us.
        if (!await database.UseAsync(connection => JobRows.HoldAsync(connection, job, JobStates.Unknown), cancellationToken)) return;
        job = job with { State = JobStates.Unknown };
        await using var photos = await OpenPhotos.OfAsync(media, keys, cancellationToken);
        var token = JobTokens.Make(tokens, CallbackPurpose, job, _callbackLives);
        try
        {
            var tune = await astria.CreateTuneAsync(
                new TuneRequest(asked.Pack, job.Title, asked.Class, asked.Characteristics, asked.Model, url.At("pack-tune-received?token=" + token)),
                photos.Photos, cancellationToken);
            await BegunAsync(job, tune, cancellationToken);
        }
        catch (AstriaException e) when (e.Kind is AstriaFailure.Refused or AstriaFailure.NotThere)
        {
            // Perhaps it is refused since it is there already: a title is unique.
            if (await FindAsync(job, cancellationToken) is { } there) await BegunAsync(job, there, cancellationToken);
            else await FailAsync(job, e.Message, cancellationToken);
        }
        catch (AstriaException e) when (e.Kind is AstriaFailure.Busy or AstriaFailure.Account)
        {
            Log.Failed(logger, job.Title, e.Message);
            await MoveAsync(job, JobStates.Asked, time.GetUtcNow() + Pause(job.Looks), cancellationToken, error: e.Message);
        }
    }

    private async Task SearchAsync(Job job, CancellationToken cancellationToken)
    {
        if (await FindAsync(job, cancellationToken) is { } tune) await BegunAsync(job, tune, cancellationToken);
        else await MoveAsync(job, JobStates.Asked, time.GetUtcNow(), cancellationToken);
    }

    private async Task LookAsync(Job job, CancellationToken cancellationToken)
    {
        var asked = JsonSerializer.Deserialize(job.Request, ContractsJson.Default.TrainingRequested)!;
        var tune = await astria.TuneAsync(job.TuneId!.Value, cancellationToken);
        if (tune.Error is { Length: > 0 } error)
        {
            await FailAsync(job, error, cancellationToken);
            return;
        }

        var prompts = tune.TrainedAt is null ? [] : await astria.PromptsAsync(tune.Id, cancellationToken);
        var have = await CollectAsync(job, prompts, cancellationToken);
        var isDone = have > 0 && (have >= asked.Images || (prompts.Count > 0 && prompts.All(prompt => prompt.Images is { Count: > 0 })));
        var isLate = time.GetUtcNow() > Utc(job.CreatedAt) + _mustBeDoneAfter;
        if (isDone || (isLate && have * 2 >= asked.Images)) await ReadyAsync(job, tune, cancellationToken);
        else if (isLate) await FailAsync(job, $"only {have} pictures after six hours", cancellationToken);
        else await MoveAsync(job, JobStates.Training, time.GetUtcNow() + _lookAgain, cancellationToken, tune);
    }

    // The provider deletes them some day: each is stored as soon as it is seen.
    private async Task<int> CollectAsync(Job job, IReadOnlyList<AstriaPrompt> prompts, CancellationToken cancellationToken)
    {
        var known = await database.UseAsync(connection => JobRows.SourcesAsync(connection, job), cancellationToken);
        foreach (var source in prompts.OrderBy(prompt => prompt.Id).SelectMany(prompt => prompt.Images ?? []).Distinct())
        {
            if (known.Contains(source)) continue;
            if (await FetchAsync(job, source, cancellationToken) is not { } key) continue;
            var now = time.GetUtcNow();
            if (await database.UseAsync(connection => JobRows.KeepAsync(connection, job, source, key, now), cancellationToken)) known.Add(source);
            else await media.DeleteAsync(key, cancellationToken);
        }

        return known.Count;
    }

    // One that will never be fetched holds up none of the others.
    private async Task<string?> FetchAsync(Job job, string source, CancellationToken cancellationToken)
    {
        try
        {
            return await Pictures.StoreAsync(media, await astria.DownloadAsync(source, cancellationToken), cancellationToken);
        }
        catch (AstriaException e) when (e.Kind is AstriaFailure.Refused)
        {
            Log.Failed(logger, job.Title, e.Message);
            return null;
        }
    }

    private async Task BegunAsync(Job job, AstriaTune tune, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var told = Event(
            job, "begun", EventTypes.TuneCreated, new TuneCreated(job.ConversationId, job.OrderId, tune.Id, tune.Eta ?? now.AddMinutes(30)),
            ContractsJson.Default.TuneCreated);
        var isKept = await MoveAndTellAsync(
            job, (connection, transaction) => JobRows.MoveAsync(
                connection, transaction, job, JobStates.Training, now + _lookAgain, tune.Id, tune.TrainedAt, tune.ExpiresAt),
            told, cancellationToken);

        // The person was erased while it was asked for: it goes after them.
        if (!isKept && await database.UseAsync(connection => JobRows.IsErasedAsync(connection, job), cancellationToken)) await astria.DeleteTuneAsync(tune.Id, cancellationToken);
    }

    private async Task ReadyAsync(Job job, AstriaTune tune, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var keys = await database.UseAsync(connection => JobRows.KeysAsync(connection, job.OrderId, job.Attempt), cancellationToken);
        var token = JobTokens.Make(tokens, DownloadPurpose, job, _picturesLive);
        var trained = tune.TrainedAt ?? now;
        var told = Event(
            job, "ready", EventTypes.PicturesReady,
            new PicturesReady(
                job.ConversationId, job.OrderId, tune.Id, keys, url.At("pictures/" + token), trained, tune.ExpiresAt ?? trained + _picturesLive),
            ContractsJson.Default.PicturesReady);
        await MoveAndTellAsync(
            job,
            (connection, transaction) => JobRows.MoveAsync(connection, transaction, job, JobStates.Ready, null, tune.Id, tune.TrainedAt, tune.ExpiresAt), told, cancellationToken);
    }

    private async Task FailAsync(Job job, string reason, CancellationToken cancellationToken)
    {
        Log.GivenUp(logger, job.Title, reason);
        var told = Event(
            job, "failed", EventTypes.TrainingFailed, new TrainingFailed(job.ConversationId, job.OrderId, job.Attempt, reason),
            ContractsJson.Default.TrainingFailed);
        await MoveAndTellAsync(
            job, (connection, transaction) => JobRows.MoveAsync(connection, transaction, job, JobStates.Failed, null, error: reason), told, cancellationToken);
    }

    private async Task AfterFailureAsync(Job job, AstriaException failure, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (job.State == JobStates.Training && failure.Kind is AstriaFailure.NotThere)
        {
            await FailAsync(job, "the provider no longer has it", cancellationToken);
            return;
        }

        if (job.State is JobStates.Training or JobStates.Unknown && now > Utc(job.CreatedAt) + (2 * _mustBeDoneAfter))
        {
            await FailAsync(job, "the provider did not answer for twelve hours", cancellationToken);
            return;
        }

        // A request that may have been taken is not asked again for a minute; by then a title can be found.
        var state = job.State == JobStates.Asked ? JobStates.Unknown : job.State;
        var from = job with { State = state };
        await MoveAsync(
            from, state, now + (state == JobStates.Unknown ? _afterUnknown : Pause(job.Looks)), cancellationToken, error: failure.Message);
    }

    private Task<bool> MoveAsync(
        Job job, string state, DateTimeOffset? next, CancellationToken cancellationToken, AstriaTune? seen = null, string? error = null) =>
        database.UseAsync(
            connection => JobRows.MoveAsync(connection, null, job, state, next, null, seen?.TrainedAt, seen?.ExpiresAt, error), cancellationToken);

    private async Task<bool> MoveAndTellAsync(
        Job job, Func<NpgsqlConnection, NpgsqlTransaction, Task<bool>> moveAsync, CloudEvent told, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await moveAsync(connection, transaction)) return false;
        await events.WriteAsync(connection, transaction, told, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        events.Ring(told);
        Log.Told(logger, job.Title, told.Type);
        return true;
    }

    private Task<AstriaTune?> FindAsync(Job job, CancellationToken cancellationToken) =>
        astria.FindTuneAsync(job.Title, Utc(job.CreatedAt).AddMinutes(-10), cancellationToken);

    private CloudEvent Event<T>(Job job, string what, string type, T data, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info) => CloudEvent.Of(
        $"{job.Title}/{what}", Apps.Images, type, job.WorkspaceId, job.ConversationId, job.Bot, time.GetUtcNow(), data, info);

    // 30 s, 60 s, … up to ten minutes.
    private static TimeSpan Pause(int looks) =>
        TimeSpan.FromSeconds(Math.Min(_longestPause.TotalSeconds, _afterRefusedLoad.TotalSeconds * Math.Pow(2, Math.Min(looks - 1, 6))));

    private static DateTimeOffset Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Job}: {Reason}")]
        public static partial void Failed(ILogger logger, string job, string reason);

        [LoggerMessage(2, LogLevel.Error, "{Job} failed and will be retried")]
        public static partial void Broken(ILogger logger, Exception e, string job);

        [LoggerMessage(3, LogLevel.Error, "{Job} failed for good: {Reason}")]
        public static partial void GivenUp(ILogger logger, string job, string reason);

        [LoggerMessage(4, LogLevel.Information, "{Job}: {What}")]
        public static partial void Told(ILogger logger, string job, string what);
    }
}
