using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Testing;
using Xunit.Abstractions;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>
/// Random lives of people who change telephones and user ids, against what is true of them: whatever a conversation says (answers,
/// reminders, pushes) goes to where its person is now, and nobody is shown the state of someone else. Two processes share the work, some turns
/// are handled beside the batches, and some people share their telephone because they were asked to.
/// </summary>
public sealed class IdentityPropertyTests(ITestOutputHelper output) : EngineTest
{
    private const int Lives = 120;
    private const int Ticks = 10;

    // Longer than a batch waits for a conversation without taking it for slow.
    private static readonly TimeSpan _slowTurn = TimeSpan.FromMilliseconds(60);
    private static readonly ManualResetEventSlim _never = new();

    [Fact]
    public async Task Messages_OfAnyLife_GoToWhereThePersonIs()
    {
        var first = Environment.GetEnvironmentVariable("IDENTITY_SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Random.Shared.Next(1_000_000);
        output.WriteLine($"IDENTITY_SEED={first}");
        Bot.Override = Answer;
        await Host.DisposeAsync();
        Host = await EngineHost.StartAsync(Database.ConnectionString, Bot, Channel, Time, null, ("1000", "test"), ("2000", "test"));
        await using var second = await EngineHost.StartAsync(Database.ConnectionString, Bot, Channel, Time, null, ("1000", "test"), ("2000", "test"));
        var hosts = new Random(first);
        Life[] lives = [.. Enumerable.Range(0, Lives).Select(n => new Life(n, first + n, Time.GetUtcNow().AddHours(-10)))];
        for (var tick = 0; tick < Ticks; tick++)
        {
            var steps = lives.Select(life => life.Step()).ToList();
            for (var n = 0; n < steps.Max(step => step.Count); n++)
            {
                await Task.WhenAll(steps.Where(step => n < step.Count).Select(step => (hosts.Next(2) == 0 ? Host : second).StoreAsync(step[n])));
                await Host.IdleAsync();
                await second.IdleAsync();
                await Host.IdleAsync();
            }

            Check(lives, first);
            foreach (var life in lives) life.ExpectNoMore();
            if (tick % 3 != 2) continue;
            await RemindAsync(tick);
            Check(lives, first);
        }

        // Nothing of the kind that the columns must never say.
        Assert.Equal(0, await CountAsync("(select 1 from chat.people where phone is not null group by workspace_id, phone having count(*) > 1) as twice"));
        Assert.Equal(0, await CountAsync("(select 1 from chat.people where user_id is not null group by workspace_id, user_id having count(*) > 1) as twice"));
        Assert.Equal(0, await CountAsync(
            """
            chat.people p where (phone is not null and not exists
                (select 1 from chat.identities i where i.kind = 'phone' and i.value = p.phone and i.person_id = p.id and i.left_at is null))
              or (user_id is not null and not exists
                (select 1 from chat.identities i where i.kind = 'user_id' and i.value = p.user_id and i.person_id = p.id))
            """));
        Assert.Equal(0, await CountAsync(
            "chat.identities i join chat.people p on p.id = i.person_id where i.kind = 'phone' and i.left_at is null and p.phone is distinct from i.value"));
    }

    private async Task RemindAsync(int tick)
    {
        await Host.Services.GetRequiredService<DueTimers>().FireAsync(CancellationToken.None);
        await Host.IdleAsync();
        foreach (var id in await QueryAsync<long>("select id from chat.conversations where closed_at is null"))
        {
            await Host.Inbox.AddAsync(
                1, id, $"event:{tick}/{id}", Time.GetUtcNow(), new EventInput("push", JsonSerializer.SerializeToElement(1)), null, CancellationToken.None);
        }

        await Host.IdleAsync();
    }

    private void Check(Life[] lives, int first)
    {
        while (Channel.Sent.TryDequeue(out var sent))
        {
            var words = ((TextMessage)sent.Content).Body.Split(' ');
            var life = lives[int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)];
            if (life.Fault(sent.Recipient, words) is { } fault)
                Assert.Fail($"IDENTITY_SEED={first}, life {words[1]}: {fault}\n{string.Join('\n', life.History)}");
        }

        foreach (var life in lives)
        {
            if (life.Unanswered is { } text) Assert.Fail($"IDENTITY_SEED={first}: no answer to {text}\n{string.Join('\n', life.History)}");
        }
    }

    // "life person text": the state keeps whose it is.
    private static Transition Answer(Conversation conversation, Input input)
    {
        var known = conversation.Data == "{}" ? null : JsonSerializer.Deserialize<string>(conversation.Data);
        var timer = new StartTimer("t", conversation.Now);
        if (input is MessageInput { Message: { Sender.Username: "slow", Content: var slow } } && slow.Summary.Length > 0) _never.Wait(_slowTurn);
        return input switch
        {
            MessageInput { Message.Content: TextContent or ContactsContent } message when message.Message.Content.Summary is var body => new Transition(
                "s", JsonSerializer.Serialize(Owner(body)), [new Say(new TextMessage($"answer {body} {known ?? Owner(body)}")), timer]),
            TimerInput when known is not null => new Transition(
                "s", conversation.Data, [new Say(new TextMessage($"reminder {known}"), Purpose.Reminder), timer]),
            EventInput when known is not null => new Transition("s", conversation.Data, [new Say(new TextMessage($"push {known}"), Purpose.Result)]),
            _ => new Transition(conversation.State, conversation.Data, []),
        };
    }

