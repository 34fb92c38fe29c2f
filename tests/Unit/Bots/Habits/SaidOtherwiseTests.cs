using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Corrections of what was just marked, added or removed, and sentences whose other half must not be lost.</summary>
public sealed class SaidOtherwiseTests
{
    [Theory]
    [InlineData("en", "Read:10:pages", "read 4 pages", "no I didn't, I only had 6")]
    [InlineData("en", "Read:10:pages", "read 4 pages", "6, not 4")]
    [InlineData("es", "Leer:10:páginas", "leí 4 páginas", "no, fueron 6")]
    [InlineData("pt", "Ler:10:páginas", "li 4 páginas", "6, não 4")]
    [InlineData("hi", "Padhna:10:page", "4 page padhe", "4 nahi 6 page")]
    [InlineData("he", "קריאה:10:עמודים", "קראתי 4 עמודים", "6, לא 4")]
    public void Count_Corrected_CountsTheOtherNumber(string language, string habits, string first, string correction)
    {
        var person = new SentencePerson(language, habits).Write(first, correction);
        Assert.Equal(6, Assert.Single(person.Data.Habits).DayOf(SentencePerson.Today).Amount);
    }

    [Theory]
    [InlineData("en", "read 50 pages every day", "sorry 15 pages not 50")]
    [InlineData("es", "leer 50 páginas cada día", "quise decir 15, no 50")]
    [InlineData("pt", "ler 50 páginas por dia", "são 15, não 50")]
    [InlineData("he", "לקרוא 50 עמודים כל יום", "15 עמודים, לא 50")]
    public void Target_Corrected_IsTheOtherNumber(string language, string first, string correction)
    {
        var person = new SentencePerson(language, "").Write(first, correction);
        Assert.Equal(15, Assert.Single(person.Data.Habits).Target);
    }

    [Fact]
    public void Correction_OfMessagesOfOneInstant_IsOfTheLast()
    {
        var person = new SentencePerson("en", "").WriteAtOnce("read 10 pages every day", "read 4 pages", "6, not 4");
        Assert.Equal(6, Assert.Single(person.Data.Habits).DayOf(SentencePerson.Today).Amount);

        person.WriteAtOnce("gym every day", "done with gym", "undo");
        Assert.Equal("Read, Gym", person.Names);
        Assert.False(person.Habit("Gym").DayOf(SentencePerson.Today).IsDone);
    }

    [Fact]
    public void Mark_OfADayThatTakesNone_StaysWhereItIs()
    {
        var person = new SentencePerson("en", "").Write("run every day", "done with run", "sorry, it was yesterday");
        Assert.True(Assert.Single(person.Data.Habits).DayOf(SentencePerson.Today).IsDone);
    }

    [Theory]
    [InlineData("en", "Water:8, Read", "read 4 pages")]
    [InlineData("es", "Agua:8, Leer", "leí 4 páginas")]
    [InlineData("pt", "Água:8, Ler", "li 4 páginas")]
    public void Count_OfWhatTheVerbNames_IsNotOfAnotherHabit(string language, string habits, string text)
    {
        var person = new SentencePerson(language, habits).Write(text);
        Assert.Equal(0, person.Data.Habits[0].DayOf(SentencePerson.Today).Amount);
        Assert.True(person.Data.Habits[1].DayOf(SentencePerson.Today).IsDone);
    }

    [Fact]
    public void Mark_ThatWasYesterdays_MovesThere()
    {
        var person = new SentencePerson("en", "Run").Write("done with run", "sorry, it was yesterday");
        var habit = Assert.Single(person.Data.Habits);
        Assert.Equal(DayMark.Done, habit.MarkOf(SentencePerson.Today.PlusDays(-1)));
        Assert.False(habit.DayOf(SentencePerson.Today).IsDone);
    }

