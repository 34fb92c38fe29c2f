using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.BotKit;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Habits.Backend;
using WhatsAppBots.Testing;
using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Transcripts.Tests;

/// <summary>Plays a transcript on the real engine and a real PostgreSQL, with the bots and Meta's limits as they are.</summary>
internal sealed class TranscriptRunner : IAsyncDisposable
{
    private const string Number = "100000000000001";
    private const string NextTimerSql = "select min(due_at) from chat.timers where not fired";

    private readonly ServiceProvider _product;
    private readonly ManualTime _time = new();
    private readonly FakeChannel _phone;
    private readonly EngineHost _host;
    private readonly TestDatabase _database;
    private readonly Transcript _transcript;
    private readonly News _news;
    private readonly StatedSnapshots _snapshots;
    private readonly List<OutgoingContent> _answers = [];
    private int _seen;
    private int _sent;

    private TranscriptRunner(
        ServiceProvider product, FakeChannel phone, EngineHost host, ManualTime time, TestDatabase database, Transcript transcript, StatedSnapshots snapshots)
    {
        (_product, _phone, _host, _time, _database, _transcript, _snapshots) = (product, phone, host, time, database, transcript, snapshots);
        _news = new News(database.ConnectionString, host.Inbox, time, transcript.Bot);
    }

