using System.Text.Json;
using NodaTime;
using WhatsAppBots.Bots.Habits.Talk;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Photos as proof. One may show several habits; each is judged.</summary>
internal static class Proving
{
    private const int FingerprintsKept = 60;
    private const int MostAtOnce = 10;
    private const int NearEnough = 5;
    private const int LongestReason = 200;
    private const double Sure = 0.8;
    private const double Doubtful = 0.3;

    /// <summary>A photo came.</summary>
    public static void Take(HabitTurn turn, string messageId, string? caption)
    {
        if (turn.Data.Habits.Count == 0)
        {
            turn.Say(turn.Texts.PhotoOfNothing);
            return;
        }

        if (turn.Data.Proofs.Count >= MostAtOnce)
        {
            turn.Say(turn.Texts.PhotosEnough);
            return;
        }

        var named = caption is { Length: > 0 and <= HabitOptions.LongestCaption } ? Listening.HabitsIn(turn, caption) : [];
        turn.Add(new UseMedia(MediaPurposes.Proof));
        turn.Add(new ShowTyping());
        turn.Data = turn.Data with
        {
            Proofs = [.. turn.Data.Proofs, new Proof(messageId, turn.At.ToDateTimeOffset(), Kept(caption), [.. named.Select(habit => habit.Id)])],
        };
    }

    /// <summary>It was looked at by our own checks.</summary>
    public static void Checked(HabitTurn turn, ImageProcessed image)
    {
        if (Find(turn, image.MessageId) is not { } proof) return;
        // That it could not be had or looked at is our fault: it counts on their word.
        if (image.Fault is PhotoFaults.NotHad or PhotoFaults.NotChecked)
        {
            ByRules(turn, proof);
            return;
        }

        if (image.Fault is PhotoFaults.TooMany or PhotoFaults.TooManyAgain)
        {
            Drop(turn, proof);
            if (image.Fault == PhotoFaults.TooMany) turn.Say(new TextMessage(turn.Texts.PhotosTomorrow), proof.Id);
            return;
        }

        if (image.Fault is not null && image.Fault is not (PhotoFaults.TooDark or PhotoFaults.TooBright or PhotoFaults.Blurred))
        {
            Drop(turn, proof);
            turn.Say(new TextMessage(turn.Texts.PhotoUnusable), proof.Id);
            return;
        }

        if (image.Fingerprint is { } print && turn.Data.Fingerprints.Any(known => Distance(known, print) <= NearEnough))
        {
            Drop(turn, proof);
            turn.Say(new TextMessage(turn.Texts.PhotoSeenBefore), proof.Id);
            return;
        }

        proof = proof with { StoreKey = image.StoreKey, Fingerprint = image.Fingerprint };
        Set(turn, proof);
        var candidates = Candidates(turn, proof);
        if (candidates.Count == 0)
        {
            Drop(turn, proof);
            turn.Say(new TextMessage(turn.Texts.NothingToProve), proof.Id);
            return;
        }

        if (turn.Options.AsksAi && proof.StoreKey is { } key)
        {
            var given = JsonSerializer.SerializeToElement(new { habits = candidates.Select(habit => new { name = habit.Name }) });
            turn.Publish(
                EventCatalog.AiAsked,
                new(turn.Conversation.Id, turn.Conversation.Person.Id, HabitTasks.Proof, "proof:" + proof.Id, given, proof.Caption, [key],
                    turn.Texts.Language));
            return;
        }

        ByRules(turn, proof);
    }

    /// <summary>The AI saw it, or did not.</summary>
    public static void Judged(HabitTurn turn, AiAnswered answer)
    {
        if (Find(turn, answer.Request["proof:".Length..]) is not { } proof) return;
        var seen = answer.Answer is { } json ? ProofAnswer.Read(json) : null;
        if (seen is null)
        {
            ByRules(turn, proof);
            return;
        }

        var candidates = Candidates(turn, proof);
        var judged = seen.Select(each => (each, Habit: candidates.FirstOrDefault(habit => habit.Name == each.Name))).Where(each => each.Habit is not null).ToList();
        var shown = judged.Where(each => each.each.Shows && each.each.Confidence >= Sure).Select(each => each.Habit!).ToList();
        if (shown.Count > 0)
        {
            Accept(turn, proof, shown);
            return;
        }

        // It is not sure: they are asked. It says no: they are told why and send another.
        var maybe = judged.Where(each => each.each.Confidence > Doubtful && (each.each.Shows || each.each.Confidence < Sure)).Select(each => each.Habit!).ToList();
        if (maybe.Count > 0)
        {
            AskWhich(turn, proof, maybe);
            return;
        }

        Drop(turn, proof);
        var why = judged.Select(each => each.each.Why).FirstOrDefault(each => each.Length > 0);
        turn.Say(new TextMessage(why is null ? turn.Texts.ProofShowsNothing : turn.Texts.ProofShowsNot(Labels.Cut(Labels.Line(why), LongestReason))), proof.Id);
    }

