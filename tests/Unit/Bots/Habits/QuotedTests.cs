using NodaTime;
using WhatsAppBots.Bots.Habits;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>A reply is about the message that it quotes.</summary>
public sealed class QuotedTests
{
    [Theory]
    [InlineData("en", "Read, Walk", "done")]
    [InlineData("es", "Leer, Caminar", "hecho")]
    [InlineData("pt", "Ler, Caminhar", "feito")]
    [InlineData("hi", "Padhna, Tehelna", "ho gaya")]
    [InlineData("he", "קריאה, הליכה", "סיימתי")]
    public void Done_IsOfTheHabitThatIsQuoted(string language, string habits, string done)
    {
        var first = habits.Split(", ")[0];
        var second = habits.Split(", ")[1];

        // The last thing spoken of is the other one.
        var person = new SentencePerson(language, habits).Press(HabitIds.Show(1)).Press(HabitIds.Show(2)).Reply($"*{first}*", done);
        Assert.True(person.Habit(first).DayOf(SentencePerson.Today).IsDone);
        Assert.False(person.Habit(second).DayOf(SentencePerson.Today).IsDone);
    }

    [Fact]
    public void Done_IsOfTheDayThatIsQuoted()
    {
        var person = new SentencePerson("en", "Gym").Press(HabitIds.Show(1)).WaitUntil(new LocalDateTime(2026, 11, 30, 9, 0)).Reply("*Gym*", "done");
        Assert.Equal((DayMark.Done, false), (person.Habit("Gym").MarkOf(SentencePerson.Today), person.Habit("Gym").DayOf(SentencePerson.Today.PlusDays(1)).IsDone));
    }

    [Fact]
    public void Done_OfAMessageAboutSeveral_IsAsked()
    {
        var person = new SentencePerson("en", "Gym, Read").Write("what's next?").Reply("Next", "done");
        Assert.All(person.Data.Habits, habit => Assert.False(habit.DayOf(SentencePerson.Today).IsDone));
        Assert.Contains(person.Choices, id => HabitIds.Read(id)?.Verb == "done");
    }

    [Fact]
    public void Yes_IsToTheQuestionThatIsQuoted()
    {
        var person = new SentencePerson("en", "Gym, Read").Write("delete all my habits", "gym was cancelled today").Reply("for good", "yes");
        Assert.Empty(person.Data.Habits);
    }
}
