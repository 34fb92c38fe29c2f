using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>What people really write of a new habit.</summary>
public sealed class NewHabitTests
{
    [Theory]
    [InlineData("en", "meditate at 7am, read at 9pm, gym mon/wed/fri 6pm")]
    [InlineData("en", "meditate at 7am\nread at 9pm\ngym mon/wed/fri 6pm")]
    [InlineData("es", "meditar a las 7, leer a las 21, gimnasio lunes, miércoles y viernes a las 18")]
    [InlineData("pt", "meditar às 7h\nler às 21h\nacademia seg, qua e sex às 18h")]
    [InlineData("hi", "subah 7 baje dhyan, raat 9 baje padhna, gym somvar budhvar shukravar shaam 6 baje")]
    [InlineData("he", "מדיטציה ב-7 בבוקר, קריאה ב-9 בערב, חדר כושר בימי שני רביעי ושישי ב-18:00")]
    public void Several_InOneMessage_AreSeveral(string language, string text)
    {
        var habits = new SentencePerson(language, "").Write(text).Data.Habits;
        Assert.Equal([new LocalTime(7, 0), new LocalTime(21, 0), new LocalTime(18, 0)], habits.Select(habit => habit.Start!.Value));
        Assert.Equal(Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday, habits[2].Days.Weekdays);
        Assert.Equal(Weekdays.All, habits[0].Days.Weekdays);
    }

    [Theory]
    [InlineData("en", "gym 3x a week and read 20 pages before bed", "Gym, Read before bed")]
    [InlineData("es", "gimnasio 3 veces por semana y leer 20 páginas antes de dormir", "Gimnasio, Leer antes de dormir")]
    [InlineData("pt", "academia 3x por semana e ler 20 páginas antes de dormir", "Academia, Ler antes de dormir")]
    [InlineData("hi", "gym hafte me 3 baar aur sone se pehle 20 page padhna", "Gym, Sone se pehle padhna")]
    [InlineData("he", "חדר כושר 3 פעמים בשבוע ולקרוא 20 עמודים לפני השינה", "חדר כושר, לקרוא לפני השינה")]
    public void Two_WithTheirOwnMeasure_AreTwo(string language, string text, string names)
    {
        // Where a word is left over it is offered first.
        var person = new SentencePerson(language, "").Write(text, "yes");
        Assert.Equal(names, person.Names);
        Assert.Equal((3, null, 20), (person.Data.Habits[0].Days.TimesAWeek, person.Data.Habits[0].Target, person.Data.Habits[1].Target));
    }

    [Theory]
    [InlineData("en", "remind me to take vitamins at 8 and 20")]
    [InlineData("en", "take pills at 8am and 8pm every day")]
    [InlineData("es", "tomar pastillas a las 8 y a las 20 todos los días")]
    [InlineData("pt", "tomar remédio às 8h e às 20h todo dia")]
    [InlineData("hi", "vitamins yaad dilana subah 8 baje aur raat 8 baje")]
    [InlineData("he", "תזכיר לי לקחת ויטמינים ב-8 וב-20")]
    public void Times_OfOneDay_AreTimesAndNoWindow(string language, string text)
    {
        var person = new SentencePerson(language, "").Write(text);
        var habit = Assert.Single(person.Data.Habits);
        Assert.Equal([new LocalTime(8, 0), new LocalTime(20, 0)], habit.Times!);
        Assert.Equal(2, habit.Target);

        // Each is reminded of, and each counts once.
        person.WaitUntil(new LocalDateTime(2026, 11, 29, 20, 0));
        Assert.Contains(habit.Name, person.Answer, StringComparison.Ordinal);
        person.Press(HabitIds.Done(habit.Id));
        Assert.False(person.Habit(habit.Name).DayOf(SentencePerson.Today).IsDone);
        Assert.True(person.Press(HabitIds.Done(habit.Id)).Habit(habit.Name).DayOf(SentencePerson.Today).IsDone);
    }

    [Theory]
    [InlineData("en", "medicine twice a day")]
    [InlineData("es", "medicina dos veces al día")]
    [InlineData("pt", "remédio duas vezes ao dia")]
    [InlineData("hi", "दवाई दिन में दो बार")]
    [InlineData("hi", "dawai din mein do baar")]
    [InlineData("he", "תרופה פעמיים ביום")]
    public void Twice_IsTwo(string language, string text) => Assert.Equal(2, Assert.Single(new SentencePerson(language, "").Write(text).Data.Habits).Target);

