using System.Globalization;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.Survival.Tests.Upgrade;

/// <summary>People in every state of every bot, what each does after the change of release, and what must come of it.</summary>
internal static class Cast
{
    public const string Hub = "100000000000001";
    public const string Echo = "100000000000002";
    public const string Portraits = "100000000000003";
    public const string Habits = "100000000000004";
    public const int Photos = 4;

    // Answers are known by words that both releases use: either may give them.
    private const string AskedForHabit = "the habit? For example";
    private const string AskedForMisses = " deadline";

    /// <param name="stage">Its clock says where it is day, and when the reminder is due.</param>
    public static IReadOnlyList<Role> Of(Stage stage) => [.. Talkers(), .. HabitPeople(stage), .. PortraitPeople()];

    private static IEnumerable<Role> Talkers()
    {
        yield return new("echo", "Echoing", Echo, "15550100001", Says("one", "n=1 re:one"), Says("two"), "n=2 re:two");
        yield return new(
            "hub", "Choosing", Hub, "15550100002", Says("hi", "Choose a bot"), Presses("hub:echo"),
            "now with *Echo*", "Send me a text");
        yield return new(
            "echo", "Echoing", Hub, "15550100003",
            Then(Says("hi", "Choose a bot"), Presses("hub:echo", "Send me a text"), Says("good morning", "n=1 re:morning")),
            Says("count on"), "n=2 re:on");
        foreach (var n in Enumerable.Range(4, 3))
        {
            yield return new(
                "echo", "Echoing", Echo, $"155501000{n:00}", Says("a", "n=1 re:a"), Says("e"),
                "n=2 re:b", "n=3 re:c", "n=4 re:d", "n=5 re:e")
            {
                Unsent = ["b", "c", "d"],
            };
        }
    }

    private static IEnumerable<Role> HabitPeople(Stage stage)
    {
        var (prefix, now) = stage.DayAt();
        var phones = Enumerable.Range(1, 20).Select(n => string.Create(CultureInfo.InvariantCulture, $"{prefix}{n:00}")).GetEnumerator();
        var (soon, later) = (Clock(now.AddMinutes(12)), Clock(now.AddHours(6)));
        var added = Says("walk every day by 9pm", "✅ *Walk*: every day");

        // Where the clock is a guess that is asked first, and else the tone.
        var asked = prefix[0] == '1' ? "now (New York)" : "to you?";

        yield return Person("New", Says("hi", "How shall I speak to you?"), Presses("habits:tone:Firm"), "Firm it is", AskedForMisses);
        yield return Person(
            "ChoosingLadder", Then(Says("hi", "How shall I speak to you?"), Presses("habits:tone:Firm", AskedForMisses)),
            Presses("habits:ladder:Count"), "misses", AskedForHabit);
        yield return Person(
            "Asking", Says("add", AskedForHabit), Says("read every day by 9pm"), "✅ *Read*: every day", asked);
        yield return Person(
            "Tracking", Says($"walk every day from {soon} to {later}", "✅ *Walk*: every day"), Says("my habits"), "Your habits") with
        {
            Reminder = "Walk",
        };
        yield return Person("Tracking", added, Says("done with walk"), "✅ *Walk*, well done.");
        yield return Person(
            "Tracking", Then(Says("track water 8 glasses a day", "✅ *Water*"), Says("drank 3 glasses", "3/8 glasses")),
            Says("drank 2 glasses"), "*Water*: 5/8 glasses.");
        yield return Person(
            "Asking", Then(added, Says("quiet hours", "From when to when")), Says("11pm to 6am"), "Quiet hours: 11:00 PM to 6:00 AM");
        yield return Person("Paused", Then(added, Says("pause for 3 days", "⏸ Paused")), Says("I'm back"), "Welcome back", "Walk");
        yield return Person("Tracking", added, Says("hello"), "Your habits", " do?") with { Unsent = ["my habits"] };

        Role Person(string state, Func<Stage, Customer, Task> prepare, Func<Stage, Customer, Task> goOn, params string[] answers)
        {
            phones.MoveNext();
            return new("habits", state, Habits, phones.Current, prepare, goOn, answers);
        }
    }

