using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Nothing is destroyed or spent on half a sentence; what is done is repeated by its day.</summary>
public sealed class HalfSentenceTests
{
    private static readonly LocalDate _wednesday = new(2026, 12, 2);

    [Theory]
    [InlineData("en", "Gym, Read", "cancel gym on wednesday")]
    [InlineData("es", "Gimnasio, Leer", "cancela el gimnasio el miércoles")]
    [InlineData("pt", "Academia, Ler", "cancela a academia na quarta")]
    [InlineData("hi", "जिम, पढ़ना", "बुधवार को जिम रद्द करो")]
    [InlineData("hi", "Gym, Padhna", "gym hata do budhvar ko")]
    [InlineData("he", "חדר כושר, קריאה", "תבטל את חדר כושר ביום רביעי")]
    public void Removal_WithADay_IsAsked(string language, string habits, string text)
    {
        var person = new SentencePerson(language, habits).Write(text);
        Assert.Equal(2, person.Data.Habits.Count);
        Assert.Equal([HabitIds.Freeze(1, _wednesday), HabitIds.DropDay(1, 3), HabitIds.Remove(1)], person.Choices);

        person.Press(HabitIds.Freeze(1, _wednesday));
        Assert.True(person.Data.Habits[0].DayOf(_wednesday).IsFrozen);
    }

    [Fact]
    public void Removal_OfAWeekday_LeavesTheOthers()
    {
        var person = new SentencePerson("en", "Gym, Read").Write("cancel gym on wednesday").Press(HabitIds.DropDay(1, 3));
        Assert.Equal(Weekdays.All & ~Weekdays.Wednesday, person.Habit("Gym").Days.Weekdays);
    }

    [Theory]
    [InlineData("en", "Meditate, Read", "skip meditation tomorrow", "Monday, 30 November")]
    [InlineData("es", "Meditar, Leer", "salta meditar mañana", "lunes 30 de noviembre")]
    [InlineData("pt", "Meditar, Ler", "pula meditar amanhã", "segunda-feira, 30 de novembro")]
    [InlineData("hi", "ध्यान, पढ़ना", "कल ध्यान स्किप करो", "सोमवार, 30 नवंबर")]
    [InlineData("he", "מדיטציה, קריאה", "תדלג על מדיטציה מחר", "יום שני, 30 בנובמבר")]
    public void Skip_OfTomorrow_IsOfTomorrowAndSaysSo(string language, string habits, string text, string day)
    {
        var person = new SentencePerson(language, habits).Write(text);
        Assert.Contains(day, person.Answer, StringComparison.Ordinal);
        Assert.True(person.Data.Habits[0].DayOf(SentencePerson.Today.PlusDays(1)).IsFrozen);
        Assert.False(person.Data.Habits[0].DayOf(SentencePerson.Today).IsFrozen);
    }

    [Theory]
    [InlineData("en", "Water:8:glasses", "freeze water yesterday")]
    [InlineData("es", "Agua:8:vasos", "congela agua ayer")]
    [InlineData("pt", "Água:8:copos", "congela água ontem")]
    [InlineData("hi", "पानी:8:गिलास", "बीता कल पानी फ्रीज़ कर दो")]
    [InlineData("he", "מים:8:כוסות", "תקפיא מים אתמול")]
    public void Freeze_OfYesterday_KeepsTheStreak(string language, string habits, string text)
    {
        var person = new SentencePerson(language, habits).Write(text);
        Assert.Equal((DayMark.Frozen, 8), (person.Data.Habits[0].MarkOf(SentencePerson.Today.PlusDays(-1)), person.Data.Habits[0].Streak));
    }

    [Theory]
    [InlineData("en", "Walk", "I walked yesterday but forgot to log it")]
    [InlineData("es", "Caminar", "caminé ayer pero se me olvidó anotarlo")]
    [InlineData("pt", "Caminhar", "caminhei ontem mas esqueci de marcar")]
    [InlineData("hi", "दवाई", "कल वाली दवाई ले ली थी, लिखना भूल गया")]
    [InlineData("he", "הליכה", "הלכתי אתמול אבל שכחתי לסמן")]
    public void Done_OfYesterday_IsYesterdays(string language, string habits, string text)
    {
        var person = new SentencePerson(language, habits).Write(text);
        Assert.Equal(DayMark.Done, person.Data.Habits[0].MarkOf(SentencePerson.Today.PlusDays(-1)));
        Assert.False(person.Data.Habits[0].DayOf(SentencePerson.Today).IsDone);
    }

