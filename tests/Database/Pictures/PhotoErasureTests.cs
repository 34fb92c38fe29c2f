using Moq;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Images.Erasure;
using WhatsAppBots.Media;

namespace WhatsAppBots.Database.Tests.Pictures;

public sealed class PhotoErasureTests : EngineTest
{
    // Who starts over sends new photos at once; the old ones may be erased only after that, by a process that was away.
    [Fact]
    public async Task Erasure_HeardLate_LeavesThePhotosThatCameSince()
    {
        await ExecuteAsync(
            """
            insert into chat.media (workspace_id, conversation_id, message_provider_id, provider_media_id, store_key, stored_at) values
              (1, 7, 'old.1', 'm', 'old1.jpg', now()), (1, 7, 'old.2', 'm', 'old2.jpg', now()), (1, 7, 'new', 'm', 'new.jpg', now()),
              (1, 8, 'old.1 of another', 'm', 'other.jpg', now());
            insert into images.photos (message_id, workspace_id, conversation_id, store_key, at) values
              ('old.1', 1, 7, 'old1.jpg', now()), ('new', 1, 7, 'new.jpg', now()), ('old.1 of another', 1, 8, 'other.jpg', now());
            """);
        var media = new Mock<IMediaStore>();
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var told = CloudEvent.Of(
            "e", Apps.Messages, EventTypes.PhotosErased, 1, 7, "portraits", Time.GetUtcNow(), new(7, ["old.1", "old.2"]), ContractsJson.Default.PhotosErased);

        var outcome = await new PhotoErasure(connections, media.Object).HandleAsync(told, CancellationToken.None);
        await using var connection = await connections.General.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await outcome.Write!(connection, transaction, CancellationToken.None);
        await transaction.CommitAsync();

        // The second was never looked at: it has a file all the same.
        foreach (var key in new[] { "old1.jpg", "old2.jpg" }) media.Verify(store => store.DeleteAsync(key, It.IsAny<CancellationToken>()), Times.Once);
        media.VerifyNoOtherCalls();
        Assert.Equal(["new", "old.1 of another"], await QueryAsync<string>("select message_id from images.photos order by 1"));
        Assert.Equal(["new.jpg", "other.jpg"], await QueryAsync<string>("select store_key from chat.media where store_key is not null order by 1"));
    }
}