    [Theory]
    [InlineData("en", "Water, Gym", "remove water", "no wait, keep it")]
    [InlineData("es", "Agua, Gym", "borra el agua", "no, mejor déjala")]
    [InlineData("pt", "Água, Treino", "remove a água", "não, melhor não")]
    [InlineData("hi", "पानी, जिम", "पानी हटा दो", "नहीं रहने दो")]
    [InlineData("he", "מים, ריצה", "תמחק את המים", "לא, תשאיר")]
    public void Removal_Regretted_IsUndone(string language, string habits, string removal, string regret)
    {
        var person = new SentencePerson(language, habits).Write(removal, regret);
        Assert.Equal(2, person.Data.Habits.Count);
    }

    [Theory]
    [InlineData("en", "Water, Gym", "stop reminding me about water")]
    [InlineData("es", "Agua, Gym", "deja de recordarme el agua")]
    [InlineData("pt", "Água, Treino", "para de me lembrar da água")]
    public void Reminders_Unwanted_AskWhetherForNowOrForGood(string language, string habits, string text)
    {
        var person = new SentencePerson(language, habits).Write(text);
        Assert.Equal(2, person.Data.Habits.Count);
        Assert.Equal([HabitIds.PauseSome([1], null), HabitIds.Remove(1), HabitIds.Keep], person.Choices);
    }

    [Fact]
    public void Name_ThatDenies_CanBeRemovedByText()
    {
        var person = new SentencePerson("en", "No sugar, Gym").Write("remove no sugar");
        Assert.Equal("Gym", person.Names);
    }

    [Theory]
    [InlineData("en", "Dishes, Gym, Read", "everything bar the dishes is done")]
    [InlineData("en", "Dishes, Gym, Read", "only missed dishes today, the rest done")]
    public void AllBut_InWordsNotKnown_IsAsked(string language, string habits, string text)
    {
        var person = new SentencePerson(language, habits).Write(text);
        Assert.DoesNotContain(person.Data.Habits, habit => habit.Name == "Dishes" && habit.DayOf(SentencePerson.Today).IsDone);
    }