    private static IEnumerable<Role> PortraitPeople()
    {
        var (number, agreed) = (0, Then((_, customer) => customer.AgreeAsync(), (_, customer) => customer.AgreedAsync()));
        var loaded = Then(agreed, SendsPhotos(Photos, Photos), Sees("photos are in"));
        var choosing = Then(loaded, Presses("portraits:done", "How many portraits"));
        var styles = Then(choosing, Presses("portraits:tier:lite", "Corporate Headshots*\n12"));
        var terms = Then(styles, Presses($"portraits:pack:{Customer.Pack}", "paid once"));
        var ordered = Then(terms, Presses($"portraits:order:{Customer.Pack}", "Pay on this page"));
        var delivered = Then(ordered, Pays, Sees("How do you like"));

        yield return Person("New", Says("hello", "Portraits of you"), Presses("portraits:begin"), "I need at least");
        yield return Person("PhotoTerms", Then(Says("hello", "Portraits of you"), Presses("portraits:ready", "Before your first photo")),
            Presses("portraits:agree"), "Send your photos now");
        yield return Person(
            "Collecting", Then(agreed, SendsPhotos(1, 1), Sees("1 of 4 photos")), SendsPhotos(Photos - 1, Photos), "Light", "photos are "
            + "in");
        yield return Person("PicturesLoaded", loaded, Presses("portraits:done"), "How many portraits");
        yield return Person("ChoosingTier", choosing, Presses("portraits:tier:lite"), "Corporate Headshots", "City Nights");
        yield return Person("ChoosingPack", styles, Presses($"portraits:pack:{Customer.Pack}"), "paid once");
        yield return Person("AgreeingTerms", terms, Presses($"portraits:order:{Customer.Pack}"), "Pay on this page");
        yield return Person("AwaitingPayment", ordered, Pays, "Paid, thank you", "is being made") with { GetsPictures = true };
        yield return Person("TuneReady", delivered, Presses("portraits:rate:1:5"), "glad you like them", "What would you like to do next?");
        yield return Person(
            "WritingFeedback", Then(delivered, Presses("portraits:rate:1:2", "swap photos first")),
            Says("That is not my nose"), "that helps");
        yield return Person(
            "Training", Then(ordered, HoldsTraining, Pays, Sees("is being made")), Says("hello"), " here as soon as they") with
        {
            GetsPictures = true,
        };

        Role Person(string state, Func<Stage, Customer, Task> prepare, Func<Stage, Customer, Task> goOn, params string[] answers) =>
            new("portraits", state, Portraits, $"155501010{++number:00}", prepare, goOn, answers);
    }

    private static Func<Stage, Customer, Task> Then(params Func<Stage, Customer, Task>[] steps) => async (stage, customer) =>
    {
        foreach (var step in steps) await step(stage, customer);
    };

    private static Func<Stage, Customer, Task> Sees(string text) => (_, customer) => customer.SeesAsync(text);

    private static Func<Stage, Customer, Task> Says(string text, string? answer = null) => async (_, customer) =>
    {
        await customer.SayAsync(text);
        if (answer is not null) await customer.SeesAsync(answer);
    };

    private static Func<Stage, Customer, Task> Presses(string id, string? answer = null) => async (_, customer) =>
    {
        await customer.PressAsync(id);
        if (answer is not null) await customer.SeesAsync(answer);
    };

    private static Func<Stage, Customer, Task> SendsPhotos(int count, int total) => async (stage, customer) =>
    {
        for (var n = 0; n < count; n++) await customer.PhotoAsync(stage.NextPhoto());
        await Stage.UntilAsync(
            () => customer.HasPhotosAsync(total), $"{customer.Phone} has all photos counted");
    };

    private static Task Pays(Stage stage, Customer customer) => stage.PayAsync(customer);

    private static Task HoldsTraining(Stage stage, Customer customer) => stage.HoldTrainingAsync();

    private static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