    [Theory]
    [InlineData("en", "Meditate, Read", "done with meditate", "done with read", "I didn't meditate today")]
    [InlineData("es", "Meditar, Leer", "hecho: meditar", "hecho: leer", "hoy no medité")]
    [InlineData("pt", "Meditar, Ler", "feito: meditar", "feito: ler", "hoje não meditei")]
    [InlineData("hi", "ध्यान, पढ़ना", "ध्यान हो गया", "पढ़ना हो गया", "आज ध्यान नहीं किया")]
    [InlineData("he", "מדיטציה, קריאה", "סיימתי מדיטציה", "סיימתי קריאה", "לא עשיתי מדיטציה היום")]
    public void NotDone_TakesBackTheOneThatIsNamed(string language, string habits, string first, string second, string text)
    {
        var person = new SentencePerson(language, habits).Write(first, second, text);
        Assert.Equal((false, true), (person.Data.Habits[0].DayOf(SentencePerson.Today).IsDone, person.Data.Habits[1].DayOf(SentencePerson.Today).IsDone));
    }

    [Theory]
    [InlineData("en", "Gym, Read", "didn't make it to the gym today :(")]
    [InlineData("es", "Gimnasio, Leer", "hoy no pude ir al gimnasio")]
    [InlineData("pt", "Academia, Ler", "hoje não consegui ir pra academia")]
    [InlineData("hi", "Gym, Padhna", "aaj gym nahi ja paaya")]
    [InlineData("he", "להתאמן, קריאה", "לא הספקתי להתאמן היום")]
    public void BadDay_SpendsNothingUnasked(string language, string habits, string text)
    {
        var person = new SentencePerson(language, habits).Write(text);
        Assert.Null(person.Data.Freezes);
        Assert.Equal(2, person.Data.Habits.Count);
    }

    [Theory]
    [InlineData("remove the gym photo")]
    [InlineData("remove everything except gym")]
    [InlineData("delete all my habits")]
    [InlineData("stop tracking gym on weekends")]
    [InlineData("delete gym on friday and saturday")]
    [InlineData("don't remove gym")]
    [InlineData("remove gym or read")]
    public void Removal_WithAWordLeftOver_RemovesNothing(string text) => Assert.Equal(2, new SentencePerson("en", "Gym, Read").Write(text).Data.Habits.Count);

    [Theory]
    [InlineData("en", "Emails", "delete old emails every friday at 4pm", "Emails, Delete old emails")]
    [InlineData("en", "Emails", "pause and breathe every day at 3pm", "Emails, Pause and breathe")]
    [InlineData("en", "Gym", "skip rope 200 times daily", "Gym, Skip rope")]
    [InlineData("es", "Correos", "borrar correos viejos cada viernes a las 4", "Correos, Borrar correos viejos")]
    [InlineData("es", "Correos", "pausar y respirar todos los días a las 3", "Correos, Pausar y respirar")]
    [InlineData("pt", "Emails", "apagar emails antigos toda sexta às 16h", "Emails, Apagar emails antigos")]
    [InlineData("hi", "Emails", "har shukravar 4 baje purane emails delete karo", "Emails, Purane emails delete karo")]
    [InlineData("he", "מיילים", "למחוק מיילים ישנים כל יום שישי ב-16:00", "מיילים, למחוק מיילים ישנים")]
    public void CommandWord_WithARecurrence_IsANewHabit(string language, string habits, string text, string names)
    {
        var person = new SentencePerson(language, habits).Write(text);
        Assert.Equal(names, person.Names);
        Assert.Null(person.Data.Pause);
    }

