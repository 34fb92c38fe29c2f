using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>
/// Somebody who hears of a bad day: both sides agree first. Who is invited writes a code to this number, so that nobody is written to who did
/// not write first, and who invited says whether it is the right person.
/// </summary>
internal static class Partnering
{
    /// <summary>Changes with the wording of the partner's consent.</summary>
    public const string TermsVersion = "1";

    public const string Consent = "habits.partner";

    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int MostCharges = 10;
    private const int MostWaiting = 5;

    public static void Show(HabitTurn turn)
    {
        var texts = turn.Texts;
        if (turn.Data.Candidate is { } candidate) AskAbout(turn, candidate);
        else if (turn.Data.Partner is { } partner) turn.Buttons(texts.PartnerIs(partner.Name, Shared(turn)), new Choice(HabitIds.Leave, texts.LeaveButton));
        else if (turn.Data.Charges.Count > 0) turn.Buttons(texts.ChargesAre(string.Join(", ", turn.Data.Charges.Select(each => each.Name))), new(HabitIds.Invite, texts.InviteButton), new(HabitIds.Leave, texts.LeaveButton));
        else turn.Buttons(texts.PartnerHow, new Choice(HabitIds.Invite, texts.InviteButton));
    }

    /// <summary>A text to pass on.</summary>
    public static void Invite(HabitTurn turn)
    {
        var code = CodeOf(turn);
        turn.Data = turn.Data with { Invitation = code };
        turn.Say(turn.Texts.InviteHow);
        turn.Say(turn.Texts.Invitation(turn.PersonName ?? turn.Texts.AFriend, "partner " + code));
    }

    /// <summary>Somebody writes a code: they agree to hear of another's bad days.</summary>
    public static void Join(HabitTurn turn, string code)
    {
        if (ConversationOf(code) is not { } inviter || inviter == turn.Conversation.Id)
        {
            turn.Say(turn.Texts.CodeWrong);
            return;
        }

        turn.Add(new RecordConsent(Consent, TermsVersion, turn.Texts.PartnerTerms, turn.Texts.Language));
        turn.Publish(
            EventCatalog.PartnerNews,
            new(inviter, turn.Conversation.Id, PartnerNewsKinds.Joined, turn.PersonName, code), inviter);
        turn.Data = turn.Data with { Joining = [.. (turn.Data.Joining ?? []).Where(each => each != inviter).Append(inviter).TakeLast(MostCharges)] };
        turn.Say(turn.Texts.PartnerTerms);
    }

    /// <summary>Who invited says whether it is who they meant.</summary>
    public static void Confirm(HabitTurn turn, string argument)
    {
        if (turn.Data.Candidate is not { } candidate)
        {
            Show(turn);
            return;
        }

        var yes = argument == "yes";
        turn.Data = turn.Data with { Candidate = null, Invitation = yes ? null : turn.Data.Invitation, Partner = yes ? candidate : turn.Data.Partner };
        Tell(turn, candidate, yes ? PartnerNewsKinds.Accepted : PartnerNewsKinds.Refused);
        turn.Say(yes ? turn.Texts.PartnerNow(candidate.Name, Shared(turn)) : turn.Texts.PartnerRefused);
    }

    /// <summary>Ends it, on whichever side.</summary>
    public static void Leave(HabitTurn turn)
    {
        var others = turn.Data.Charges.Concat(turn.Data.Partner is { } partner ? [partner] : []).ToList();
        if (others.Count == 0)
        {
            turn.Say(turn.Texts.NoPartner);
            return;
        }

        foreach (var other in others) Tell(turn, other, PartnerNewsKinds.Left);
        if (turn.Data.Charges.Count > 0) turn.Add(new TakeBackConsent(Consent));
        turn.Data = turn.Data with { Partner = null, Charges = [] };
        turn.Say(turn.Texts.PartnerEnded(string.Join(", ", others.Select(each => each.Name))));
    }