    private static string Owner(string body) => string.Join(' ', body.Split(' ').Take(2));

    /// <summary>Some people, what is true of them, and what happens next. Every change is told in one of the forms there are.</summary>
    private sealed class Life(int number, int seed, DateTimeOffset begins)
    {
        private readonly Random _random = new(seed);
        private readonly List<Human> _people = [];
        private readonly List<string> _free = [];
        private readonly HashSet<string> _waiting = [];
        private int _keys;
        private int _messages;
        private DateTimeOffset _now = begins;

        public List<string> History { get; } = [];

        public string? Unanswered => _waiting.FirstOrDefault();

        public void ExpectNoMore() => _waiting.Clear();

        /// <summary>What is wrong about a message that was sent.</summary>
        /// <param name="words">answer, life, person, text, life and person of the state; or reminder or push, life, person.</param>
        public string? Fault(Recipient to, string[] words)
        {
            var human = _people[int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture)];
            if (words[0] == "answer")
            {
                _waiting.Remove(words[3]);
                if (words[2] != words[5]) return $"person {words[2]} was shown the state of person {words[5]}";
            }

            var address = to.Phone ?? to.UserId;
            return address is not null && (address == human.Phone || address == human.UserId)
                ? null : $"{string.Join(' ', words)} went to {address ?? "nobody"}; {human}";
        }

        /// <summary>What is delivered, in order; the last says all there is to know.</summary>
        public List<ReceivedMessage> Step()
        {
            _now += TimeSpan.FromSeconds(5);
            if (_people.Count < 2) return [Text(Born(null))];
            var human = _people[_random.Next(_people.Count)];
            return _random.Next(9) switch
            {
                0 => [Text(Born(null))],
                1 => Recycled(),
                2 or 3 => Changed(human),
                4 => TakenOver(human),
                5 => IdChanged(human),
                _ => [Text(human)],
            };
        }

        private Human Born(string? phone)
        {
            var human = new Human(_people.Count) { Phone = phone ?? Key("1555"), UserId = Key("US.") };
            _people.Add(human);
            return human;
        }

        // From any of the keys they are known by, or both.
        private ReceivedMessage Text(Human human, bool bothKeys = false)
        {
            var (phone, userId) = (human.Phone, human.UserId);
            var form = _random.Next(3);

            // A telephone alone tells nothing new: whose it is must be known, or that it is nobody's.
            if (!bothKeys && form == 0 && phone is not null && (human.PhoneIsTold || human.IsNew || !human.IsLinked)) userId = null;
            else if (!bothKeys && form == 1 && (human.IdIsTold || human.IsNew || !human.IsLinked)) phone = null;
            human.PhoneIsTold |= phone is not null;
            human.IdIsTold |= userId is not null;
            human.IsLinked |= phone is not null && userId is not null;
            human.IsNew = false;
            return Said(human, phone, userId, _now);
        }

        private ReceivedMessage Said(Human human, string? phone, string? userId, DateTimeOffset at)
        {
            var token = $"t{++_messages}";
            _waiting.Add(token);
            var text = $"{number} {human.Number} {token}";
            var sender = new Sender(phone, userId, "Ann") { Username = _messages % 37 == 0 ? "slow" : _random.Next(3) == 0 ? $"user{_random.Next(5)}" : null };

            // A card that they were asked for tells the telephone of who is known by a user id alone.
            IncomingContent content = phone is not null && userId is not null && _random.Next(3) == 0
                ? new ContactsContent([new ContactCard(text, [phone])]) { Type = "contacts", SharedPhone = phone }
                : new TextContent(text) { Type = "text" };
            return Message(sender, content, at, _random.Next(2) == 0 ? "1000" : "2000");
        }

        // A number that is somebody else's now, without a word of those who had it: the new user id tells.
        private List<ReceivedMessage> Recycled()
        {
            var former = _people.Where(person => person is { Phone: not null, PhoneIsTold: true, IdIsTold: true, IsLinked: true }).ToList();
            if (former.Count == 0 || _random.Next(2) == 0)
            {
                // Or one that its holder was told to have left; then even the number alone is a stranger.
                if (_free.Count == 0) return [Text(Born(null), bothKeys: true)];
                var free = _free[_random.Next(_free.Count)];
                _free.Remove(free);
                var stranger = Born(free);
                if (_random.Next(2) == 0) return [Text(stranger, bothKeys: true)];
                (stranger.PhoneIsTold, stranger.IsNew) = (true, false);
                return [Said(stranger, stranger.Phone, null, _now)];
            }

            var loser = former[_random.Next(former.Count)];
            var phone = loser.Phone;
            loser.Phone = null;
            loser.PhoneIsTold = false;
            return [Text(Born(phone), bothKeys: true)];
        }

