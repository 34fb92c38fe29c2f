using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Money;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;

namespace WhatsAppBots.Transcripts.Tests;

/// <summary>
/// The other apps, as a transcript has them speak: what they tell goes through the inbox with the ids that the bot
/// published, and what the bot wants of them is shown.
/// </summary>
internal sealed partial class News(string database, IInbox inbox, TimeProvider time, string bot)
{
    private const string Sql = "select id, body from events.queue where id > $1 order by id";
    private const string Portraits = "portraits";

    private const string ConversationSql = "select id, workspace_id from chat.conversations order by id limit 1";

    private static readonly Uri _page = new("https://pay.example/1");

    private static readonly IReadOnlyList<string> _qualities = ["man", "woman", "dim", "glaring", "soft", "alike", "from afar"];

    private readonly HashSet<string> _known = [];
    private readonly List<CloudEvent> _asked = [];
    private readonly List<string> _photos = [];
    private readonly HashSet<string> _checked = [];
    private readonly List<string> _packs = [];
    private long _read;
    private int _told;
    private int _payments;
    private long _conversation;

    /// <summary>Reads what the bot published since, and says what of it concerns photos, orders and money.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        var (wishes, photos) = (new List<string>(), new List<string>());
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = _read } } };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _read = reader.GetInt64(0);
            var e = JsonSerializer.Deserialize(reader.GetString(1), ContractsJson.Default.CloudEvent)!;

            // One that several apps receive stands there for each of them.
            if (!_known.Add(e.Id)) continue;
            _asked.Add(e);
            if (e.Type == EventTypes.UserMediaReceived && Read(e, ContractsJson.Default.UserMediaReceived) is { Purpose: not null } photo)
            {
                photos.Add(photo.MessageId);
            }
            else if (Wish(e) is { } wish)
            {
                wishes.Add(wish);
            }
        }

        // Those of one webhook stand there in no order of theirs.
        _photos.AddRange(photos.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal));
        return wishes;
    }

    /// <summary>Which of the photos a message was, from 1; null: none.</summary>
    public int? PhotoOf(string? message) => message is not null && _photos.IndexOf(message) is >= 0 and var index ? index + 1 : null;

    /// <summary>Tells the conversation one line of news.</summary>
    public async Task TellAsync(string text, int line)
    {
        await using var connection = new NpgsqlConnection(database);
        var (conversation, workspace) = await connection.QuerySingleAsync<(long, long)>(ConversationSql);
        _conversation = conversation;
        var news = bot == HabitNews.Bot
            ? await new HabitNews(connection, conversation, _asked, _photos.Where(photo => !_checked.Contains(photo)).ToList(), _checked).ParseAsync(text, line)
            : Parse(text, line);
        foreach (var (type, data) in news)
        {
            await inbox.AddAsync(workspace, conversation, $"news:{++_told}", time.GetUtcNow(), new EventInput(type, data, bot == HabitNews.Bot ? bot : Portraits), null, CancellationToken.None);
        }
    }

    private IEnumerable<(string Type, JsonElement Data)> Parse(string text, int line)
    {
        var order = OfOrder().Match(text);
        int? number = order.Success ? Number(order.Groups[1].Value) : null;
        var news = order.Success ? text[..order.Index] : text;
        if (Photos().Match(news) is { Success: true } photos) return Checks(photos, line);
        if (Pictures().Match(news) is { Success: true } pictures) return [Ready(number, Number(pictures.Groups[1].Value))];
        if (Begun().Match(news) is { Success: true } begun) return [Begins(number, begun.Groups[1] is { Success: true } minutes ? Number(minutes.Value) : 20)];
        if (Amount().Match(news) is { Success: true } amount)
        {
            var currency = amount.Groups[3].Value;
            var minor = (long)(decimal.Parse(amount.Groups[2].Value, CultureInfo.InvariantCulture) * (decimal)Math.Pow(10, Currencies.Decimals(currency)));
            return [amount.Groups[1].Value switch
            {
                "paid" => Pays(number, minor, currency, fits: false, returns: false),
                "refunded" => Returns(number, minor, currency, ofOrder: false),
                _ => Returns(number, minor, currency, ofOrder: false, left: Placed(number, line).Amount - minor),
            }];
        }

        if (text.StartsWith("ai says ", StringComparison.Ordinal)) return [Thinks(JsonElement.Parse(text["ai says ".Length..]), null)];
        if (text == "ai fails") return [Thinks(null, AiFailures.Down)];
        if (news.StartsWith("packs ", StringComparison.Ordinal)) return [Lists(news["packs ".Length..])];
        var placed = Placed(number, line);
        return news switch
        {
            "checkout" => [Of(EventTypes.CheckoutReady, new(placed.ConversationId, placed.Number, Id(placed), _page), ContractsJson.Default.CheckoutReady)],
            "checkout failed" => [Of(EventTypes.CheckoutFailed, new(placed.ConversationId, placed.Number), ContractsJson.Default.CheckoutFailed)],
            "paid" => [Pays(number, placed.Amount, placed.Currency, fits: true, returns: false)],
            "paid twice" or "paid too late" => [Pays(number, placed.Amount, placed.Currency, fits: false, returns: true)],
            "refunded" => [Returns(number, placed.Amount, placed.Currency, ofOrder: true)],
            "refund failed" => [Of(EventTypes.RefundFailed, new(placed.ConversationId, Id(placed), placed.Number, placed.Amount, placed.Currency), ContractsJson.Default.RefundFailed)],
            "disputed" => [Disputes(placed, DisputeStages.Open)],
            "disputed, refunded before" => [Disputes(placed, DisputeStages.Open, isReturned: true)],
            "dispute won" => [Disputes(placed, DisputeStages.Won)],
            "dispute lost" => [Disputes(placed, DisputeStages.Lost)],
            "payment on its way" => [Of(EventTypes.PaymentPending, new(placed.ConversationId, Id(placed), placed.Number), ContractsJson.Default.PaymentPending)],
            "payment failed" => [Of(EventTypes.PaymentFailed, new(placed.ConversationId, Id(placed), placed.Number), ContractsJson.Default.PaymentFailed)],
            "provider: not paid" => [Looks(PaymentOutcomes.Unpaid)],
            "provider: paid" => [Looks(PaymentOutcomes.Paid)],
            "provider: on its way" => [Looks(PaymentOutcomes.Pending)],
            "provider: no answer" => [Looks(PaymentOutcomes.Unreachable)],
            "training failed" => [Fails(number)],
            _ => throw new FormatException($"Line {line}: no other app tells this: {text}"),
        };
    }

    private IEnumerable<(string Type, JsonElement Data)> Checks(Match told, int line)
    {
        var waiting = _photos.Where(photo => !_checked.Contains(photo)).ToList();
        var ids = told.Groups["one"] is { Success: true } one ? [_photos[Number(one.Value) - 1]]
            : waiting.Take(told.Groups["many"] is { Success: true } many ? Number(many.Value) : 1).ToList();
        if (ids.Count == 0 || (told.Groups["many"] is { Success: true } all && ids.Count < Number(all.Value)))
        {
            throw new FormatException($"Line {line}: so many photos do not wait for their check.");
        }

        foreach (var id in ids)
        {
            _checked.Add(id);
            yield return Check(id, told.Groups["verdict"].Value == "refused", told.Groups["rest"].Value.Trim());
        }
    }

    private (string Type, JsonElement Data) Check(string photo, bool isRefused, string words)
    {
        var qualities = isRefused ? [] : words.Split(", ", StringSplitOptions.RemoveEmptyEntries).ToList();
        if (qualities.Except(_qualities).FirstOrDefault() is { } unknown) throw new FormatException($"No check sees this in a photo: {unknown}");
        var who = qualities.FirstOrDefault(word => word is "man" or "woman") ?? "woman";
        return Of(
            EventTypes.ImageProcessed,
            new(
                _conversation, photo, isRefused ? words.Replace(' ', '_') : null, who,
                new Dictionary<string, string> { ["hair_color"] = "black" },
                qualities.Contains("dim") ? 40 : qualities.Contains("glaring") ? 220 : 120,
                qualities.Contains("soft") ? 30 : 200,
                qualities.Contains("alike") ? "00000000000000ff" : Different(photo),
                qualities.Contains("from afar")),
            ContractsJson.Default.ImageProcessed);
    }

    private (string Type, JsonElement Data) Lists(string titles)
    {
        var asked = Last(EventTypes.PacksRequested, ContractsJson.Default.PacksRequested);
        var packs = titles == "none" ? [] : titles.Split(", ").Select(title => Pack(title, asked.Images)).ToList();
        return Of(
            EventTypes.PacksListed, new(asked.ConversationId, asked.Class, asked.Tier, packs), ContractsJson.Default.PacksListed);
    }

    private ListedPack Pack(string told, int images)
    {
        var title = told.Replace(" (no examples)", "", StringComparison.Ordinal);
        if (!_packs.Contains(title)) _packs.Add(title);
        var id = 101 + _packs.IndexOf(title);
        return new ListedPack(id, title, images, $"packs/{id}.jpg", told == title ? $"packs/{id}.mp4" : null);
    }

    private (string Type, JsonElement Data) Pays(int? number, long amount, string currency, bool fits, bool returns)
    {
        var placed = Placed(number, 0);
        return Of(
            EventTypes.PaymentReceived,
            new(placed.ConversationId, Id(placed), fits, amount, currency, placed.Number, $"stripe:pi_{++_payments}", returns),
            ContractsJson.Default.PaymentReceived);
    }

    private (string Type, JsonElement Data) Looks(string outcome)
    {
        var asked = Last(EventTypes.PaymentAsked, ContractsJson.Default.PaymentAsked);
        return Of(EventTypes.PaymentLooked, new(asked.ConversationId, asked.Number, asked.Reason, outcome), ContractsJson.Default.PaymentLooked);
    }

    private static (string Type, JsonElement Data) Disputes(OrderPlaced placed, string stage, bool isReturned = false) => Of(
        EventTypes.PaymentDisputed, new(placed.ConversationId, Id(placed), placed.Number, placed.Amount, placed.Currency, stage, isReturned),
        ContractsJson.Default.PaymentDisputed);

    private (string Type, JsonElement Data) Returns(int? number, long amount, string currency, bool ofOrder, long? left = null)
    {
        var placed = Placed(number, 0);
        return Of(
            EventTypes.PaymentRefunded, new(placed.ConversationId, Id(placed), placed.Number, amount, currency, ofOrder, ofOrder ? 0 : left),
            ContractsJson.Default.PaymentRefunded);
    }

    private (string Type, JsonElement Data) Begins(int? number, int minutes)
    {
        var wanted = Wanted(number);
        return Of(
            EventTypes.TuneCreated, new(wanted.ConversationId, wanted.OrderId, Tune(wanted), time.GetUtcNow().AddMinutes(minutes)),
            ContractsJson.Default.TuneCreated);
    }

    private (string Type, JsonElement Data) Fails(int? number)
    {
        var wanted = Wanted(number);
        return Of(
            EventTypes.TrainingFailed, new(wanted.ConversationId, wanted.OrderId, wanted.Attempt, "refused"), ContractsJson.Default.TrainingFailed);
    }

    private (string Type, JsonElement Data) Ready(int? number, int pictures)
    {
        var (wanted, now) = (Wanted(number), time.GetUtcNow());
        return Of(
            EventTypes.PicturesReady,
            new(wanted.ConversationId, wanted.OrderId, Tune(wanted),
                [.. Enumerable.Range(1, pictures).Select(each => $"pictures/{wanted.OrderId}/{wanted.Attempt}/{each}.jpg")],
                new Uri($"https://files.example/{NumberOf(wanted.OrderId)}"), now, now.AddDays(30)),
            ContractsJson.Default.PicturesReady);
    }

    private string? Wish(CloudEvent e) => e.Type switch
    {
        EventTypes.PhotosErased => Read(e, ContractsJson.Default.PhotosErased).MessageIds is [var one]
            ? $"photo {PhotoOf(one)} is erased" : "all photos are erased",
        EventTypes.PacksRequested when Read(e, ContractsJson.Default.PacksRequested) is var packs => $"packs are looked up: {packs.Tier}, {packs.Class}",
        EventTypes.OrderPlaced when Read(e, ContractsJson.Default.OrderPlaced) is var placed =>
            string.Create(CultureInfo.InvariantCulture, $"order {placed.Number} is placed: {placed.Description}, {Currencies.Text(placed.Amount, placed.Currency)}"),
        EventTypes.PaymentAsked => $"the provider is asked about order {Read(e, ContractsJson.Default.PaymentAsked).Number}",
        EventTypes.OrderCancelled => $"order {Read(e, ContractsJson.Default.OrderCancelled).Number} is called off",
        EventTypes.OrderFulfilled => $"order {NumberOf(Read(e, ContractsJson.Default.OrderFulfilled).OrderId)} is delivered",
        EventTypes.RefundRequested when Read(e, ContractsJson.Default.RefundRequested) is var refund =>
            $"{(refund.Payment is null ? "all that was paid" : refund.Payment)} for order {NumberOf(refund.OrderId)} is given back",
        EventTypes.TrainingRequested when Read(e, ContractsJson.Default.TrainingRequested) is var wanted =>
            $"order {NumberOf(wanted.OrderId)} is made{(wanted.Attempt > 1 ? " again" : "")} for a {wanted.Class}: "
            + (wanted.Model is null ? $"{wanted.MessageIds.Count} photos" : "a saved model"),
        EventTypes.PicturesErased => $"pictures of order {NumberOf(Read(e, ContractsJson.Default.PicturesErased).OrderId)} are erased",
        _ => HabitNews.Wish(e),
    };

    private (string Type, JsonElement Data) Thinks(JsonElement? answer, string? failure)
    {
        var asked = Last(EventTypes.AiAsked, ContractsJson.Default.AiAsked);
        return Of(EventTypes.AiAnswered, new(_conversation, asked.Task, asked.Request, answer, failure), ContractsJson.Default.AiAnswered);
    }

    private OrderPlaced Placed(int? number, int line) =>
        _asked.Where(e => e.Type == EventTypes.OrderPlaced).Select(e => Read(e, ContractsJson.Default.OrderPlaced))
            .LastOrDefault(order => number is null || order.Number == number)
        ?? throw new FormatException($"Line {line}: nothing is ordered, or it is no news.");

    private TrainingRequested Wanted(int? number) =>
        _asked.Where(e => e.Type == EventTypes.TrainingRequested).Select(e => Read(e, ContractsJson.Default.TrainingRequested))
            .Last(wanted => number is null || NumberOf(wanted.OrderId) == number);

    private T Last<T>(string type, JsonTypeInfo<T> info) => Read(_asked.Last(e => e.Type == type), info);

    private static T Read<T>(CloudEvent e, JsonTypeInfo<T> info) => e.Data.Deserialize(info)!;

    // As the Payments app would number them, and the AI provider.
    private static long Id(OrderPlaced placed) => 7000 + placed.Number;

    private static int NumberOf(long order) => (int)(order - 7000);

    private static long Tune(TrainingRequested wanted) => wanted.Model ?? (wanted.OrderId * 10) + wanted.Attempt;

    // Far from one another, as pictures of different moments are.
    internal static string Different(string photo) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(photo)).AsSpan(0, 8));

    private static (string Type, JsonElement Data) Of<T>(string type, T data, JsonTypeInfo<T> info) => (type, JsonSerializer.SerializeToElement(data, info));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@" of order (\d+)$")]
    private static partial Regex OfOrder();

    [GeneratedRegex(@"^(?:photo(?: (?<one>\d+))?|(?<many>\d+) photos) (?<verdict>accepted|refused)(?<rest>.*)$")]
    private static partial Regex Photos();

    [GeneratedRegex(@"^(\d+) pictures ready$")]
    private static partial Regex Pictures();

    [GeneratedRegex(@"^training begun(?:, (\d+) minutes)?$")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^(paid|refunded|refunded in part) (\d+(?:\.\d+)?) ([A-Z]{3})$")]
    private static partial Regex Amount();
}
