using WhatsAppBots.Traffic;

namespace WhatsAppBots.Survival.Tests.Upgrade;

/// <summary>Somebody who stands in one state of a bot when the release changes, and goes on from there.</summary>
/// <param name="Bot">Bot that the older release stored, <c>habits</c>.</param>
/// <param name="State">State that the older release stored, <c>Asking</c>.</param>
/// <param name="Number">Business number that the person writes to.</param>
/// <param name="Phone">International, digits only; of ranges that belong to nobody.</param>
/// <param name="Prepare">Leads the person to the state, with the older release.</param>
/// <param name="GoOn">What the person does after the change.</param>
/// <param name="Answers">Words of each message that comes then, in order; nothing else comes.</param>
internal sealed record Role(
    string Bot, string State, string Number, string Phone, Func<Stage, Customer, Task> Prepare, Func<Stage, Customer, Task> GoOn,
    params string[] Answers)
{
    /// <summary>Texts whose answers wait in the outbox when the release changes, since the channel refuses them until then.</summary>
    public IReadOnlyList<string> Unsent { get; init; } = [];

    /// <summary>Pictures that come by themselves besides, with what goes with them.</summary>
    public bool GetsPictures { get; init; }

    /// <summary>Words of a reminder that falls due after the change.</summary>
    public string? Reminder { get; init; }

    public string Name => $"{Phone} ({Bot}, {State})";
}