    /// <summary>They say what it shows.</summary>
    public static void Told(HabitTurn turn, string argument)
    {
        var parts = argument.Split(':', 2);
        if (parts.Length < 2 || Find(turn, parts[1]) is not { } proof || turn.Habit(Number(parts[0])) is not { } habit)
        {
            turn.Say(turn.Texts.PhotoSettled);
            return;
        }

        Accept(turn, proof, [habit]);
    }

    /// <summary>Nobody judged it in time. That is our fault; it counts for what it must have been.</summary>
    public static void Waited(HabitTurn turn, Instant at)
    {
        foreach (var proof in turn.Data.Proofs.Where(each => Instant.FromDateTimeOffset(each.SentAt) + Days.Schedule.WaitOf(each) <= at).ToList())
        {
            var candidates = Candidates(turn, proof);
            if (candidates.Count > 0 && (proof.Habits.Count > 0 || candidates.Count == 1)) Accept(turn, proof, candidates);
            else Drop(turn, proof);
        }
    }

    private static void ByRules(HabitTurn turn, Proof proof)
    {
        var candidates = Candidates(turn, proof);
        if (proof.Habits.Count > 0 || candidates.Count == 1) Accept(turn, proof, candidates);
        else if (candidates.Count == 0) Drop(turn, proof);
        else AskWhich(turn, proof, candidates);
    }

    private static void AskWhich(HabitTurn turn, Proof proof, IReadOnlyList<Habit> habits)
    {
        Set(turn, proof with { IsAsked = true });
        turn.Say(
            turn.Choices(turn.Texts.WhatDoesItShow, [.. habits.Select(habit => new Choice(HabitIds.Take(proof.Id, habit.Id), habit.Name))]), proof.Id);
    }

    private static void Accept(HabitTurn turn, Proof proof, IReadOnlyList<Habit> habits)
    {
        Drop(turn, proof);
        if (proof.Fingerprint is { } print) turn.Data = turn.Data with { Fingerprints = [.. turn.Data.Fingerprints.Append(print).TakeLast(FingerprintsKept)] };

        // It counts from when it was sent, whatever the clock says by now.
        var now = turn.At;
        turn.At = Instant.FromDateTimeOffset(proof.SentAt);
        var lines = habits.Select(habit => Doing.Mark(turn, turn.Habit(habit.Id)!, 1, isWhole: habit.Target is null)).ToList();
        turn.At = now;
        turn.SpeakOf(habits[^1]);
        turn.Say(new TextMessage(string.Join("\n", lines)), proof.Id);
    }

    // What they named; else what is open and wants a proof; else what is open.
    private static List<Habit> Candidates(HabitTurn turn, Proof proof)
    {
        if (proof.Habits.Count > 0) return [.. proof.Habits.Select(turn.Habit).OfType<Habit>()];
        var now = turn.At;
        turn.At = Instant.FromDateTimeOffset(proof.SentAt);
        var open = Doing.Open(turn).ToList();
        turn.At = now;
        var wanting = open.Where(habit => habit.NeedsProof).ToList();
        return wanting.Count > 0 ? wanting : open;
    }

    private static Proof? Find(HabitTurn turn, string id) => turn.Data.Proofs.FirstOrDefault(each => each.Id == id);

    private static void Set(HabitTurn turn, Proof proof) =>
        turn.Data = turn.Data with { Proofs = [.. turn.Data.Proofs.Select(each => each.Id == proof.Id ? proof : each)] };

    private static void Drop(HabitTurn turn, Proof proof) => turn.Data = turn.Data with { Proofs = [.. turn.Data.Proofs.Where(each => each.Id != proof.Id)] };

    private static string? Kept(string? caption) => caption is null ? null : TextLimit.Head(caption, HabitOptions.LongestCaption);

    private static int Number(string text) => int.TryParse(text, out var number) ? number : 0;

    private static int Distance(string one, string other) =>
        ulong.TryParse(one, System.Globalization.NumberStyles.HexNumber, null, out var a) && ulong.TryParse(other, System.Globalization.NumberStyles.HexNumber, null, out var b)
            ? System.Numerics.BitOperations.PopCount(a ^ b)
            : int.MaxValue;
}
