using NodaTime;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>What was said last is not forgotten, and not everything is a command.</summary>
public sealed class ContextTests
{
    [Theory]
    [InlineData("en", "meditate every day at 7", "no, at 8")]
    [InlineData("en", "gym every day", "8")]
    [InlineData("en", "gym every day", "actually make it 8")]
    [InlineData("es", "meditar todos los días a las 7", "no, a las 8")]
    [InlineData("pt", "meditar todo dia às 7", "não, às 8")]
    [InlineData("hi", "dhyan roz subah 7 baje", "nahi, 8 baje")]
    [InlineData("he", "מדיטציה כל יום ב-7", "לא, ב-8")]
    public void Correction_IsOfWhatWasJustAdded(string language, string text, string correction) =>
        Assert.Equal(new LocalTime(8, 0), Assert.Single(new SentencePerson(language, "").Write(text, correction).Data.Habits).Start);

    [Theory]
    [InlineData("en", "Gym", "remove gym", "undo")]
    [InlineData("en", "Gym", "remove gym", "bring gym back")]
    [InlineData("es", "Gimnasio", "elimina gimnasio", "deshacer")]
    [InlineData("pt", "Academia", "remove academia", "desfazer")]
    [InlineData("hi", "Gym", "gym hata do", "undo karo")]
    [InlineData("he", "חדר כושר", "תמחק חדר כושר", "ביטול")]
    public void Undo_BringsBackWhatWasRemoved(string language, string habits, string text, string undo) =>
        Assert.Equal(habits, new SentencePerson(language, habits).Write(text, undo).Names);

    [Theory]
    [InlineData("skip gym")]
    [InlineData("pause until monday")]
    [InlineData("meditate every day at 7")]
    [InlineData("move gym to 8pm")]
    public void Undo_TakesBackWhateverWasLast(string text)
    {
        var person = new SentencePerson("en", "Gym");
        var (habits, pause) = (person.Data.Habits[0] with { Open = [] }, person.Data.Pause);
        person.Write(text, "undo");
        Assert.Equal((habits.Start, pause, 1, null), (person.Data.Habits[0].Start, person.Data.Pause, person.Data.Habits.Count, person.Data.Freezes));
        Assert.DoesNotContain(person.Data.Habits[0].Open, open => open.IsFrozen);
    }

    [Theory]
    [InlineData("en", "meditate every day at 7", "thanks", "undo")]
    [InlineData("en", "meditate every day at 7", "done with gym", "undo", "undo")]
    [InlineData("es", "meditar todos los días a las 7", "gracias", "deshacer")]
    [InlineData("pt", "meditar todo dia às 7", "obrigado", "desfazer")]
    [InlineData("hi", "dhyan roz subah 7 baje", "shukriya", "undo karo")]
    [InlineData("he", "מדיטציה כל יום ב-7", "תודה", "בטל את זה")]
    public void Undo_OfAHabitThatWasAddedAWhileAgo_IsAskedByName(string language, params string[] texts)
    {
        var person = new SentencePerson(language, "Gym").Write(texts);
        Assert.Equal(2, person.Data.Habits.Count);
        Assert.Contains(person.Data.Habits[1].Name, person.Answer, StringComparison.Ordinal);
        Assert.NotEmpty(person.Choices);
    }

    [Theory]
    [InlineData("en", "delete everything")]
    [InlineData("es", "borra todo")]
    [InlineData("pt", "apaga tudo")]
    [InlineData("hi", "sab hata do")]
    [InlineData("he", "תמחק הכל")]
    public void Everything_ThoughItBeOneHabit_IsRemovedOnAYesAlone(string language, string text) =>
        Assert.Equal("Gym", new SentencePerson(language, "Gym").Write(text).Names);

    [Theory]
    [InlineData("done reading 4 pages")]
    [InlineData("read 4 pages")]
    [InlineData("done with reading, 4 pages")]
    public void Done_WithAnAmount_CountsThatMuch(string text)
    {
        var habit = new SentencePerson("en", "Reading:10:pages").Write(text).Habit("Reading");
        Assert.Equal((4, false), (habit.DayOf(SentencePerson.Today).Count, habit.DayOf(SentencePerson.Today).IsDone));
    }

    [Theory]
    [InlineData("meditate every day at 25:99")]
    [InlineData("meditate every day at 9:75")]
    public void Hour_ThatIsNone_IsNoCount(string text) =>
        Assert.DoesNotContain(new SentencePerson("en", "").Write(text).Data.Habits, habit => habit.Target is not null);

    [Fact]
    public void NewRule_ForAHabitThatIsThere_ChangesItOnAYes() =>
        Assert.Equal(Weekdays.Workdays, new SentencePerson("en", "Gym").Write("gym is now monday to friday", "yes").Habit("Gym").Days.Weekdays);

    [Fact]
    public void YesAndNo_WithNothingOpen_AreNoMenu() =>
        Assert.All(new[] { "yes", "ok", "no" }, word => Assert.Empty(new SentencePerson("en", "Gym").Write(word).Choices));

