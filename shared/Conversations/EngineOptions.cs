using WhatsAppBots.Conversations.Outbox;

namespace WhatsAppBots.Conversations;

/// <summary>How the engine works; the defaults keep Meta's limits.</summary>
public sealed class EngineOptions
{
    /// <summary>Messages a second of one business number, all processes together (WHATSAPP_RATE_PER_NUMBER).</summary>
    public Rate RatePerNumber { get; init; } = new(80, 80);

    /// <summary>Messages to one person of one business number (WHATSAPP_RATE_PER_PAIR).</summary>
    public Rate RatePerPair { get; init; } = new(45, 1 / 6.0);

    /// <summary>
    /// Texts of one person that are handled one by one (TEXTS_PER_PERSON): 30 at once, then one in 2 s. Nobody types faster for long, a phone that
    /// was offline rarely holds more, and thirty answers stay within the 45 that WhatsApp lets us send at once. By default off where
    /// <see cref="RatePerPair"/> is: answers that need not wait are no reason to hold a question back.
    /// </summary>
    public Rate TextsPerPerson { get => field ?? (RatePerPair.IsUnlimited ? Rate.Unlimited : new Rate(30, 0.5)); init; }

    /// <summary>
    /// How long one commit handles inputs before it leaves the rest to the next. An ordinary commit of 512 messages handles for some
    /// 50 ms; four times that is not noticed by the others, and is far from the 10 s after which PostgreSQL ends an idle transaction.
    /// </summary>
    public TimeSpan HandlingBudget { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A conversation whose turn takes longer than this is handled beside the commits for a while. Ordinary turns take 0.1 ms.</summary>
    public TimeSpan SlowTurn { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long the handling of one input, alone, may take. Past this it has failed, and counts as a try.</summary>
    public TimeSpan HandlingLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a bot's snapshot of a batch may take: everybody in the batch waits for it. Past this it has failed, and its bot's conversations
    /// wait for the next try.
    /// </summary>
    public TimeSpan SnapshotLimit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Requests in flight at once, all conversations together. One business number has three quarters of them at most: where the provider does
    /// not answer for it, the others go on.
    /// </summary>
    public int MaxRequestsInFlight { get; init; } = 512;

    /// <summary>Conversations, deliveries and marks taken into one commit at most, of each.</summary>
    public int MaxRound { get; init; } = 512;

    /// <summary>Messages waiting to be stored before further webhooks are turned away with 503.</summary>
    public int MaxWaitingMessages { get; init; } = 20_000;

    /// <summary>
    /// Stored messages are handled by this process at once. Off where a bus rings the bell instead, so that handling happens
    /// inside an invocation.
    /// </summary>
    public bool RingsItself { get; init; } = true;

    /// <summary>How long a message of unknown outcome waits for a status that carries its id.</summary>
    public TimeSpan UnknownOutcomeWait { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// How long a message is tried again that the provider refuses for reasons that pass, counted from when it was queued; at least
    /// ten tries are made whatever its age.
    /// </summary>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a reminder is worth sending when its number could not send.</summary>
    public static TimeSpan RemindersLive { get; } = TimeSpan.FromHours(6);

    /// <summary>Messages of each pair's burst that are kept for answers: reactions use what is above, and are left out otherwise.</summary>
    public double KeptForAnswers { get; init; } = 10;

    /// <summary>After how long a number that may not send is tried with one message; each further time takes twice as long.</summary>
    public TimeSpan ProbeAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest time between two tries of a number that may not send.</summary>
    public TimeSpan ProbeAtMost { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Messages, statuses and other things of one webhook taken into one commit at most; what is more follows in commits of its own, so that
    /// others wait for one of them and not for all.
    /// </summary>
    public int MaxPart { get; init; } = 256;

    /// <summary>How long a webhook, or each part of one, waits to be stored before it is answered 503.</summary>
    public TimeSpan StoreTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long the parts of one webhook may take together before it is answered 503. What is stored stays stored, and is recognised when the
    /// webhook comes again, in a third of the time or less.
    /// </summary>
    public TimeSpan StorePartsTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
