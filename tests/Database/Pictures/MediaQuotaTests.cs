using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Images;

namespace WhatsAppBots.Database.Tests.Pictures;

/// <summary>Files are stored only for whom they are of use, and no more of them than a person's share of a day.</summary>
public sealed class MediaQuotaTests : EngineTest
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public async Task File_is_wanted_where_a_bot_says_what_for_or_people_answer()
    {
        var wants = false;
        Bot.Override = (conversation, input) => new Transition("s", "{}", wants ? [new UseMedia(MediaPurposes.Portrait)] : []);
        await SendAsync("of no use");
        wants = true;
        await SendAsync("of use");
        wants = false;
        await ExecuteAsync("update chat.conversations set handed_over = true");
        await Host.DisposeAsync();
        Host = await StartHostAsync();
        await SendAsync("seen by people");

        var asked = (await QueryAsync<string>("select body from events.queue where type = @type order by id", new { type = EventTypes.UserMediaReceived }))
            .ConvertAll(body => JsonSerializer.Deserialize(body, ContractsJson.Default.CloudEvent)!.Data.Deserialize(ContractsJson.Default.UserMediaReceived)!);
        Assert.Equal(
            [("of no use", false, null), ("of use", true, MediaPurposes.Portrait), ("seen by people", true, null)],
            asked.Select(file => (file.MessageId, file.IsWanted!.Value, file.Purpose)));
    }

    [Fact]
    public async Task Share_of_a_day_is_one_persons_in_all_chats_and_is_never_exceeded()
    {
        await Host.SayAsync("15550001", "hello");
        await Host.SayAsync("15550002", "hello");
        var conversations = await QueryAsync<long>("select id from chat.conversations order by id");
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var quota = new MediaQuota(connections, new MediaQuotaOptions(256 * Megabyte), Time);

        Assert.True(await quota.HasRoomAsync(conversations[0], default));
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => quota.TryTakeAsync(conversations[0], 20 * Megabyte, default)));
        Assert.Equal(12, taken.Count(isTaken => isTaken));
        Assert.True(await quota.TryTakeAsync(conversations[0], 16 * Megabyte, default));
        Assert.False(await quota.HasRoomAsync(conversations[0], default));
        Assert.True(await quota.HasRoomAsync(conversations[1], default));
        Assert.Equal([PhotoFaults.TooMany, PhotoFaults.TooManyAgain], [await quota.RefuseAsync(conversations[0], default), await quota.RefuseAsync(conversations[0], default)]);

        Time.Advance(TimeSpan.FromDays(1));
        Assert.True(await quota.TryTakeAsync(conversations[0], 256 * Megabyte, default));
        Assert.False(await quota.TryTakeAsync(conversations[1], 257 * Megabyte, default));
        Assert.False(await quota.TryTakeAsync(999, 1, default));
        Assert.Equal(PhotoFaults.TooMany, await quota.RefuseAsync(conversations[0], default));

        await ExecuteAsync("delete from chat.conversations; delete from chat.people");
        Assert.Equal(0, await CountAsync("chat.media_days"));
    }

    private async Task SendAsync(string id)
    {
        var text = Host.Message("15550009", "", id);
        await Host.StoreAsync(text with { Message = text.Message with { Content = new MediaContent("media", "image/jpeg", null, null, null, false, false) { Type = "image" } } });
        await Host.IdleAsync();
    }
}
