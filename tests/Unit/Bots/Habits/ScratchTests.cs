using NodaTime;
namespace WhatsAppBots.Unit.Tests.Bots.Habits;
public sealed class ScratchTests
{
    [Fact]
    public void Scratch()
    {
        var person = new HabitPerson("America/New_York", Instant.FromUtc(2026, 3, 2, 9, 0));
        person.Write("meditate every day at 7", Instant.FromUtc(2026, 3, 2, 9, 1));
        Assert.Fail(string.Join("\n", person.Texts()));
    }
}
