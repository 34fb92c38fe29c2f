using System.Text.RegularExpressions;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Habits;

/// <summary>Two people, each on a phone of their own.</summary>
[Collection(HabitSites.Name)]
public sealed partial class HabitPartnerTests(HabitSite site)
{
    [Fact]
    public async Task Partner_WhoIsInvitedAndConfirmed_IsOneOnBothPhones_AndTheCodeIsUsed()
    {
        var (ann, bo, eve) = (site.Person(), site.Person("Bo"), site.Person("Eve"));
        var line = await InviteAsync(ann);

        await bo.SayAsync(line);
        await bo.SeesAsync("If they confirm, I'll message you");
        await ann.SeesAsync("*Bo* wants to be your partner");
        Assert.Equal(0, await bo.TimesAsync("has confirmed you"));
        await ann.TapAsync("Yes");

        await ann.SeesAsync("👥 Bo is your partner.");
        await bo.SeesAsync("👥 Ann has confirmed you as a partner.");
        await eve.SayAsync(line);
        await eve.SeesAsync("That invitation isn't open any more.");
        Assert.Contains("You're the partner of Ann", await HabitSite.AnswerAsync(bo, "partner"), StringComparison.Ordinal);
        Assert.Contains("Your partner is Bo", await HabitSite.AnswerAsync(ann, "partner"), StringComparison.Ordinal);
        Assert.Equal(0, await ann.TimesAsync("Eve"));
    }

    [Fact]
    public async Task Partner_WhoIsNotTheOneMeant_IsNone()
    {
        var (ann, eve) = (site.Person(), site.Person("Eve"));
        await eve.SayAsync(await InviteAsync(ann));
        await ann.TapAsync("No");

        await ann.SeesAsync("OK, no partner then.");
        await eve.SeesAsync("That invitation isn't open any more.");
        Assert.DoesNotContain("Ann", await HabitSite.AnswerAsync(eve, "partner"), StringComparison.Ordinal);
        Assert.DoesNotContain("Eve", await HabitSite.AnswerAsync(ann, "partner"), StringComparison.Ordinal);
    }

    private static async Task<string> InviteAsync(Customer person)
    {
        await person.SayAsync("partner");
        await person.TapAsync("Invite a partner");
        var invitation = (await person.SeesAsync("send this line")).Select(Customer.Text).Single(text => text.Contains("send this line", StringComparison.Ordinal));
        return Line().Match(invitation).Value;
    }

    [GeneratedRegex(@"partner \d+-[A-Z2-9]{8}$")]
    private static partial Regex Line();
}
