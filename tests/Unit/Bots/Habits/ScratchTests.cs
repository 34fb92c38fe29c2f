using NodaTime;
namespace WhatsAppBots.Unit.Tests.Bots.Habits;
public sealed class ScratchTests
{
    [Theory] [InlineData(272, 4)] [InlineData(48, 2)] [InlineData(760, 1)]
    public void Scratch(int n, int h)
    {
        var plan = YearPlan.Of(n);
        var zone = DateTimeZoneProviders.Tzdb[plan.Zone];
        var r = new YearReckoning(plan, zone.AtStartOfDay(YearPlan.First).ToInstant(), zone.AtStartOfDay(YearPlan.First.PlusDays(YearPlan.Days)).ToInstant());
        Assert.Fail($"{n} {plan.Zone} -> {plan.Later} at {plan.MovesAt} {r.MovesAt}\n" + string.Join("\n", plan.Habits.Where(x => x.Id == h).Select(h => $"{h.Id} {h.Days} {h.Start} {h.Deadline}")) + "\n" +
          string.Join("\n", r.All.Where(d => d.Habit.Id == h && Math.Abs((d.ClosesAt - r.MovesAt).TotalDays) < 2.5).Select(d => $"{d.Date} {d.Plan.What} begins {d.BeginsAt} soon {d.SoonAt} ends {d.EndsAt} closes {d.ClosesAt} acts {d.ActsAt} {d.Mark} {d.IsExcused}")));
    }
}
