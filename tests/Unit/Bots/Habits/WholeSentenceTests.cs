using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Nothing is done on a part of a sentence as though it were the whole of it.</summary>
public sealed class WholeSentenceTests
{
    [Theory]
    [InlineData("en", "Gym, Reading", "gym moves to tuesdays and thursdays")]
    [InlineData("en", "Gym, Reading", "make gym 6:30 on weekends only")]
    [InlineData("en", "Gym, Reading", "tick reading for monday and tuesday")]
    [InlineData("hi", "Gym, Reading", "gym ko mangalvaar aur guruvaar kar do")]
    [InlineData("pt", "Academia, Leitura", "adia a leitura em uma hora")]
    public void HabitThatIsThere_WithAnotherWordBesideIt_IsAskedAbout(string language, string habits, string text)
    {
        var person = new SentencePerson(language, habits).Write(text);
        Assert.Equal(habits, person.Names);
        Assert.All(person.Data.Habits, habit => Assert.Equal((new HabitDays(), null), (habit.Days, habit.Start)));
        Assert.Contains(HabitIds.Accept, person.Choices);
    }

    [Fact]
    public void NewHabit_WithAVerbOfAdding_MayHaveTheNameOfAnotherInIt() =>
        Assert.Equal("Reading, Reading club", new SentencePerson("en", "Reading").Write("add reading club every tuesday").Names);

    [Fact]
    public void But_BeginsACommandOfItsOwn()
    {
        var person = new SentencePerson("en", "Gym, Reading").Write("done with gym but move reading to 9");
        Assert.True(person.Habit("Gym").DayOf(SentencePerson.Today).IsDone);
        Assert.Equal(new LocalTime(9, 0), person.Habit("Reading").Start);
    }

    [Theory]
    [InlineData("hi", "Gym, Reading", "gym ho gaya par reading nahi hui")]
    [InlineData("he", "חדר כושר, קריאה", "עשיתי חדר כושר אבל לא קריאה")]
    [InlineData("pt", "Leitura, Academia", "todos feitos, só faltou a academia")]
    [InlineData("hi", "Reading, Gym", "sab ho gaya sirf gym baaki hai")]
    [InlineData("en", "Reading, Gym", "all done, only gym left")]
    public void WhatIsLeft_IsNotDone(string language, string habits, string text) =>
        Assert.Equal(
            [true, false],
            new SentencePerson(language, habits).Write(text).Data.Habits.Select(habit => habit.DayOf(SentencePerson.Today).IsDone));

    [Theory]
    [InlineData("en", "skip gym till thursday", "Thursday, 3 Dec")]
    [InlineData("es", "salta gym hasta el jueves", "hasta el jueves 3 de dic")]
    public void Pause_ThatIsAskedAbout_SaysWhatItIsOfAndUntilWhen(string language, string text, string day)
    {
        var person = new SentencePerson(language, "Gym, Reading").Write(text);
        Assert.Contains("*Gym*", person.Answer, StringComparison.Ordinal);
        Assert.Contains(day, person.Answer, StringComparison.Ordinal);
        person.Write("yes");
        Assert.Equal((new LocalDate(2026, 12, 3), null), (person.Habit("Gym").Pause?.Until, person.Habit("Reading").Pause));
    }

    [Fact]
    public void Pause_OfSome_RestsThoseAlone()
    {
        var person = new SentencePerson("en", "Gym, Reading, Walk").Write("skip everything except reading till thursday");
        Assert.Contains("*Gym, Walk*", person.Answer, StringComparison.Ordinal);
        person.Write("yes");
        Assert.Null(person.Data.Pause);
        Assert.Equal(["Gym", "Walk"], person.Data.Habits.Where(habit => habit.Pause is not null).Select(habit => habit.Name));
    }

    [Theory]
    [InlineData("skip gym till thursday")]
    [InlineData("skip everything except reading till thursday")]
    public void Skip_ThatHasAnEnd_IsNoFreezeOfItsLastDay(string text)
    {
        var person = new SentencePerson("en", "Gym, Reading").Write(text);
        Assert.Null(person.Data.Freezes);
        Assert.NotEmpty(person.Choices);
    }

    [Theory]
    [InlineData("en", "remind me to fuck off")]
    [InlineData("es", "vete a la mierda")]
    [InlineData("pt", "que saco, me deixa em paz")]
    [InlineData("hi", "bhaad mein jao")]
    [InlineData("he", "לך לעזאזל")]
    public void Insult_IsNoHabit(string language, string text)
    {
        var person = new SentencePerson(language, "Gym").Write(text);
        Assert.Equal(("Gym", new HabitTexts(language, person.Data.Tone!.Value).Annoyed), (person.Names, person.Answer));
    }

    [Theory]
    [InlineData("remove reading")]
    [InlineData("change time")]
    public void Command_WithNoHabitToObeyIt_OffersNoHabitOfThatName(string text)
    {
        var person = new SentencePerson("en", "").Write(text);
        Assert.Empty(person.Data.Habits);
        Assert.DoesNotContain(HabitIds.Accept, person.Choices);
    }

    [Theory]
    [InlineData("pt", "remédio às 8 e quinze")]
    [InlineData("es", "medicina a las 8 y quince")]
    public void Minutes_MayBeWordsBehindAnHourInDigits(string language, string text) =>
        Assert.Equal(new LocalTime(8, 15), Assert.Single(new SentencePerson(language, "").Write(text).Data.Habits).Start);

    [Fact]
    public void HebrewLetters_AreDays()
    {
        var habit = Assert.Single(new SentencePerson("he", "").Write("חדר כושר ב ד ו 18:00").Data.Habits);
        Assert.Equal(("חדר כושר", Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday), (habit.Name, habit.Days.Weekdays));
    }

    [Fact]
    public void SizeOfEachTime_StaysInTheName() =>
        Assert.Contains("*30 pushups*", new SentencePerson("en", "").Write("30 pushups 3 times a day").Answer, StringComparison.Ordinal);
}