    /// <summary>News from the other side.</summary>
    public static void Hear(HabitTurn turn, PartnerNews news)
    {
        var texts = turn.Texts;
        var other = new Partner(news.From, HabitTurn.Named(news.Name, HabitOptions.LongestPersonName) ?? texts.AFriend);
        switch (news.Kind)
        {
            // A code that is not the open one was guessed, used, or is of long ago.
            case PartnerNewsKinds.Joined when turn.Data.Invitation is { } open && news.Code == open && turn.Data.Partner?.Conversation != news.From:
                turn.Data = turn.Data with { Candidate = other };
                AskAbout(turn, other);
                break;
            case PartnerNewsKinds.Joined:
                Tell(turn, other, PartnerNewsKinds.Refused);
                break;
            case PartnerNewsKinds.Accepted:
                turn.Data = turn.Data with { Joining = Without(turn.Data.Joining, news.From), Charges = [.. turn.Data.Charges.Where(each => each.Conversation != other.Conversation).Append(other).TakeLast(MostCharges)] };
                turn.Tell(new TextMessage(texts.YouArePartner(other.Name)));
                break;
            case PartnerNewsKinds.Refused:
                turn.Data = turn.Data with { Joining = Without(turn.Data.Joining, news.From) };
                turn.Tell(new TextMessage(texts.NotTaken));
                break;
            case PartnerNewsKinds.Missed when turn.Data.Charges.Any(each => each.Conversation == news.From):
                var habits = string.Join(", ", (news.Habits ?? []).Select(name => HabitTurn.Named(name, HabitOptions.LongestName)).OfType<string>());
                var body = texts.PartnerMissed(other.Name, habits, HabitTexts.Of(news.Strikes));
                var told = turn.Tell(
                    new ButtonsMessage(body, [new Choice(HabitIds.Leave, texts.LeaveButton)]),
                    turn.Template("habits_partner", HabitIds.PartnerInfo, other.Name, habits));

                // No template is left for it today: it is said as soon as they write.
                if (!told) turn.Data = turn.Data with { Waiting = [.. (turn.Data.Waiting ?? []).Append(body).TakeLast(MostWaiting)] };
                break;

            // Who is no longer a partner, or was erased, is not told; the other side learns it by this.
            case PartnerNewsKinds.Missed:
                Tell(turn, other, PartnerNewsKinds.Left);
                break;
            case PartnerNewsKinds.Left:
                // Who was never more than a name goes without a word.
                var knew = turn.Data.Partner?.Conversation == news.From || turn.Data.Charges.Any(each => each.Conversation == news.From);
                turn.Data = turn.Data with
                {
                    Partner = turn.Data.Partner?.Conversation == news.From ? null : turn.Data.Partner,
                    Candidate = turn.Data.Candidate?.Conversation == news.From ? null : turn.Data.Candidate,
                    Charges = [.. turn.Data.Charges.Where(each => each.Conversation != news.From)],
                    Joining = Without(turn.Data.Joining, news.From),
                };
                if (knew) turn.Tell(new TextMessage(texts.PartnerLeft(other.Name)));
                break;
        }
    }

    /// <summary>Who is erased tells those who would wait for them, or keep their name. Without the name: it is not to be written down again.</summary>
    public static void Settle(HabitTurn turn)
    {
        var others = turn.Data.Charges.Concat(turn.Data.Partner is { } partner ? [partner] : []).Select(other => other.Conversation)
            .Concat(turn.Data.Candidate is { } candidate ? [candidate.Conversation] : []).Concat(turn.Data.Joining ?? []);
        foreach (var other in others.Distinct())
        {
            turn.Publish(EventCatalog.PartnerNews, new(other, turn.Conversation.Id, PartnerNewsKinds.Left, null), other);
        }
    }

    private static IReadOnlyList<long>? Without(IReadOnlyList<long>? conversations, long left) =>
        conversations?.Where(each => each != left).ToList() is { Count: > 0 } others ? others : null;

    private static void AskAbout(HabitTurn turn, Partner candidate)
    {
        var body = turn.Texts.AskPartner(candidate.Name);
        turn.Tell(
            new ButtonsMessage(body, [new Choice(HabitIds.Confirm(true), turn.Texts.YesButton), new Choice(HabitIds.Confirm(false), turn.Texts.NoButton)]),
            turn.Template("habits_partner_asks", HabitIds.PartnerInfo, candidate.Name));
    }

    private static void Tell(HabitTurn turn, Partner other, string kind) => turn.Publish(
        EventCatalog.PartnerNews, new(other.Conversation, turn.Conversation.Id, kind, turn.PersonName), other.Conversation);

    private static string Shared(HabitTurn turn) =>
        turn.Data.Habits.Where(habit => habit.IsShared).Select(habit => habit.Name).ToList() is { Count: > 0 } names ? string.Join(", ", names) : turn.Texts.NothingShared;

    // Whose it is, and eight letters that only who was told can know.
    private static string CodeOf(HabitTurn turn)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"partner:{turn.Conversation.Id}:{turn.Conversation.Now.UtcTicks}");
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(turn.Options.Secret), Encoding.UTF8.GetBytes(text));
        return turn.Conversation.Id.ToString(CultureInfo.InvariantCulture) + "-" + string.Concat(hash.Take(8).Select(each => Letters[each % Letters.Length]));
    }

    private static long? ConversationOf(string code) =>
        long.TryParse(code.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
}
