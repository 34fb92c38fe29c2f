using System.Collections.Concurrent;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests.Upgrade;

/// <summary>The cast's way over a change of release: to their states with the older one, and on from there.</summary>
internal sealed class Play(Stage stage, ITestOutputHelper output)
{
    // As the older release says it, and as this one does: either may send it.
    private static readonly string[] _reminders = ["🌱 It is time for", "🌱 It's time for"];

    private const int Pictures = 12;

    private static readonly string[] _ofPictures = ["Made by AI", "All of them in full size", "How do you like"];

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly IReadOnlyList<Role> _cast = Cast.Of(stage);

    // Messages that a person had before the change; nobody's phone remembers any of a database that was stored.
    private readonly Dictionary<Role, int> _seen = [];

    // What must have come since, by person.
    private readonly Dictionary<Role, List<string>> _answers = [];

    /// <summary>Leads everybody to their state; at the end some answers wait in the outbox, and one order is in training.</summary>
    public async Task PrepareAsync()
    {
        await PrepareAsync(_cast.Where(role => role.State != "Training"));

        // Last: from then on no training ends.
        await PrepareAsync(_cast.Where(role => role.State == "Training"));
        await Stage.UntilAsync(async () => await WaitingAsync() == 0, "the older release is through");
        foreach (var role in _cast) _seen[role] = (await stage.Customer(role).ReceivedAsync()).Count;

        var unsent = _cast.Where(role => role.Unsent.Count > 0).ToList();
        await stage.RefuseAsync(unsent);
        foreach (var role in unsent)
        {
            foreach (var text in role.Unsent) await stage.Customer(role).SayAsync(text);
        }

        var count = unsent.Sum(role => role.Unsent.Count);
        await Stage.UntilAsync(
            async () => await stage.CountAsync("chat.inbox") == 0 && await stage.CountAsync("chat.outbox") == count,
            "the outbox is full");
        await AssertStatesAsync();
    }

    /// <summary>Checks that the database has everybody where the cast says.</summary>
    public async Task AssertStatesAsync() => Assert.Equal(
        _cast.Select(role => role.Name).Order(StringComparer.Ordinal),
        (await stage.QueryAsync<string>(
            """
            select p.phone || ' (' || c.bot || ', ' || c.state || ')' from chat.conversations c join chat.people p on p.id = c.person_id
            """)).Order(StringComparer.Ordinal));

    /// <summary>Everybody does what comes next.</summary>
    public async Task GoOnAsync()
    {
        foreach (var role in _cast) _answers[role] = [.. role.Answers];
        await Task.WhenAll(_cast.Select(role => role.GoOn(stage, stage.Customer(role))));
        await AnsweredAsync(_cast.Where(role => role.State == "Training"));
        await stage.EndTrainingAsync();
    }

    /// <summary>Those whose answers waited write once more and are answered.</summary>
    public async Task AskAsync(string text, string answer)
    {
        var talkers = _cast.Where(role => role.Bot == "echo" && role.Unsent.Count > 0).ToList();
        foreach (var role in talkers)
        {
            _answers[role].Add(answer);
            await stage.Customer(role).SayAsync(text);
        }

        await AnsweredAsync(talkers);
    }

    /// <summary>Waits until everybody has what they must have, nothing is left to do, and nobody has more.</summary>
    public async Task EndAsync()
    {
        await AnsweredAsync(_cast);
        await Stage.UntilAsync(IsThroughAsync, "nothing is left to do");
        await AnsweredAsync(_cast);
        Assert.Equal(0, await stage.CountAsync("events.dead_letters"));
        Assert.Equal(0, await stage.CountAsync("chat.statuses where status = 'possibly_doubled'"));
        Assert.Equal(0, await stage.CountAsync("money.orders o where state not in ('open', 'fulfilled')"));
        foreach (var role in _cast.Where(role => role.GetsPictures))
        {
            var pictures = await stage.Customer(role).PicturesAsync();
            Assert.Equal((Pictures, Pictures), (pictures.Count, pictures.Distinct().Count()));
            Assert.Equal(1, await stage.Customer(role).TimesAsync("How do you like"));
        }

        var states = _cast.Select(role => (role.Bot, role.State)).Distinct().Count();
        output.WriteLine($"{_cast.Count} people in {states} states were answered.");
    }

    /// <summary>The reminder that fell due came, once.</summary>
    public async Task AssertReminderAsync()
    {
        foreach (var role in _cast.Where(role => role.Reminder is not null))
        {
            await stage.Customer(role).SeesAsync("time for");
            var reminders = (await stage.Customer(role).ReceivedAsync()).Select(Customer.Text).Where(IsReminder);
            Assert.Contains(role.Reminder!, Assert.Single(reminders), StringComparison.Ordinal);
        }
    }

    private async Task PrepareAsync(IEnumerable<Role> roles)
    {
        var faults = new ConcurrentQueue<string>();
        await Task.WhenAll(roles.Select(async role =>
        {
            try
            {
                await role.Prepare(stage, stage.Customer(role));
            }
            catch (Exception e)
            {
                faults.Enqueue($"{role.Name}: {e.Message}");
            }
        }));
        if (!faults.IsEmpty) Assert.Fail($"The older release did not get everybody ready.\n{string.Join('\n', faults)}\n{stage.Logs()}");
    }

    private async Task AnsweredAsync(IEnumerable<Role> roles)
    {
        var faults = (await Task.WhenAll(roles.Select(FaultAsync))).OfType<string>().ToList();
        if (faults.Count > 0) Assert.Fail($"{string.Join('\n', faults)}\n{stage.Logs()}");
    }

    // Null: the person has all answers, in order, and nothing else.
    private async Task<string?> FaultAsync(Role role)
    {
        var (answers, texts) = (_answers[role], new List<string>());
        var until = Environment.TickCount64 + (long)_patience.TotalMilliseconds;
        while ((texts = await NewAsync(role)).Count < answers.Count && Environment.TickCount64 < until) await Task.Delay(100);
        return texts.Count == answers.Count && texts.Zip(answers).All(pair => pair.First.Contains(pair.Second, StringComparison.Ordinal))
            ? null
            : $"{role.Name} was to get [{string.Join(" | ", answers)}], and got [{string.Join(" | ", texts)}].";
    }

    private static bool IsReminder(string text) => Array.Exists(_reminders, start => text.StartsWith(start, StringComparison.Ordinal));

    // Reminders and pictures come when they come, between answers.
    private async Task<List<string>> NewAsync(Role role)
    {
        var all = (await stage.Customer(role).ReceivedAsync()).Skip(_seen.GetValueOrDefault(role)).Select(Customer.Text);
        var texts = all.Where(text => !IsReminder(text));
        return [.. texts.Where(text => !role.GetsPictures || !_ofPictures.Any(part => text.StartsWith(part, StringComparison.Ordinal)))];
    }

    private async Task<bool> IsThroughAsync()
    {
        await stage.LookNowAsync();
        return await WaitingAsync() + await stage.CountAsync("images.jobs where next_look_at is not null") == 0;
    }

    private async Task<long> WaitingAsync() =>
        await stage.CountAsync("chat.inbox") + await stage.CountAsync("chat.outbox") + await stage.CountAsync("events.queue");
}
