namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>What people wrote to the bot and what it has to make of it, in all five languages.</summary>
public sealed class InTheirWordsTests
{
    [Theory]
    [InlineData("en", "Water:8:glasses, Gym", "drank 2", "drank 3 glasses", "set water back to zero")]
    [InlineData("en", "Water:8:glasses, Gym", "drank 2", "drank 3 glasses", "reset my water")]
    [InlineData("es", "Agua:8:vasos, Gym", "tomé 2 vasos", "tomé 3 vasos", "pon el agua a cero")]
    [InlineData("pt", "Água:8:copos, Gym", "bebi 2 copos", "bebi 3 copos", "zera a água")]
    [InlineData("hi", "Paani:8:glass, Gym", "2 glass piya", "3 glass piya", "paani zero kar do")]
    [InlineData("he", "מים:8:כוסות, כושר", "שתיתי 2 כוסות", "שתיתי 3 כוסות", "אפס את המים")]
    public void Count_SetBackToZero_HasNothingLeft(string language, string habits, string one, string two, string reset)
    {
        var person = new SentencePerson(language, habits).Write(one, two);
        Assert.Equal(5, person.Data.Habits[0].DayOf(SentencePerson.Today).Amount);
        person.Write(reset);
        Assert.Equal(0, person.Data.Habits[0].DayOf(SentencePerson.Today).Amount);
        Assert.Equal(2, person.Data.Habits.Count);
    }

    [Theory]
    [InlineData("en", "Water:8:glasses", "at most 2 coffees a day", "just had a coffee")]
    [InlineData("en", "Water:8:glasses", "quit smoking", "I smoked a cigarette")]
    [InlineData("es", "Agua:8:vasos", "máximo 5 cigarros al día", "he fumado un cigarro")]
    [InlineData("es", "Agua:8:vasos", "dejar de fumar", "he fumado un cigarro")]
    [InlineData("pt", "Água:8:copos", "no máximo 2 cafés por dia", "tomei um café")]
    [InlineData("pt", "Água:8:copos", "parar de fumar", "fumei um cigarro")]
    [InlineData("he", "מים:8:כוסות", "לא יותר מ-2 קפה ביום", "שתיתי קפה")]
    [InlineData("he", "מים:8:כוסות", "להפסיק לעשן", "עישנתי סיגריה")]
    public void Consumed_WhatIsToStayFew_CountsAgainstTheLimitAndNothingElse(string language, string habits, string limit, string slip)
    {
        var person = new SentencePerson(language, habits).Write(limit, slip);
        var limited = Assert.Single(person.Data.Habits, habit => habit.AtMost is not null).DayOf(SentencePerson.Today);
        Assert.Equal((1, false), (limited.Amount, limited.IsDone));
        Assert.Equal(0, person.Data.Habits[0].DayOf(SentencePerson.Today).Amount);
    }

    [Fact]
    public void Counted_WhatNoHabitIsOf_IsAsked()
    {
        var person = new SentencePerson("hi", "Paani:8:glass").Write("ek chai pi li");
        Assert.Equal(0, person.Data.Habits[0].DayOf(SentencePerson.Today).Amount);
        Assert.Contains("chai", person.Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "can you shut up a bit, too many messages")]
    [InlineData("es", "cállate un poco, demasiados mensajes")]
    [InlineData("pt", "cala a boca um pouco, mensagens demais")]
    [InlineData("hi", "thoda chup raho, bahut zyada messages aa rahe")]
    [InlineData("he", "תשתוק קצת, יותר מדי הודעות")]
    public void Complaint_OfTooManyMessages_BringsFewer(string language, string text) =>
        Assert.True(new SentencePerson(language, "Gym").Write(text).Data.Digest);

    [Theory]
    [InlineData("en", "you suck")]
    [InlineData("en", "you're annoying")]
    [InlineData("en", "stupid bot")]
    [InlineData("es", "eres un inútil")]
    [InlineData("pt", "você é inútil")]
    [InlineData("hi", "bakwas bot")]
    [InlineData("he", "אתה מטומטם")]
    public void Insult_IsAnsweredWithLessOfTheBot(string language, string text) =>
        Assert.Equal(["habits:fewer", "habits:break", "cmd:human"], new SentencePerson(language, "Gym").Write(text).Choices);

    [Theory]
    [InlineData("en", "I want to meditate every day at 7 and not smoke", "Meditate, Stop smoking")]
    [InlineData("en", "quit smoking and sleep 8 hours a night", "Quit smoking, Sleep")]
    [InlineData("en", "I don't want to smoke anymore", "Stop smoking")]
    [InlineData("en", "no smoking", "Stop smoking")]
    [InlineData("es", "quiero meditar todos los días a las 7 y no fumar", "Meditar, Dejar de fumar")]
    [InlineData("es", "no quiero fumar más", "Dejar de fumar")]
    [InlineData("es", "medita a las 7", "Meditar")]
    [InlineData("pt", "quero meditar todo dia às 7 e não fumar", "Meditar, Parar de fumar")]
    [InlineData("pt", "não quero mais fumar", "Parar de fumar")]
    [InlineData("pt", "leia 20 páginas toda noite", "Ler")]
    [InlineData("pt", "dormir 8 horas por noite", "Dormir")]
    [InlineData("hi", "roz 7 baje meditation karni hai aur smoking nahi karni", "Meditation, Smoking nahi")]
    [InlineData("he", "אני רוצה לעשות מדיטציה כל יום ב-7 ולא לעשן", "לעשות מדיטציה, להפסיק לעשן")]
    [InlineData("he", "אני לא רוצה לעשן יותר", "להפסיק לעשן")]
    public void Sentence_BringsHabitsWithNamesThatFit(string language, string text, string names) =>
        Assert.Equal(names, new SentencePerson(language, "").Write(text).Names);

