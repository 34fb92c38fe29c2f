namespace WhatsAppBots.EndToEnd.Tests.Habits;

/// <summary>One site for the tests that leave the AI as it is.</summary>
[CollectionDefinition(Name)]
public sealed class HabitSites : ICollectionFixture<HabitSite>
{
    public const string Name = "habits";
}