    /// <summary>Plays it, after what comes before it.</summary>
    /// <returns>The chat as it went, in the same form; equal to the file's if all is well.</returns>
    /// <param name="bots">Bots besides those of the product.</param>
    public static async Task<(string Expected, string Actual)> PlayAsync(
        IReadOnlyList<Transcript> before, Transcript transcript, params IReadOnlyList<IBot> bots)
    {
        var database = await TestDatabase.CreateAsync();
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(new AiPresence(transcript.AsksAi)).AddWhatsApp(configuration);
        foreach (var bot in bots) services.AddSingleton(bot);
        var product = services.AddBots(configuration).BuildServiceProvider();
        var phone = new FakeChannel { Rules = product.GetRequiredService<IChannel>() };
        var time = new ManualTime();
        var snapshots = new StatedSnapshots(product.GetRequiredService<IConversationHandler>());
        var host = await EngineHost.StartAsync(database.ConnectionString, snapshots, phone, time, host => host.AddHabitsStore(), (Number,
            transcript.Bot));
        await using var runner = new TranscriptRunner(product, phone, host, time, database, transcript, snapshots);
        foreach (var each in before) await runner.PlayAsync(each.Steps);
        return await runner.PlayAsync(transcript.Steps);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _product.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<(string Expected, string Actual)> PlayAsync(IReadOnlyList<Step> steps)
    {
        var (expected, actual) = (new StringBuilder(), new StringBuilder());
        foreach (var step in steps)
        {
            Append(expected, step.Mark, string.Join("\n", step.Text.Split('\n').Where(line => line.Trim().Length > 0)));
            if (step.Mark is '<' or '=') continue;
            Append(actual, step.Mark, step.Text);
            try
            {
                await PlayAsync(step);
            }
            catch (FormatException e)
            {
                throw new FormatException($"{e.Message}\nSo far it went like this:\n\n{actual}", e);
            }

            await _host.IdleAsync();
            var wishes = await _news.ReadAsync();
            foreach (var answer in NewAnswers()) Append(actual, '<', answer);
            foreach (var wish in wishes) Append(actual, '=', wish);
        }

        return (expected.ToString(), actual.ToString());
    }

    private async Task PlayAsync(Step step)
    {
        if (step.Mark == '@') await WaitAsync(step);
        else if (step.Mark == '!' && _snapshots.Take(step)) return;
        else if (step.Mark == '!') await _news.TellAsync(step.Text, step.Line);
        else if (step.Text.EndsWith(" photos", StringComparison.Ordinal) && int.TryParse(step.Text[..^7], out var photos)) await SendAsync(photos);
        else await WriteAsync(step);
    }

    private async Task SendAsync(int photos)
    {
        _time.Advance(TimeSpan.FromSeconds(5));
        await _host.StoreAsync([.. Enumerable.Range(0, photos).Select(_ => Received(Photo("image", null)))]);
    }

    private async Task WriteAsync(Step step)
    {
        // Meta's times are whole seconds, and a person takes a few.
        _time.Advance(TimeSpan.FromSeconds(5));
        await _host.StoreAsync(Received(Content(step)));
    }

    private ReceivedMessage Received(IncomingContent content) => new(
        new IncomingMessage($"wamid.{++_sent}", _time.GetUtcNow(), Number, new Sender(_transcript.Phone, null, _transcript.Name), content), "{}");

    private async Task WaitAsync(Step step)
    {
        var amount = double.Parse(step.Text[1..^1], CultureInfo.InvariantCulture);
        var until = _time.GetUtcNow() + step.Text[^1] switch
        {
            's' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMinutes(amount),
            'h' => TimeSpan.FromHours(amount),
            'd' => TimeSpan.FromDays(amount),
            _ => throw new FormatException($"Line {step.Line}: {step.Text}"),
        };

        // What falls due on the way happens at its own time, and what comes of it before the next.
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        while (await connection.QuerySingleAsync<DateTime?>(NextTimerSql) is { } next && next <= until.UtcDateTime)
        {
            if (next > _time.GetUtcNow().UtcDateTime) _time.Advance(next - _time.GetUtcNow().UtcDateTime);
            await _host.Services.GetRequiredService<DueTimers>().FireAsync(CancellationToken.None);
            await _host.IdleAsync();
        }

        _time.Advance(until - _time.GetUtcNow());
        await _host.Services.GetRequiredService<DueTimers>().FireAsync(CancellationToken.None);
    }

    private IncomingContent Content(Step step)
    {
        if (step.Text.StartsWith('[') && step.Text.IndexOf(']') is > 0 and var end) return Tap(step.Text[1..end], step.Text[(end + 1)..].Trim(), step.Line);
        if (!step.Text.StartsWith('(')) return new TextContent(step.Text) { Type = "text" };
        var type = step.Text[1..step.Text.IndexOf(')')];
        var rest = step.Text[(type.Length + 2)..].Trim();
        return type switch
        {
            "image" => Photo("image", rest.Length == 0 ? null : rest),
            "photo as document" => Photo("document", rest.Length == 0 ? null : rest),
            "video" or "document" or "audio" or "sticker" => new MediaContent(
                $"media.{_sent}", "application/octet-stream", null, rest.Length == 0 ? null : rest, null, false, false)
            { Type = type },
            "location" => new LocationContent(40.4, -3.7, null, null) { Type = type },
            "contact" => new ContactsContent([new ContactCard("Ann", ["15550002222"])]) { Type = "contacts" },
            "reaction" => new ReactionContent("wamid.out.1", rest) { Type = type },
            "opened" => new WelcomeContent { Type = "request_welcome" },
            "poll" => new UnsupportedContent("poll") { Type = "unsupported" },
            _ => throw new FormatException($"Line {step.Line}: {type}"),
        };
    }

    private MediaContent Photo(string type, string? caption) => new($"media.{_sent}", "image/jpeg", null, caption, null, false, false) { Type = type };

    // The latest of that title: that is the one a thumb finds.
    private ChoiceContent Tap(string title, string words, int line)
    {
        var choice = _answers.AsEnumerable().Reverse().Where(answer => Rendering.Of(answer).Contains(words, StringComparison.Ordinal))
            .SelectMany(Rendering.ChoicesOf).FirstOrDefault(choice => choice.Title == title)
            ?? throw new FormatException($"Line {line}: there is nothing called [{title}] to tap.");
        return new ChoiceContent(choice.Id, choice.Title, choice.Description) { Type = "interactive" };
    }

    private IEnumerable<string> NewAnswers()
    {
        var all = _phone.Sent.ToArray();
        var added = all[_seen..].Where(message => message.Content is not ReadMark).ToList();
        _seen = all.Length;
        _answers.AddRange(added.Select(message => message.Content));
        return Rendering.Of(added, _news.PhotoOf);
    }

    private static void Append(StringBuilder chat, char mark, string text) =>
        chat.Append(mark).Append(' ').Append(text.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
}
