using System.Text.Json;
using NodaTime;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Understands what is typed: by rules where they are sure, by the AI where there is one, by rules again where it fails.</summary>
internal static class Listening
{
    private static readonly Duration _questionLives = Duration.FromMinutes(30);

    public static void Hear(HabitTurn turn, string text, string messageId)
    {
        // What they wrote before is answered before what they write now.
        Waited(turn);
        Quoting.Recall(turn);
        var written = text;
        text = Rewording.Plain(Several.Tidy(text));
        var said = Hearing.Understand(turn, text);
        if (said.IsDistressed)
        {
            Caring.Answer(turn);
            return;
        }

        // Half of what they said is no reason to do anything.
        if (said.IsCut)
        {
            turn.Say(turn.Texts.TooLong);
            return;
        }

        if (HabitWords.CodeIn(text) is { } code)
        {
            Partnering.Join(turn, code);
            return;
        }

        if (turn.Data.Question is { } question)
        {
            turn.Data = turn.Data with { Question = null };
            if (turn.Now - Instant.FromDateTimeOffset(question.At) <= _questionLives && Answering.Try(turn, question, text, said)) return;
        }

        var wish = Quoting.Complete(turn, WishReader.Of(said, turn.Today));
        if (Quoting.Asks(turn, wish)) return;
        if (Recalling.Regrets(turn, text, said))
        {
            Changing.Restore(turn);
            return;
        }

        if (Resetting.Try(turn, text) || Slipping.Try(turn, text, wish) || Replying.Try(turn, text, said, wish)) return;
        if (HabitWords.Read(text) is { } word)
        {
            Acting.Word(turn, word);
            return;
        }

        if (SmallTalk.Try(turn, text, said, wish) || HabitTitles.Try(turn, text) || Recalling.Try(turn, text, said, wish) || Several.Try(turn, text, said, wish)) return;
        if (said.Intents.Count == 1 && Acting.IsSure(turn, wish))
        {
            Acting.Do(turn, wish);
            return;
        }

        if (!turn.Options.AsksAi || text.Length > 500)
        {
            Acting.Do(turn, Known(turn, wish, text));
            return;
        }

        var request = "text:" + messageId;
        var local = turn.Local;
        var given = JsonSerializer.SerializeToElement(new
        {
            habits = turn.Data.Habits.Select(habit => new { name = habit.Name }),
            today = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd dddd HH:mm}"),
        });
        turn.Publish(
            EventCatalog.AiAsked,
            new(turn.Conversation.Id, turn.Conversation.Person.Id, HabitTasks.Understand, request, given, written, [], turn.Texts.Language));
        turn.Add(new ShowTyping());
        turn.Data = turn.Data with { Asked = new AiQuestion(request, text, turn.At.ToDateTimeOffset(), turn.Conversation.Now) };
    }

    /// <summary>The AI answered, or has no answer. What comes too late was answered by rules.</summary>
    public static void Answered(HabitTurn turn, AiAnswered answer)
    {
        if (turn.Data.Asked is not { } asked || asked.Request != answer.Request) return;
        if (answer.Answer is not { } json || HabitTasks.Read(json) is not { } wish)
        {
            Waited(turn);
            return;
        }

        turn.Data = turn.Data with { Asked = null };
        AsOf(turn, asked, () => Acting.Do(turn, wish.Over(ByRules(turn, asked))));
    }

    /// <summary>Nobody answers what the AI was asked: rules do, at once.</summary>
    public static void Waited(HabitTurn turn)
    {
        if (turn.Data.Asked is not { } asked) return;
        turn.Data = turn.Data with { Asked = null };
        AsOf(turn, asked, () => Acting.Do(turn, ByRules(turn, asked)));
    }

    /// <summary>The habits a text names.</summary>
    public static IReadOnlyList<Habit> HabitsIn(HabitTurn turn, string text)
    {
        var names = turn.Data.Habits.Select(habit => habit.Name).ToList();
        var said = Hearing.Understand(turn, text);
        if (said.IsCut) return [];
        IEnumerable<string> parts = said.Names.Count > 0 ? said.Names : [said.Name ?? text];
        var found = parts.Select(part => NameMatch.Find(part, names)).Where(each => each.Count == 1).Select(each => each[0]).ToHashSet();
        var plain = PlainText.Of(text);
        return [.. turn.Data.Habits.Where((habit, index) => found.Contains(index) || plain.Contains(PlainText.Of(habit.Name), StringComparison.Ordinal))];
    }

    private static Wish ByRules(HabitTurn turn, AiQuestion asked) =>
        Known(turn, WishReader.Of(Hearing.Understand(turn, asked.Text), turn.Today), asked.Text);

    // Of what says nothing else that is understood, the habit it names is known at least.
    private static Wish Known(HabitTurn turn, Wish wish, string text) =>
        wish is { Intent: Intent.None, Names: [] } && HabitsIn(turn, text) is [var only] ? wish with { Names = [only.Name], Name = only.Name } : wish;

    // It is judged by when they wrote it.
    private static void AsOf(HabitTurn turn, AiQuestion asked, Action act)
    {
        var now = turn.At;
        turn.At = Instant.FromDateTimeOffset(asked.SentAt);
        act();
        turn.At = now;
    }
}
