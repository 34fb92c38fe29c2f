using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using WhatsAppBots.Messaging;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Unit.Tests.Events;

/// <summary>What an app's health says of the bus.</summary>
public sealed class BusHealthTests
{
    private readonly ManualTime _time = new();
    private readonly Mock<IBusBatch> _batch = new();
    private readonly BusBell _bell;
    private bool _isAway;

    public BusHealthTests()
    {
        _batch.Setup(batch => batch.TryAdd(It.IsAny<BusMessage>())).Returns(true);
        _batch.Setup(batch => batch.SendAsync(It.IsAny<CancellationToken>())).Returns(() => _isAway ? throw new TimeoutException("no bus") : Task.CompletedTask);
        var topic = new Mock<IBusTopic>();
        topic.Setup(it => it.NewBatchAsync(It.IsAny<CancellationToken>())).ReturnsAsync(_batch.Object);
        _bell = new BusBell(new BusPublisher(topic.Object), _time, NullLogger<BusBell>.Instance);
    }

    [Fact]
    public async Task Bus_NobodyPublishedTo_IsNotTried()
    {
        Assert.Null(await _bell.FailureAsync(CancellationToken.None));
        _batch.Verify(batch => batch.SendAsync(It.IsAny<CancellationToken>()), Times.Never);
    }

    // However long nothing is published: silence is no recovery.
    [Fact]
    public async Task Bus_ThatFailed_StaysSoUntilItTakesSomething_AndIsTried()
    {
        _isAway = true;
        await _bell.WakeAsync(CancellationToken.None);
        for (var n = 0; n < 10; n++)
        {
            Assert.Equal("no bus", await _bell.FailureAsync(CancellationToken.None));
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        _isAway = false;
        Assert.Null(await _bell.FailureAsync(CancellationToken.None));
        _batch.Invocations.Clear();
        Assert.Null(await _bell.FailureAsync(CancellationToken.None));
        _batch.Verify(batch => batch.SendAsync(It.IsAny<CancellationToken>()), Times.Never);
    }

    // A health that is asked for often is no load on a bus that is away.
    [Fact]
    public async Task Bus_ThatIsAway_IsTriedSeldom()
    {
        _isAway = true;
        await _bell.WakeAsync(CancellationToken.None);
        for (var n = 0; n < 20; n++) await _bell.FailureAsync(CancellationToken.None);
        _batch.Verify(batch => batch.SendAsync(It.IsAny<CancellationToken>()), Times.Once);
    }
}