    [Theory]
    [InlineData("en", "remind me to take antibiotics every 8 hours")]
    [InlineData("es", "recuérdame tomar antibióticos cada 8 horas")]
    [InlineData("pt", "me lembra de tomar antibiótico a cada 8 horas")]
    [InlineData("hi", "antibiotic har 8 ghante yaad dilana")]
    [InlineData("he", "תזכיר לי לקחת אנטיביוטיקה כל 8 שעות")]
    public void EveryHours_AreFixedTimes_AndSaidNotToBeCounted(string language, string text)
    {
        var person = new SentencePerson(language, "").Write(text);
        Assert.Contains("8", person.Answer.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal([new LocalTime(6, 0), new LocalTime(14, 0), new LocalTime(22, 0)], Assert.Single(person.Data.Habits).Times!);
    }

    [Theory]
    [InlineData("en", "add no more than 2 coffees a day", "had 1 coffee", 2)]
    [InlineData("en", "smoke at most 3 cigarettes a day", "smoked 1 cigarettes", 3)]
    [InlineData("es", "no más de 2 cafés al día", "bebí 1 café", 2)]
    [InlineData("pt", "no máximo 2 cafés por dia", "bebi 1 café", 2)]
    [InlineData("hi", "din mein zyada se zyada 2 coffee", "1 coffee pi li", 2)]
    [InlineData("he", "לכל היותר 2 קפה ביום", "שתיתי 1 קפה", 2)]
    public void Limit_IsKeptByStayingUnderIt(string language, string text, string more, int most)
    {
        var person = new SentencePerson(language, "").Write(text);
        Assert.Equal(most, Assert.Single(person.Data.Habits).AtMost);
        for (var each = 1; each <= most; each++) person.Write(more);
        Assert.Equal(most, person.Data.Habits[0].DayOf(SentencePerson.Today).Count);
        var kept = Closing.Close(person.Data, person.Data.Habits[0], SentencePerson.Today, isExcused: false);
        Assert.Equal((DayMark.Done, false, 1), (kept.Habit.MarkOf(SentencePerson.Today), kept.IsMissed, kept.Habit.Streak));
        person.Write(more);

        // Over it is a miss, but never on the day on which it was added.
        var over = person.Data.Habits[0];
        var first = Closing.Close(person.Data, over, SentencePerson.Today, isExcused: false);
        Assert.Equal((DayMark.Off, false), (first.Habit.MarkOf(SentencePerson.Today), first.IsMissed));
        Assert.True(Closing.Close(person.Data, over with { WholeSince = null }, SentencePerson.Today, isExcused: false).IsMissed);
    }

    [Theory]
    [InlineData("en", "quit smoking")]
    [InlineData("en", "stop biting my nails")]
    [InlineData("es", "dejar de fumar")]
    [InlineData("pt", "parar de roer as unhas")]
    [InlineData("hi", "smoking chhodna hai")]
    [InlineData("he", "להפסיק לעשן")]
    public void WhatIsLeftOff_IsANewHabit_AndAskedForAsSuch(string language, string text)
    {
        var person = new SentencePerson(language, "").Write(text);
        Assert.Equal(0, Assert.Single(person.Data.Habits).AtMost);
        person.WaitUntil(new LocalDateTime(2026, 11, 29, 20, 0));
        Assert.Equal([HabitIds.Done(person.Data.Habits[0].Id, SentencePerson.Today), HabitIds.Slip(person.Data.Habits[0].Id, SentencePerson.Today)], person.Choices);
    }

    [Theory]
    [InlineData("en", "no alcohol", "yes")]
    [InlineData("es", "sin alcohol", "sí")]
    [InlineData("pt", "sem álcool", "sim")]
    [InlineData("hi", "sharab nahi", "haan")]
    [InlineData("he", "בלי אלכוהול", "כן")]
    public void Statement_IsOffered_AndAddedOnAYes(string language, string text, string yes)
    {
        var person = new SentencePerson(language, "").Write(text);
        Assert.Empty(person.Data.Habits);
        Assert.Contains(HabitIds.Accept, person.Choices);
        Assert.Single(person.Write(yes).Data.Habits);
    }

    [Theory]
    [InlineData("go to bed by 11")]
    [InlineData("sleep 8 hours")]
    [InlineData("30 min walk after lunch")]
    [InlineData("brush teeth morning and night")]
    [InlineData("eat veggies at lunch and dinner")]
    public void Plan_WithoutAVerbOfAdding_IsOffered(string text) => Assert.Single(new SentencePerson("en", "").Write(text, "yes").Data.Habits);

    [Theory]
    [InlineData("en", "drink 2.5 litres of water a day", 2.5)]
    [InlineData("es", "beber 1,5 litros de agua al día", 1.5)]
    [InlineData("pt", "beber 2,5 litros de água por dia", 2.5)]
    [InlineData("hi", "din mein 2.5 litre paani peena hai", 2.5)]
    [InlineData("he", "לשתות 2.5 ליטר מים ביום", 2.5)]
    public void Target_MayBeAHalf(string language, string text, double target) =>
        Assert.Equal((decimal)target, Assert.Single(new SentencePerson(language, "").Write(text).Data.Habits).Goal);

    [Fact]
    public void Count_OfHalves_AddsUp()
    {
        var person = new SentencePerson("en", "").Write("drink 1.5 litres of water a day", "drank half a litre", "drank 1 litre");
        Assert.True(person.Data.Habits[0].DayOf(SentencePerson.Today) is { IsDone: true, Amount: 1.5m });
    }

    [Theory]
    [InlineData("en", "read by midnight every day")]
    [InlineData("es", "leer antes de medianoche todos los días")]
    [InlineData("pt", "ler até meia-noite todo dia")]
    [InlineData("hi", "aadhi raat tak padhna roz")]
    [InlineData("he", "לקרוא עד חצות כל יום")]
    public void Midnight_EndsTheDay(string language, string text)
    {
        var person = new SentencePerson(language, "").Write(text);
        var habit = Assert.Single(person.Data.Habits);
        Assert.Equal(SentencePerson.Today, habit.Since);
        person.WaitUntil(new LocalDateTime(2026, 11, 29, 23, 50)).Press(HabitIds.Done(habit.Id));
        Assert.True(person.Data.Habits[0].DayOf(SentencePerson.Today).IsDone);
    }

    [Theory]
    [InlineData("en", "team review first monday of every month", 7)]
    [InlineData("en", "party last friday of the month", 25)]
    [InlineData("en", "pay rent on the last day of each month", 31)]
    [InlineData("es", "reunión el primer lunes de cada mes", 7)]
    [InlineData("es", "pagar alquiler el último día de cada mes", 31)]
    [InlineData("pt", "reunião na primeira segunda de cada mês", 7)]
    [InlineData("pt", "pagar aluguel no último dia de cada mês", 31)]
    [InlineData("hi", "har mahine ke pehle somvar meeting", 7)]
    [InlineData("hi", "har mahine ke aakhri din rent dena", 31)]
    [InlineData("he", "ישיבה ביום שני הראשון בכל חודש", 7)]
    [InlineData("he", "לשלם שכירות ביום האחרון בכל חודש", 31)]
    public void Month_HasItsWeekdays(string language, string text, int december)
    {
        var habit = Assert.Single(new SentencePerson(language, "").Write(text).Data.Habits);
        Assert.Equal(new LocalDate(2026, 12, december), HabitCalendar.NextDue(habit, new LocalDate(2026, 12, 1)));
    }

    [Theory]
    [InlineData("en", "wake up at 6:30 on weekdays")]
    [InlineData("es", "levantarme a las 6:30 entre semana")]
    [InlineData("pt", "acordar às 6:30 nos dias úteis")]
    [InlineData("hi", "hafte ke dinon me 6:30 baje uthna")]
    [InlineData("he", "לקום ב-6:30 בימי חול")]
    public void Waking_IsInTheMorning(string language, string text) => Assert.Equal(new LocalTime(6, 30), Assert.Single(new SentencePerson(language, "").Write(text).Data.Habits).Start);

    [Theory]
    [InlineData("en", "meditate for 10 min every mornin at 7", "Meditate")]
    [InlineData("en", "hey can you nag me about taking my meds every morning at quarter past 8", "Taking my meds")]
    [InlineData("en", "gym mwf 6:30ish", "Gym")]
    [InlineData("en", "hi, my name is דוד and I want to read every day at 7pm", "Read")]
    [InlineData("hi", "din mein 8 glass paani peena hai", "Paani peena")]
    public void Name_HoldsNoWordsOfTimeOrCourtesy(string language, string text, string name) => Assert.Equal(name, new SentencePerson(language, "").Write(text).Names);

    [Theory]
    [InlineData("en", "dentist tomorrow at 5")]
    [InlineData("es", "dentista mañana a las 5")]
    [InlineData("pt", "dentista amanhã às 17h")]
    [InlineData("hi", "kal 5 baje dentist")]
    [InlineData("he", "רופא שיניים מחר ב-17:00")]
    public void OneDate_IsOneDay(string language, string text)
    {
        var habit = Assert.Single(new SentencePerson(language, "").Write(text).Data.Habits);
        Assert.Equal((SentencePerson.Today.PlusDays(1), SentencePerson.Today.PlusDays(1), new LocalTime(17, 0)), (habit.Since, habit.Until!.Value, habit.Start!.Value));
    }
}
