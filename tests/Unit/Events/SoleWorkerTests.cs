using WhatsAppBots.Messaging;

namespace WhatsAppBots.Unit.Tests.Events;

public sealed class SoleWorkerTests
{
    [Fact]
    public void Worker_IsAlone()
    {
        var one = new SoleWorker();
        Assert.True(one.Enter());
        Assert.False(one.Enter());
        one.Leave();
        Assert.True(one.Enter());
    }

    [Fact]
    public void Worker_WhoWasAskedSinceHeLooked_DoesNotLeave()
    {
        var one = new SoleWorker();
        one.Enter();
        var looked = one.Asked;
        Assert.False(one.Enter());
        Assert.False(one.TryLeave(looked));
        Assert.True(one.TryLeave(one.Asked));
        Assert.True(one.Enter());
    }

    [Fact]
    public async Task Work_IsNeverLeftLying_HoweverManyAskAtOnce()
    {
        var (one, waiting) = (new SoleWorker(), 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var n = 0; n < 20_000; n++)
            {
                Interlocked.Increment(ref waiting);
                if (!one.Enter()) continue;
                long looked;
                do
                {
                    looked = one.Asked;
                    Interlocked.Exchange(ref waiting, 0);
                }
                while (!one.TryLeave(looked));
            }
        })));
        Assert.Equal(0, waiting);
    }
}