        private List<ReceivedMessage> Changed(Human human) => Move(human, Key("1666"), maySpeakFirst: true);

        // To a number that was another's, who has lost it.
        private List<ReceivedMessage> TakenOver(Human human)
        {
            var other = _people.FirstOrDefault(person => person != human && person is { Phone: not null, PhoneIsTold: true });
            if (other is null || human is { PhoneIsTold: false, IdIsTold: false }) return Changed(human);
            var (phone, isToldApart) = (other.Phone!, other is { IdIsTold: true, IsLinked: true });
            (other.Phone, other.PhoneIsTold) = (null, false);
            return Move(human, phone, maySpeakFirst: isToldApart);
        }

        private List<ReceivedMessage> Move(Human human, string phone, bool maySpeakFirst)
        {
            var (oldPhone, oldId) = (human.Phone, human.UserId);
            var (phoneWasTold, idWasTold) = (human.PhoneIsTold, human.IdIsTold);
            if (!phoneWasTold && !idWasTold) return [Text(human, bothKeys: true)];
            (human.Phone, human.UserId) = (phone, Key("US."));
            var wasLinked = human.IsLinked;
            (human.PhoneIsTold, human.IdIsTold) = (true, false);
            if (oldPhone is not null && phoneWasTold) _free.Add(oldPhone);
            var changedAt = _now;
            _now += TimeSpan.FromSeconds(5);

            // With ids and the old number; with ids alone; as it was before there were ids.
            var form = !idWasTold ? 2 : !phoneWasTold ? 1 : wasLinked ? _random.Next(3) : 0;
            var news = form switch
            {
                0 => News(new Sender(oldPhone, oldId, null), "user_changed_number", phone, human.UserId, changedAt),
                1 => News(new Sender(null, oldId, null), "user_changed_number", phone, human.UserId, changedAt),
                _ => News(new Sender(oldPhone, null, null), "user_changed_number", phone, null, changedAt),
            };
            human.IdIsTold = human.IsLinked = form != 2;
            var steps = new List<ReceivedMessage>();
            switch (_random.Next(5))
            {
                // The news are late: they wrote before.
                case 0 when form != 2 && maySpeakFirst:
                    steps.Add(Said(human, phone, human.UserId, _now));
                    steps.Add(news);
                    break;

                // A text of before the change is late.
                case 1:
                    steps.Add(news);
                    steps.Add(Said(human, phoneWasTold ? oldPhone : null, idWasTold && (form != 2 || !phoneWasTold) ? oldId : null, changedAt - TimeSpan.FromSeconds(2)));
                    break;

                // Told twice.
                case 2:
                    steps.Add(news);
                    steps.Add(news);
                    break;
                default:
                    steps.Add(news);
                    break;
            }

            return steps;
        }

        // The number changed too, but to which is not told.
        private List<ReceivedMessage> IdChanged(Human human)
        {
            if (!human.IdIsTold || (human.PhoneIsTold && !human.IsLinked)) return [Text(human, bothKeys: true)];
            var oldId = human.UserId;
            if (human is { Phone: not null, PhoneIsTold: true }) _free.Add(human.Phone);
            (human.Phone, human.UserId, human.PhoneIsTold, human.IsLinked) = (Key("1777"), Key("US."), false, true);
            var sender = new Sender(null, oldId, null);
            return [News(sender, "user_changed_user_id", null, human.UserId, _now)];
        }

        private ReceivedMessage News(Sender was, string change, string? phone, string? userId, DateTimeOffset at) =>
            Message(was, new SystemContent(change, null, phone, userId) { Type = "system" }, at, _random.Next(2) == 0 ? "1000" : "2000");

        private ReceivedMessage Message(Sender sender, IncomingContent content, DateTimeOffset at, string businessNumber)
        {
            History.Add($"{at:HH:mm:ss} {sender.Phone ?? "-"}/{sender.UserId ?? "-"} to {businessNumber}: {content}");
            return new ReceivedMessage(new IncomingMessage($"w.{number}.{++_messages}", at, businessNumber, sender, content), "{}");
        }

        private string Key(string prefix) => $"{prefix}{number:0000}{++_keys:000}";
    }

    private sealed record Human(int Number)
    {
        public string? Phone { get; set; }
        public string? UserId { get; set; }

        /// <summary>The product heard of the present telephone, or user id.</summary>
        public bool PhoneIsTold { get; set; }
        public bool IdIsTold { get; set; }
        public bool IsNew { get; set; } = true;

        /// <summary>A message had both of them.</summary>
        public bool IsLinked { get; set; }
    }
}
