using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Unit.Tests.Events;

public sealed class DueWorkTests
{
    [Fact]
    public async Task Bell_HasItsOwnWorkDone_AndNoOther()
    {
        var (jobs, refunds, questions) = (new Work(EventTypes.JobsDue), new Work(EventTypes.PaymentsDue), new Work(EventTypes.PaymentsDue));
        var due = new DueWork([jobs, refunds, questions]);
        await due.WorkAsync(EventTypes.PaymentsDue, CancellationToken.None);
        Assert.Equal((0, 1, 1), (jobs.Done, refunds.Done, questions.Done));
        await due.WorkAsync(EventTypes.EventsWaiting, CancellationToken.None);
        Assert.Equal((0, 1, 1), (jobs.Done, refunds.Done, questions.Done));
        Assert.Equal([EventTypes.JobsDue, EventTypes.PaymentsDue], due.Types);
    }

    [Fact]
    public async Task Bell_WhileTheWorkIsUnderWay_WaitsForNobody_AndHasItLookAgain()
    {
        var jobs = new Work(EventTypes.JobsDue) { Ends = new TaskCompletionSource() };
        var due = new DueWork([jobs]);
        var first = due.WorkAsync(EventTypes.JobsDue, CancellationToken.None);
        Assert.True(due.WorkAsync(EventTypes.JobsDue, CancellationToken.None).IsCompletedSuccessfully);
        Assert.True(due.WorkAsync(EventTypes.JobsDue, CancellationToken.None).IsCompletedSuccessfully);
        Assert.Equal(1, jobs.Done);
        jobs.Ends.SetResult();
        await first;
        Assert.Equal(2, jobs.Done);
    }

    [Fact]
    public async Task Work_ThatFailed_IsDoneAtTheNextBell()
    {
        var jobs = new Work(EventTypes.JobsDue) { Ends = new TaskCompletionSource() };
        jobs.Ends.SetException(new IOException("away"));
        var due = new DueWork([jobs]);
        await Assert.ThrowsAsync<IOException>(() => due.WorkAsync(EventTypes.JobsDue, CancellationToken.None));
        jobs.Ends = null;
        await due.WorkAsync(EventTypes.JobsDue, CancellationToken.None);
        Assert.Equal(2, jobs.Done);
    }

    [Fact]
    public void Bells_AreThoseOfOneAppEach_OrOfAll() => Assert.All(
        EventTypes.Receivers.Where(type => EventTypes.Wakes(type.Key)), type => Assert.Contains(type.Value.Count, new[] { 1, 4 }));

    private sealed class Work(string type) : IDueWork
    {
        public TaskCompletionSource? Ends { get; set; }

        public int Done { get; private set; }

        public string Type => type;

        public Task WorkDueAsync(CancellationToken cancellationToken)
        {
            Done++;
            return Ends?.Task ?? Task.CompletedTask;
        }
    }
}
