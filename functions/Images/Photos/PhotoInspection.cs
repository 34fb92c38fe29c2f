using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Images.Astria;
using WhatsAppBots.Media;
using WhatsAppBots.Media.Photos;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images.Photos;

/// <summary>
/// Looks at a photo that a bot wants: our own checks first, which cost nothing; then whether it was sent before; then
/// Astria's, once for each photo.
/// </summary>
internal sealed class PhotoInspection(
    PhotoCheck check, AstriaClient astria, IMediaStore media, Database database, TimeProvider time) : IEventHandler
{
    // Twice the photos an order may have, and as many again that are turned down: nobody sends more in earnest.
    private const int MostPaidADay = 60;
    private const int MostADay = 150;

    // Where nobody looked, nothing is said of the light.
    private const double Unknown = 128;

    /// <inheritdoc/>
    public string Receiver => Apps.Images;

    /// <inheritdoc/>
    public string Type => EventTypes.MediaStored;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var photo = e.Data.Deserialize(ContractsJson.Default.MediaStored)!;
        if (photo.Purpose == MediaPurposes.Proof) return new EventOutcome(null, Told(e, await LookAtProofAsync(photo, cancellationToken)));
        if (photo.Purpose != MediaPurposes.Portrait) return new EventOutcome();
        var told = await LookAsync(e, photo, cancellationToken);
        return new EventOutcome(
            (connection, transaction, _) => PhotoRows.EndAsync(connection, transaction, e.Workspace, photo, told.Fault, time.GetUtcNow()),
            Told(e, told));
    }

    /// <inheritdoc/>
    public IReadOnlyList<CloudEvent> GiveUp(CloudEvent e)
    {
        var photo = e.Data.Deserialize(ContractsJson.Default.MediaStored)!;
        return [Told(e, Looked(photo, PhotoFaults.NotChecked))];
    }

    private async Task<ImageProcessed> LookAsync(CloudEvent e, MediaStored photo, CancellationToken cancellationToken)
    {
        if (photo.StoreKey is not { } key) return Looked(photo, photo.Fault ?? PhotoFaults.NotHad);
        if (await RefusalAsync(photo, MostPaidADay, cancellationToken) is { } refusal) return Looked(photo, refusal);
        PhotoVerdict verdict;
        await using (var file = await media.OpenAsync(key, cancellationToken))
        {
            if (file is null) return Looked(photo, PhotoFaults.NotHad);
            verdict = await check.CheckAsync(file.Content, file.Length, cancellationToken);
        }

        if (verdict.Fault is { } fault) return Looked(photo, PhotoJudge.NameOf(fault), verdict.Look);
        await using var again = await media.OpenAsync(key, cancellationToken);
        if (again is null) return Looked(photo, PhotoFaults.NotHad);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(again.Content, cancellationToken));
        var look = verdict.Look;
        var isNew = await database.UseAsync(
            connection => PhotoRows.ClaimAsync(connection, e.Workspace, photo, sha256, look, time.GetUtcNow(), cancellationToken), cancellationToken);
        return isNew
            ? Seen(photo, look, await AskAsync(photo, key, sha256, cancellationToken))
            : Looked(photo, PhotoFaults.Again, look);
    }

    // What a proof shows is no business of ours: the bot asks the AI, or the person.
    private async Task<ImageProcessed> LookAtProofAsync(MediaStored photo, CancellationToken cancellationToken)
    {
        if (photo.StoreKey is not { } key) return Looked(photo, photo.Fault ?? PhotoFaults.NotHad);
        await using var file = await media.OpenAsync(key, cancellationToken);
        if (file is null) return Looked(photo, PhotoFaults.NotHad);
        if (await RefusalAsync(photo, mostPaid: null, cancellationToken) is { } refusal) return Looked(photo, refusal);
        var verdict = await check.CheckAsync(file.Content, file.Length, cancellationToken);
        return Looked(photo, verdict.Fault is { } fault ? PhotoJudge.NameOf(fault) : null, verdict.Look) with { StoreKey = key };
    }

    // Each look costs a core for a second, whatever it finds: it is counted before it begins.
    private Task<string?> RefusalAsync(MediaStored photo, int? mostPaid, CancellationToken cancellationToken) => database.UseAsync(
        connection => PhotoRows.TakeLookAsync(
            connection, photo.ConversationId, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), MostADay, mostPaid, cancellationToken),
        cancellationToken);

    private async Task<AstriaInspection> AskAsync(MediaStored photo, string key, string sha256, CancellationToken cancellationToken)
    {
        var known = await database.UseAsync(
            connection => PhotoRows.InspectionAsync(connection, photo.ConversationId, sha256), cancellationToken);
        if (known is not null)
        {
            return JsonSerializer.Deserialize(known, AstriaJson.Default.AstriaInspection)!;
        }

        await using var file = await media.OpenPlainAsync(key, cancellationToken)
            ?? throw new InvalidOperationException("The photo was erased while it was looked at.");
        var (raw, inspection) = await astria.InspectAsync(file.ContentType, file.Content, cancellationToken);
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await database.UseAsync(connection => PhotoRows.KeepAsync(connection, photo.MessageId, raw, day), cancellationToken);
        return inspection;
    }

    private static ImageProcessed Seen(MediaStored photo, PhotoLook? look, AstriaInspection seen) => new(
        photo.ConversationId, photo.MessageId, PhotoJudge.FaultOf(seen), seen.Name, PhotoJudge.TraitsOf(seen), look?.Brightness ?? Unknown,
        look?.Sharpness ?? 1e6, look?.Fingerprint.ToString("x16", CultureInfo.InvariantCulture), seen.FullBodyImageOrLongshot == true);

    private static ImageProcessed Looked(MediaStored photo, string? fault, PhotoLook? look = null) => new(
        photo.ConversationId, photo.MessageId, fault, null, null, look?.Brightness ?? 0, look?.Sharpness ?? 0,
        look?.Fingerprint.ToString("x16", CultureInfo.InvariantCulture), false);

    private CloudEvent Told(CloudEvent e, ImageProcessed processed) => CloudEvent.Of(
        $"image:{EventIds.Of(processed.MessageId)}", Apps.Images, EventTypes.ImageProcessed, e.Workspace, processed.ConversationId, e.Bot, time.GetUtcNow(),
        processed, ContractsJson.Default.ImageProcessed);
}