    [Theory]
    [InlineData("en", "read for half an hour every day", 30, "30 minutes")]
    [InlineData("es", "meditar 20 minutos cada mañana", 20, "20 minutos")]
    [InlineData("pt", "correr 45 minutos todo dia", 45, "45 minutos")]
    [InlineData("hi", "roz 15 minute padhna", 15, "15 मिनट")]
    [InlineData("he", "לקרוא 20 דקות כל יום", 20, "20 דקות")]
    public void Length_OfANewHabit_IsKeptAndSaid(string language, string text, int minutes, string said)
    {
        var person = new SentencePerson(language, "").Write(text);
        Assert.Equal(minutes, Assert.Single(person.Data.Habits).Minutes);
        Assert.Contains(said, person.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Offer_ForAMonth_KeepsItsEndAndItsLength()
    {
        var person = new SentencePerson("en", "Read").Write("I'd read a novel 20 minutes every day for a month").Press(HabitIds.Accept);
        var added = person.Data.Habits[^1];
        Assert.Equal(20, added.Minutes);
        Assert.Equal(SentencePerson.Today.PlusMonths(1).PlusDays(-1), added.Until);
    }

    [Theory]
    [InlineData("en", "pause everything til new year", 2027, 1, 1)]
    [InlineData("es", "pausa todo hasta año nuevo", 2027, 1, 1)]
    [InlineData("pt", "pausa tudo até o natal", 2026, 12, 25)]
    [InlineData("hi", "naye saal tak sab pause karo", 2027, 1, 1)]
    [InlineData("en", "no reminders till january please, pause everything till january", 2027, 1, 1)]
    public void Pause_UntilAHoliday_EndsThen(string language, string text, int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), new SentencePerson(language, "Gym, Read").Write(text).Data.Pause?.Until);

    [Theory]
    [InlineData("surgery on dec 15, back on dec 22", 15, 22)]
    [InlineData("exams 10-18 december, please stop everything", 10, 18)]
    [InlineData("I'm off sick on the 14th and the 15th", 14, 16)]
    public void Away_FromADayToADay_RestsInBetween(string text, int from, int until)
    {
        var person = new SentencePerson("en", "Gym, Read").Write(text);
        if (person.Data.Pause is null) person.Press(HabitIds.PauseAll(new(2026, 12, from), new(2026, 12, until)));
        Assert.Equal(new Pause(new(2026, 12, from), new(2026, 12, until)), person.Data.Pause);
    }

    [Theory]
    [InlineData("drink water every 2 hours between 9am and 5pm", 5, 9, 17)]
    [InlineData("pills every 8 hours", 3, 6, 22)]
    [InlineData("stand up hourly from 10am to 1pm", 4, 10, 13)]
    public void EveryHours_AreFixedTimesAndSaidToBeThat(string text, int times, int first, int last)
    {
        var person = new SentencePerson("en", "").Write(text);
        if (person.Data.Habits.Count == 0) person.Press(HabitIds.Accept);
        var habit = Assert.Single(person.Data.Habits);
        Assert.Equal((times, new LocalTime(first, 0), new LocalTime(last, 0)), (habit.Times!.Count, habit.Times[0], habit.Times[^1]));
    }

    [Theory]
    [InlineData("en", "Read, Gym", "last friday I did my reading", -2)]
    [InlineData("es", "Leer, Gym", "el viernes pasado leí", -2)]
    [InlineData("en", "Read, Gym", "did my reading the day before yesterday", -2)]
    public void Report_OfADayBefore_IsOfThatDay(string language, string habits, string text, int days)
    {
        var person = new SentencePerson(language, habits).Write(text);
        var day = SentencePerson.Today.PlusDays(days);
        if (person.Choices.Contains(HabitIds.Done(1, day))) person.Press(HabitIds.Done(1, day));
        Assert.Equal(2, person.Data.Habits.Count);
        Assert.Equal(DayMark.Done, person.Data.Habits[0].MarkOf(day));
    }

    [Fact]
    public void NameWithinALongerOne_MayBeNewOrAChange()
    {
        var person = new SentencePerson("pt", "Curso, Ler").Write("concluir um módulo do curso às segundas e quartas");
        Assert.Equal([HabitIds.Accept, HabitIds.AcceptOther, HabitIds.Keep], person.Choices);

        var changed = person.Press(HabitIds.AcceptOther);
        Assert.Equal(2, changed.Data.Habits.Count);
        Assert.Equal(Weekdays.Monday | Weekdays.Wednesday, changed.Habit("Curso").Days.Weekdays);
    }

    [Theory]
    [InlineData("en", "go to bed by 10:30 every day", 22, 30)]
    [InlineData("en", "be asleep by 12:15", 0, 15)]
    public void Bedtime_IsAtNight(string language, string text, int hour, int minute) =>
        Assert.Equal(new LocalTime(hour, minute), Assert.Single(new SentencePerson(language, "").Write(text).Data.Habits).Deadline);

    [Theory]
    [InlineData("en", "I want to try the sergeant")]
    [InlineData("en", "tell me more about your service")]
    [InlineData("es", "quiero probar el sargento de rutinas")]
    [InlineData("pt", "quero conhecer o sargento")]
    public void Wish_WithoutAWhen_AddsNothingByItself(string language, string text) =>
        Assert.Empty(new SentencePerson(language, "").Write(text).Data.Habits);

    [Fact]
    public void List_OfYesAndNo_IsAReport()
    {
        var person = new SentencePerson("en", "Creatine, Cold shower, Journal").Write("creatine: yes\ncold shower: no\njournal: yes");
        Assert.Equal([true, false, true], person.Data.Habits.Select(habit => habit.DayOf(SentencePerson.Today).IsDone));
    }

    [Theory]
    [InlineData("en", "Green tea, Ginger tea", "tea done", "the second one", 1)]
    [InlineData("es", "Leer novela, Leer apuntes", "ya leí", "la primera", 0)]
    [InlineData("en", "Morning walk, Evening walk", "done with walk", "evening one", 1)]
    public void Choice_ByItsPlaceOrWord_IsThatOne(string language, string habits, string first, string second, int index)
    {
        var person = new SentencePerson(language, habits).Write(first, second);
        Assert.True(person.Data.Habits[index].DayOf(SentencePerson.Today).IsDone);
        Assert.False(person.Data.Habits[1 - index].DayOf(SentencePerson.Today).IsDone);
    }
}
