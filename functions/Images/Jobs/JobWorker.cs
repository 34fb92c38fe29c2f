using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Images.Astria;
using WhatsAppBots.Images.Packs;
using WhatsAppBots.Media;

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

    private static readonly TimeSpan _claim = TimeSpan.FromMinutes(3);
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
            IReadOnlyList<Job> jobs;
            await using (var connection = await database.General.OpenConnectionAsync(cancellationToken))
            {
                var now = time.GetUtcNow();
                jobs = await JobRows.ClaimAsync(connection, now, now + _claim, AtOnce, cancellationToken);
            }

            if (jobs.Count == 0) return;
            await Task.WhenAll(jobs.Select(job => WorkAsync(job, cancellationToken)));
        }
    }

    private async Task WorkAsync(Job job, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        try
        {
            await (job.State switch
            {
                JobStates.Asked => AskAsync(connection, job, cancellationToken),
                JobStates.Unknown => SearchAsync(connection, job, cancellationToken),
                JobStates.Training => LookAsync(connection, job, cancellationToken),
                _ => JobRows.MoveAsync(connection, null, job, job.State, null),
            });
        }
        catch (AstriaException e)
        {
            Log.Failed(logger, job.Title, e.Message);
            await AfterFailureAsync(connection, job, e, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is NpgsqlException or IOException or InvalidOperationException)
        {
            // The claim runs out, and it is looked at again.
            Log.Broken(logger, e, job.Title);
        }
    }

    private async Task AskAsync(NpgsqlConnection connection, Job job, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() > Utc(job.CreatedAt) + _mustHaveBegunAfter)
        {
            await FailAsync(connection, job, "the provider took nothing for three hours", cancellationToken);
            return;
        }

        var asked = JsonSerializer.Deserialize(job.Request, ContractsJson.Default.TrainingRequested)!;
        var keys = await JobRows.PhotosAsync(connection, job, asked.MessageIds);
        if (asked.Model is null && keys.Count < asked.MessageIds.Count)
        {
            await FailAsync(connection, job, "photos of the order are gone", cancellationToken);
            return;
        }

        // From here on it may have been asked, whatever becomes of us.
        if (!await JobRows.MoveAsync(connection, null, job, JobStates.Unknown, time.GetUtcNow() + _claim)) return;
        job = job with { State = JobStates.Unknown };
        await using var photos = await OpenPhotos.OfAsync(media, keys, cancellationToken);
        var token = tokens.Make(CallbackPurpose, string.Create(CultureInfo.InvariantCulture, $"{job.OrderId}:{job.Attempt}"), _callbackLives);
        try
        {
            var tune = await astria.CreateTuneAsync(
                new TuneRequest(asked.Pack, job.Title, asked.Class, asked.Characteristics, asked.Model, url.At("pack-tune-received?token=" + token)),
                photos.Photos, cancellationToken);
            await BegunAsync(connection, job, tune, cancellationToken);
        }
        catch (AstriaException e) when (e.Kind is AstriaFailure.Refused or AstriaFailure.NotThere)
        {
            // Perhaps it is refused since it is there already: a title is unique.
            if (await FindAsync(job, cancellationToken) is { } there) await BegunAsync(connection, job, there, cancellationToken);
            else await FailAsync(connection, job, e.Message, cancellationToken);
        }
        catch (AstriaException e) when (e.Kind is AstriaFailure.Busy or AstriaFailure.Account)
        {
            Log.Failed(logger, job.Title, e.Message);
            await JobRows.MoveAsync(connection, null, job, JobStates.Asked, time.GetUtcNow() + Pause(job.Looks), error: e.Message);
        }
    }

    private async Task SearchAsync(NpgsqlConnection connection, Job job, CancellationToken cancellationToken)
    {
        if (await FindAsync(job, cancellationToken) is { } tune) await BegunAsync(connection, job, tune, cancellationToken);
        else await JobRows.MoveAsync(connection, null, job, JobStates.Asked, time.GetUtcNow());
    }

    private async Task LookAsync(NpgsqlConnection connection, Job job, CancellationToken cancellationToken)
    {
        var asked = JsonSerializer.Deserialize(job.Request, ContractsJson.Default.TrainingRequested)!;
        var tune = await astria.TuneAsync(job.TuneId!.Value, cancellationToken);
        if (tune.Error is { Length: > 0 } error)
        {
            await FailAsync(connection, job, error, cancellationToken);
            return;
        }

        var prompts = tune.TrainedAt is null ? [] : await astria.PromptsAsync(tune.Id, cancellationToken);
        var have = await CollectAsync(connection, job, prompts, cancellationToken);
        var isDone = have > 0 && (have >= asked.Images || (prompts.Count > 0 && prompts.All(prompt => prompt.Images is { Count: > 0 })));
        var isLate = time.GetUtcNow() > Utc(job.CreatedAt) + _mustBeDoneAfter;
        if (isDone || (isLate && have * 2 >= asked.Images)) await ReadyAsync(connection, job, tune, cancellationToken);
        else if (isLate) await FailAsync(connection, job, $"only {have} pictures after six hours", cancellationToken);
        else await JobRows.MoveAsync(connection, null, job, JobStates.Training, time.GetUtcNow() + _lookAgain, null, tune.TrainedAt, tune.ExpiresAt);
    }

    // The provider deletes them some day: each is stored as soon as it is seen.
    private async Task<int> CollectAsync(NpgsqlConnection connection, Job job, IReadOnlyList<AstriaPrompt> prompts, CancellationToken cancellationToken)
    {
        var known = await JobRows.SourcesAsync(connection, job);
        foreach (var source in prompts.OrderBy(prompt => prompt.Id).SelectMany(prompt => prompt.Images ?? []).Distinct())
        {
            if (known.Contains(source)) continue;
            var key = await Pictures.StoreAsync(media, await astria.DownloadAsync(source, cancellationToken), cancellationToken);
            if (key is null) continue;
            if (await JobRows.KeepAsync(connection, job, source, key, time.GetUtcNow())) known.Add(source);
            else await media.DeleteAsync(key, cancellationToken);
        }

        return known.Count;
    }

    private async Task BegunAsync(NpgsqlConnection connection, Job job, AstriaTune tune, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var told = Event(
            job, "begun", EventTypes.TuneCreated, new TuneCreated(job.ConversationId, job.OrderId, tune.Id, tune.Eta ?? now.AddMinutes(30)),
            ContractsJson.Default.TuneCreated);
        var isKept = await MoveAndTellAsync(
            connection, job, (transaction) => JobRows.MoveAsync(
                connection, transaction, job, JobStates.Training, now + _lookAgain, tune.Id, tune.TrainedAt, tune.ExpiresAt),
            told, cancellationToken);

        // The person was erased while it was asked for: it goes after them.
        if (!isKept && await JobRows.IsErasedAsync(connection, job)) await astria.DeleteTuneAsync(tune.Id, cancellationToken);
    }

    private async Task ReadyAsync(NpgsqlConnection connection, Job job, AstriaTune tune, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var keys = await JobRows.KeysAsync(connection, job.OrderId, job.Attempt);
        var token = tokens.Make(DownloadPurpose, string.Create(CultureInfo.InvariantCulture, $"{job.OrderId}:{job.Attempt}"), _picturesLive);
        var trained = tune.TrainedAt ?? now;
        var told = Event(
            job, "ready", EventTypes.PicturesReady,
            new PicturesReady(
                job.ConversationId, job.OrderId, tune.Id, keys, url.At("pictures/" + token), trained, tune.ExpiresAt ?? trained + _picturesLive),
            ContractsJson.Default.PicturesReady);
        await MoveAndTellAsync(
            connection, job,
            transaction => JobRows.MoveAsync(connection, transaction, job, JobStates.Ready, null, tune.Id, tune.TrainedAt, tune.ExpiresAt), told, cancellationToken);
    }

    private async Task FailAsync(NpgsqlConnection connection, Job job, string reason, CancellationToken cancellationToken)
    {
        Log.GivenUp(logger, job.Title, reason);
        var told = Event(
            job, "failed", EventTypes.TrainingFailed, new TrainingFailed(job.ConversationId, job.OrderId, job.Attempt, reason),
            ContractsJson.Default.TrainingFailed);
        await MoveAndTellAsync(
            connection, job, transaction => JobRows.MoveAsync(connection, transaction, job, JobStates.Failed, null, error: reason), told, cancellationToken);
    }

    private async Task AfterFailureAsync(NpgsqlConnection connection, Job job, AstriaException failure, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (job.State == JobStates.Training && failure.Kind is AstriaFailure.NotThere)
        {
            await FailAsync(connection, job, "the provider no longer has it", cancellationToken);
            return;
        }

        if (job.State is JobStates.Training or JobStates.Unknown && now > Utc(job.CreatedAt) + (2 * _mustBeDoneAfter))
        {
            await FailAsync(connection, job, "the provider did not answer for twelve hours", cancellationToken);
            return;
        }

        // A request that may have been taken is not asked again for a minute; by then a title can be found.
        var state = job.State == JobStates.Asked ? JobStates.Unknown : job.State;
        var from = job with { State = state };
        await JobRows.MoveAsync(
            connection, null, from, state, now + (state == JobStates.Unknown ? _afterUnknown : Pause(job.Looks)), error: failure.Message);
    }

    private async Task<bool> MoveAndTellAsync(
        NpgsqlConnection connection, Job job, Func<NpgsqlTransaction, Task<bool>> moveAsync, CloudEvent told, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await moveAsync(transaction)) return false;
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

        [LoggerMessage(2, LogLevel.Error, "{Job} is looked at again")]
        public static partial void Broken(ILogger logger, Exception e, string job);

        [LoggerMessage(3, LogLevel.Error, "{Job} cannot be made: {Reason}")]
        public static partial void GivenUp(ILogger logger, string job, string reason);

        [LoggerMessage(4, LogLevel.Information, "{Job}: {What}")]
        public static partial void Told(ILogger logger, string job, string what);
    }
}