    [Theory]
    [InlineData("en", "Meditate, Read in bed, Water:8:glasses", "meditated, read and drank 8 glasses")]
    [InlineData("es", "Meditar, Leer, Agua:8:vasos", "medité, leí y bebí 8 vasos")]
    [InlineData("pt", "Meditar, Ler, Água:8:copos", "meditei, li e bebi 8 copos")]
    [InlineData("hi", "ध्यान, पढ़ना, पानी:8:गिलास", "ध्यान किया, पढ़ा और 8 गिलास पिया")]
    [InlineData("he", "מדיטציה, קריאה, מים:8:כוסות", "מדטתי, קראתי ושתיתי 8 כוסות")]
    public void Done_OfSeveral_MarksEach(string language, string habits, string text) =>
        Assert.All(new SentencePerson(language, habits).Write(text).Data.Habits, habit => Assert.True(habit.DayOf(SentencePerson.Today).IsDone, habit.Name));

    [Theory]
    [InlineData("en", "Gym, Read, Walk", "done with everything except gym")]
    [InlineData("es", "Gimnasio, Leer, Caminar", "hecho todo menos gimnasio")]
    [InlineData("pt", "Academia, Ler, Caminhar", "feito tudo menos academia")]
    [InlineData("hi", "Gym, Padhna, Dhyan", "gym chhod kar sab ho gaya")]
    [InlineData("he", "חדר כושר, קריאה, הליכה", "סיימתי הכל חוץ מחדר כושר")]
    public void AllBut_LeavesOne(string language, string habits, string text) =>
        Assert.Equal([false, true, true], new SentencePerson(language, habits).Write(text).Data.Habits.Select(habit => habit.DayOf(SentencePerson.Today).IsDone));

    [Theory]
    [InlineData("en", "going on vacation from friday to next wednesday")]
    [InlineData("en", "going on vacation from friday to wednesday")]
    [InlineData("es", "me voy de vacaciones del viernes al próximo miércoles")]
    [InlineData("pt", "vou viajar de sexta até a próxima quarta")]
    [InlineData("hi", "shukravar se agle budhvar tak chhutti pe hu")]
    [InlineData("he", "יוצא לחופש מיום שישי עד יום רביעי הבא")]
    public void Pause_WithBothEnds_BeginsAndEndsThen(string language, string text)
    {
        var person = new SentencePerson(language, "Gym").Write(text);
        Assert.Equal(new Pause(new(2026, 12, 4), new(2026, 12, 9)), person.Data.Pause);
        Assert.Equal("Gym", person.Names);
    }

    [Fact]
    public void Word_OfAnAdvertisement_IsNoHabit() => Assert.All(
        new[] { ("es", "¡Hola! Quiero más información"), ("es", "Hola quiero info"), ("en", "Can I get more info on this?"), ("pt", "Olá! Quero mais informações"), ("he", "היי, אני רוצה עוד פרטים"), ("hi", "नमस्ते, मुझे और जानकारी चाहिए") },
        each => Assert.Empty(new SentencePerson(each.Item1, "").Write(each.Item2).Data.Habits));

    [Fact]
    public void HalfSentence_WhereThereIsAnAi_IsAsked()
    {
        Assert.True(new SentencePerson("en", "Gym, Read", asksAi: true).Write("cancel gym on wednesday").AskedAi);
        Assert.False(new SentencePerson("en", "Gym, Read", asksAi: true).Write("remove gym").AskedAi);
    }

    [Fact]
    public void SecondVerb_IsDoneOrSaid()
    {
        var both = new SentencePerson("en", "Gym, Water").Write("done with gym, skip water");
        Assert.True(both.Habit("Gym").DayOf(SentencePerson.Today).IsDone && both.Habit("Water").DayOf(SentencePerson.Today).IsFrozen);
        var moved = new SentencePerson("en", "Gym, Read").Write("move gym to 8 and read to 9");
        Assert.Equal([new LocalTime(8, 0), new LocalTime(9, 0)], moved.Data.Habits.Select(habit => habit.Start!.Value));
        var asked = new SentencePerson("en", "Gym, Read").Write("move gym to 8 but not on sundays");
        Assert.Null(asked.Habit("Gym").Start);
    }

    [Fact]
    public void Button_CarriesItsDay()
    {
        var person = new SentencePerson("en", "Gym").WaitUntil(new LocalDateTime(2026, 11, 30, 0, 20)).Press(HabitIds.Done(1, SentencePerson.Today));
        Assert.Equal((DayMark.Done, false), (person.Habit("Gym").MarkOf(SentencePerson.Today), person.Habit("Gym").DayOf(SentencePerson.Today.PlusDays(1)).IsDone));
    }
}