    [Theory]
    [InlineData("en", "yes", "ok")]
    [InlineData("es", "sí", "vale")]
    [InlineData("pt", "sim", "beleza")]
    [InlineData("hi", "haan", "ठीक है")]
    [InlineData("he", "כן", "בסדר")]
    public void Yes_ToNoQuestionOfTheBot_PromisesNothing(string language, string yes, string ok)
    {
        var texts = new HabitTexts(language, Tone.Firm);
        Assert.Equal(texts.YesToWhat, new SentencePerson(language, "Gym").Write(yes).Answer);
        Assert.Equal(texts.AllRight, new SentencePerson(language, "Gym").Write(ok).Answer);
    }

    [Theory]
    [InlineData("en", "sorry, was busy", "i feel like shit today", "is this free?", "when's my next reminder", "what happens if i miss?", "can you be nicer?", "lol", "goodbye", "drill sergeant please", "how does this work?", "stop reminding me at night")]
    [InlineData("es", "perdón, estaba ocupado", "estoy triste", "¿es gratis?", "¿cuándo es mi próximo recordatorio?", "¿qué pasa si fallo?", "jajaja", "adiós", "¿cómo funciona?")]
    [InlineData("pt", "desculpa, estava ocupado", "tô triste", "é grátis?", "quando é meu próximo lembrete?", "o que acontece se eu perder?", "kkk", "tchau", "como funciona?")]
    [InlineData("hi", "sorry busy tha", "udaas hu", "free hai kya", "agla reminder kab", "agar bhool gaya to", "haha", "alvida", "यह कैसे काम करता है?")]
    [InlineData("he", "סליחה הייתי עסוק", "אני עצוב", "זה בחינם?", "מתי התזכורת הבאה?", "מה קורה אם אני מפספס?", "חחח", "להתראות", "איך זה עובד?")]
    public void SmallTalk_IsAnswered(string language, params string[] texts) =>
        Assert.All(texts, text => Assert.True(new SentencePerson(language, "Gym").Write(text) is { Data.Lost: 0, Choices.Count: < 4 } person && person.Names == "Gym", text));

    [Theory]
    [InlineData("are you a bot?")]
    [InlineData("¿eres un bot?")]
    [InlineData("você é um robô?")]
    [InlineData("kya tum bot ho?")]
    [InlineData("אתה בוט?")]
    public void Bot_SaysThatItIsOne(string text) => Assert.True(TalkWords.AsksWhetherBot(text));

    [Fact]
    public void Fallback_NeverComesTwiceInARow()
    {
        var person = new SentencePerson("en", "Gym").Write("asdf qwer");
        var (first, rows) = (person.Answer, person.Choices.Count);
        var second = person.Write("zxcv uiop").Answer;
        Assert.NotEqual(first, second);
        Assert.True(rows == 9 && person.Choices.Count == 3);
        Assert.NotEqual(second, person.Write("hjkl").Answer);
        Assert.Contains(CommandIds.Of(Command.Human), person.Choices);
        Assert.Equal(first, person.Write("how am I doing?", "asdf qwer").Answer);
    }

    [Fact]
    public void EditedMessage_IsHeardAnew()
    {
        var person = new SentencePerson("en", "").Write("meditate every day at 7am").Edit("wamid.1", "meditate every day at 8am");
        Assert.Equal(new LocalTime(8, 0), Assert.Single(person.Data.Habits).Start);
        Assert.NotEmpty(new SentencePerson("en", "Gym").Write("done with gym").Edit("wamid.9", "done with read").Answer);
    }

    [Theory]
    [InlineData("en", "Gym, Water", "ask for a photo of gym")]
    [InlineData("en", "Gym, Water", "photo needed for gym")]
    [InlineData("es", "Gimnasio, Agua", "pide una foto de gimnasio")]
    [InlineData("pt", "Academia, Água", "pede foto da academia")]
    [InlineData("hi", "Gym, Paani", "gym ki photo maango")]
    [InlineData("he", "חדר כושר, מים", "בקש תמונה של חדר כושר")]
    public void Title_OfAButtonWithAHabit_DoesIt(string language, string habits, string text) => Assert.True(new SentencePerson(language, habits).Write(text).Data.Habits[0].NeedsProof);

    [Fact]
    public void Habit_IsRenamedAndShared()
    {
        Assert.Equal("Workout", new SentencePerson("en", "Gym").Write("rename gym to Workout").Names);
        Assert.True(new SentencePerson("en", "Gym, Water").Write("share water").Habit("Water").IsShared);
    }

    [Fact]
    public void Offer_IsReadByTheReleaseBefore()
    {
        // What it does not know it leaves out; nothing that it knows has another form.
        var data = new SentencePerson("en", "").Write("water 2.5 litres a day", "take pills at 8 and 20", "no alcohol").Data;
        Assert.Equal(data.Write(), HabitData.Read(data.Write()).Write());
        Assert.Null(data.Question);
        Assert.All(data.Habits, habit => Assert.InRange(habit.Target!.Value, 2, 3));
    }
}
