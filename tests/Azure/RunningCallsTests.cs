using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Azure.Tests;

public sealed class RunningCallsTests
{
    private readonly ManualTime _time = new();
    private readonly RunningCalls _calls;

    public RunningCallsTests() => _calls = new RunningCalls(_time, NullLogger<RunningCalls>.Instance);

    [Fact]
    public async Task Stop_WithNoCall_WaitsForAMoment()
    {
        _calls.Begin().Dispose();
        var stopping = _calls.StoppingAsync(CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        await UntilAsync(stopping);
    }

    [Fact]
    public async Task Stop_WaitsForACallThatCameMeanwhile()
    {
        var stopping = _calls.StoppingAsync(CancellationToken.None);
        var late = _calls.Begin();
        _time.Advance(TimeSpan.FromSeconds(5));
        await Task.Delay(50);
        Assert.False(stopping.IsCompleted);
        late.Dispose();
        await UntilAsync(stopping);
    }

    [Fact]
    public async Task Stop_WaitsForAllCalls_AndForTheirAnswers()
    {
        var (first, second) = (_calls.Begin(), _calls.Begin());
        var stopping = _calls.StoppingAsync(CancellationToken.None);
        first.Dispose();
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(stopping.IsCompleted);
        second.Dispose();
        Assert.False(stopping.IsCompleted);
        await UntilAsync(stopping);
    }

    [Fact]
    public async Task Stop_CutsOffACallThatDoesNotEnd()
    {
        _calls.Begin();
        var stopping = _calls.StoppingAsync(CancellationToken.None);
        _time.Advance(RunningCalls.AtMost - TimeSpan.FromSeconds(1));
        Assert.False(stopping.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.True(RunningCalls.AtMost <= TimeSpan.FromSeconds(20));
    }

    // Its next wait begins on another thread.
    private async Task UntilAsync(Task stopping)
    {
        for (var n = 0; n < 1000 && !stopping.IsCompleted; n++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Delay(10);
        }

        Assert.True(stopping.IsCompletedSuccessfully);
    }
}