    [Theory]
    [InlineData("en", "read 20 pages before bed", "yes please add the reading one", 20)]
    [InlineData("en", "read 20 pages before bed", "yes but 10 pages", 10)]
    [InlineData("es", "leer 20 páginas antes de dormir", "sí, pero 10 páginas", 10)]
    [InlineData("pt", "ler 20 páginas antes de dormir", "sim, mas 10 páginas", 10)]
    [InlineData("he", "לקרוא 20 עמודים לפני השינה", "כן אבל 10 עמודים", 10)]
    public void Offer_TakenInWords_KeepsWhatWasOffered(string language, string text, string yes, int target)
    {
        var habit = Assert.Single(new SentencePerson(language, "").Write(text, yes).Data.Habits);
        Assert.Equal(target, habit.Target);
        Assert.Contains(' ', habit.Name);
    }

    [Fact]
    public void Offer_Corrected_IsOfferedAnew()
    {
        var person = new SentencePerson("en", "").Write("read 20 pages before bed", "actually no, I read 15 pages");
        Assert.Contains("15 pages", person.Answer, StringComparison.Ordinal);
        Assert.Equal(15, person.Write("yes").Habit("Read before bed").Target);
    }

    [Theory]
    [InlineData("en", "gym 3 times a week, send you a pic as proof")]
    [InlineData("es", "gimnasio 3 veces por semana, te mando foto")]
    [InlineData("pt", "academia 3 vezes por semana, te mando foto")]
    [InlineData("hi", "hafte mein 3 baar gym, photo bhejunga")]
    [InlineData("he", "כושר 3 פעמים בשבוע, אשלח תמונה")]
    public void Proof_PromisedInWords_IsAskedFor(string language, string text) =>
        Assert.True(Assert.Single(new SentencePerson(language, "").Write(text).Data.Habits).NeedsProof);

    [Theory]
    [InlineData("en", "don't message me after 10pm", 22, 7)]
    [InlineData("en", "don't text me before 9am", 22, 9)]
    [InlineData("es", "no me escribas después de las 11 de la noche", 23, 7)]
    [InlineData("pt", "não me mande mensagem depois das 22h", 22, 7)]
    [InlineData("hi", "raat 10 baje ke baad message mat karo", 22, 7)]
    [InlineData("he", "אל תשלח לי הודעות אחרי 10 בלילה", 22, 7)]
    public void QuietHours_SaidWithOneEnd_AreSet(string language, string text, int from, int until)
    {
        var data = new SentencePerson(language, "Gym").Write(text).Data;
        Assert.Equal((from, until, null), (data.QuietFrom.Hour, data.QuietUntil.Hour, data.Question));
    }

    [Theory]
    [InlineData("en", "what's a freeze", "🧊")]
    [InlineData("es", "¿qué es un comodín?", "🧊")]
    [InlineData("pt", "o que é um congelamento?", "🧊")]
    [InlineData("hi", "freeze kya hai?", "🧊")]
    [InlineData("he", "מה זה הקפאה?", "🧊")]
    [InlineData("es", "qué hago si fallo?", "comodines")]
    [InlineData("en", "what do I do if I fail?", "freezes")]
    [InlineData("pt", "o que eu faço se falhar?", "congelamentos")]
    [InlineData("en", "be meaner to me", "DRILL SERGEANT")]
    [InlineData("es", "sé más duro conmigo", "SARGENTO")]
    [InlineData("en", "how much does this cost", "Keeping habits with me is free")]
    public void Question_OfTheBotItself_IsAnswered(string language, string text, string answer) =>
        Assert.Contains(answer, new SentencePerson(language, "Gym").Write(text).Answer, StringComparison.Ordinal);

    [Fact]
    public void Pause_ThatIsToCome_IsOfferedAsNoReturn()
    {
        var person = new SentencePerson("es", "Gym").Write("me voy de vacaciones del 5 al 12 de diciembre", "hola");
        Assert.DoesNotContain("habits:resume", person.Choices);
        Assert.Contains("habits:pause", person.Choices);
    }

    // One can be brought back with a tap; of several it is asked, and they come back together.
    [Fact]
    public void Several_AreRemovedOnceTheyAgree_AndComeBackTogether()
    {
        var person = new SentencePerson("en", "Call mum, Run, Read").Write("delete call mum and the run");
        Assert.Equal(3, person.Data.Habits.Count);
        person.Write("yes");
        Assert.Equal("Read", person.Names);
        person.Press("habits:restore");
        Assert.Equal("Read, Call mum, Run", person.Names);
    }

    [Fact]
    public void Words_OfWhatWasDone_WithoutAnyHabit_AreMetWarmly()
    {
        var person = new SentencePerson("en", "").Write("I ran 5k");
        Assert.StartsWith("Nice work!", person.Answer, StringComparison.Ordinal);
    }
}
