using NodaTime;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.Bots.Habits;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>
/// An id comes back from outside with whatever somebody put into it: what no button can have offered does nothing, and is answered.
/// </summary>
public sealed class ForgedButtonTests
{
    private static readonly string[] _verbs =
    [
        "done", "undone", "slip", "dropday", "cancel", "count", "pauseone", "undo", "start", "deadline", "freeze", "doneall",
        "pausesome", "pauseall", "removeall", "take", "ladder", "punished", "weekly",
    ];

    private static readonly string[] _arguments =
    [
        "", "1", "1:", "1:-9998-01-01", "1:9999-12-31", "1:2028-01-31", "1:0000-00-00", "1:2026-02-30", "1:99999999999999999999",
        "1:-1", "1:0", "1:9", "1:2400", "1:٣", "1.1.1:-9998-01-01", "1:2026-11-29:2026-11-29", "2026-11-30:9999-12-31",
        "-9998-01-01:2026-11-30", "9999-12-31:-9998-01-01", "7", "-1", "Walk, Run", "2147483648:2026-11-29", "1:\ud800",
        "1.2.3.4.5.6.7", "1:1e9",
    ];

    [Theory]
    [InlineData("habits:slip:1:-9998-01-01")]
    [InlineData("habits:done:1:9999-12-31")]
    [InlineData("habits:undone:1:9999-12-31")]
    [InlineData("habits:undo:1:-9998-01-01")]
    [InlineData("habits:freeze:1:9999-12-31")]
    [InlineData("habits:pauseone:1:9999-12-31")]
    [InlineData("habits:pausesome:1:-9998-01-01")]
    [InlineData("habits:doneall:1:9999-12-31")]
    [InlineData("habits:count:1:0")]
    [InlineData("habits:count:1:x")]
    [InlineData("habits:dropday:1:8")]
    [InlineData("habits:start:1:2560")]
    public void Button_WithAValueThatNobodyOffered_ChangesNothingAndSaysSo(string id)
    {
        var person = new SentencePerson("en", "No sugar, Read").Write("my habits");
        var before = person.Data;
        person.Press(id);
        Assert.Equal(Written(before), Written(person.Data));
        Assert.Null(person.Data.Pause);
        Assert.Equal("That button doesn't fit any day or number I can use, so I haven't changed anything.", person.Answer);
    }

    private static string Written(HabitData data) => new HabitData { Habits = data.Habits }.Write();

    // A day that is still to come can be offered, and is answered as such.
    [Fact]
    public void Done_OfADayToCome_MarksNothingToday()
    {
        var person = new SentencePerson("en", "Read").Press(HabitIds.Done(1, SentencePerson.Today.PlusDays(3)));
        Assert.False(person.Habit("Read").DayOf(SentencePerson.Today).IsDone);
        Assert.Contains("still to come", person.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Button_WhateverItCarries_IsAnsweredAndBreaksNoLaterTurn()
    {
        foreach (var verb in _verbs)
        {
            foreach (var argument in _arguments)
            {
                var person = new SentencePerson("en", "Gym, Water:8:glasses, Read");
                var failure = Record.Exception(() => person.Press($"habits:{verb}:{argument}").Write("my habits")
                    .WaitUntil(new LocalDateTime(2026, 12, 2, 9, 0)).Write("how am I doing?"));
                Assert.True(failure is null, $"habits:{verb}:{argument}: {failure}");
                Assert.NotEmpty(person.Answer);
            }
        }
    }

    [Theory]
    [InlineData("cmd:7")]
    [InlineData("cmd:0")]
    [InlineData("cmd:-1")]
    [InlineData("cmd:Human, Menu")]
    [InlineData("cmd: human")]
    public void Command_ByItsNumber_IsNone(string id) => Assert.Null(CommandIds.Read(id, DateTimeOffset.UnixEpoch));

    [Fact]
    public void Command_ByItsName_IsRead() => Assert.Equal(Command.Human, CommandIds.Read("cmd:human", DateTimeOffset.UnixEpoch)!.Command);
}
