using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Providers.Generic;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>Each provider's API, spoken to its stand-in over HTTP.</summary>
public sealed class CheckoutTests : IAsyncLifetime
{
    private StandIn _standIn = null!;

    public static TheoryData<string> Providers => new("stripe", "razorpay", "generic");

    public async Task InitializeAsync() => _standIn = await StandIn.StartAsync();

    public async Task DisposeAsync() => await _standIn.DisposeAsync();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Page_AskedForTwice_IsOnePage(string provider)
    {
        var checkout = _standIn.Checkout(provider);
        var request = Request();
        var opened = await checkout.OpenAsync(request, CancellationToken.None);

        Assert.Equal(opened, await checkout.OpenAsync(request, CancellationToken.None));
        var session = Assert.Single((await _standIn.StateAsync())["sessions"]!.AsArray())!;
        Assert.Equal(
            (opened.Session, opened.Url.AbsoluteUri, provider, request.Reference, 1290, "EUR"),
            (session["id"]!.ToString(), session["url"]!.ToString(), session["provider"]!.ToString(), session["reference"]!.ToString(),
                (long)session["amount"]!, session["currency"]!.ToString().ToUpperInvariant()));
        Assert.EndsWith("/pay/" + opened.Session, opened.Url.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stripe", 2)]
    [InlineData("generic", 2)]
    [InlineData("razorpay", 1)]
    public async Task Page_AskedForUnderAnotherKey_IsAnotherUnlessItsReferenceIsWhatCounts(string provider, int pages)
    {
        var checkout = _standIn.Checkout(provider);
        await checkout.OpenAsync(Request(), CancellationToken.None);
        await checkout.OpenAsync(Request() with { Key = "another" }, CancellationToken.None);

        Assert.Equal(pages, (await _standIn.StateAsync())["sessions"]!.AsArray().Count);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Page_ThatNobodyPaidOn_HasNoPayment(string provider)
    {
        var opened = await _standIn.Checkout(provider).OpenAsync(Request(), CancellationToken.None);
        await _standIn.ActAsync(opened.Session, "fail");

        Assert.Empty((await _standIn.Checkout(provider).LookAsync(opened.Session, CancellationToken.None)).Payments);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Page_ThatWasPaidOn_TellsOfThePayment(string provider)
    {
        var opened = await _standIn.Checkout(provider).OpenAsync(Request(), CancellationToken.None);
        var payment = Assert.Single((await _standIn.ActAsync(opened.Session, "pay"))!);

        Assert.Equal(
            new PaymentNotice(payment, "o_1", 1290, "EUR"),
            Assert.Single((await _standIn.Checkout(provider).LookAsync(opened.Session, CancellationToken.None)).Payments));
    }

    // A session of Stripe's tells of one payment; the second one's webhook is what tells of it.
    [Theory]
    [InlineData("stripe", 1)]
    [InlineData("razorpay", 2)]
    [InlineData("generic", 2)]
    public async Task Page_ThatWasPaidOnTwice_TellsOfWhatItKnows(string provider, int count)
    {
        var opened = await _standIn.Checkout(provider).OpenAsync(Request(), CancellationToken.None);
        var payments = (await _standIn.ActAsync(opened.Session, "twice"))!;

        Assert.Equal(2, payments.Count);
        Assert.Equal(
            payments.Take(count).Select(id => new PaymentNotice(id, "o_1", 1290, "EUR")),
            (await _standIn.Checkout(provider).LookAsync(opened.Session, CancellationToken.None)).Payments);
    }

    [Theory]
    [InlineData("razorpay")]
    [InlineData("generic")]
    [InlineData("stripe")]
    public async Task Page_OnWhichSomethingElseWasPaid_TellsOfThat(string provider)
    {
        var opened = await _standIn.Checkout(provider).OpenAsync(Request() with { Currency = "INR" }, CancellationToken.None);
        await _standIn.ActAsync(opened.Session, "pay", "?amount=7");

        var payment = Assert.Single((await _standIn.Checkout(provider).LookAsync(opened.Session, CancellationToken.None)).Payments);
        Assert.Equal((7L, "INR"), (payment.Amount, payment.Currency));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Refund_AskedForAgain_IsTheSameRefund(string provider)
    {
        var refund = await PaidAsync(provider);
        var checkout = _standIn.Checkout(provider);
        var first = await checkout.RefundAsync(refund, CancellationToken.None);

        Assert.Equal(first, await checkout.RefundAsync(refund, CancellationToken.None));
        await AssertGivenBackOnceAsync();
    }

    // Providers forget keys, after a day for instance; the money is back all the same.
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Refund_OfWhatWasGivenBackUnderAKeyThatIsForgotten_IsDone(string provider)
    {
        var refund = await PaidAsync(provider);
        var checkout = _standIn.Checkout(provider);
        await checkout.RefundAsync(refund, CancellationToken.None);

        Assert.NotEmpty(await checkout.RefundAsync(refund with { Key = "forgotten" }, CancellationToken.None));
        await AssertGivenBackOnceAsync();
    }

    [Theory]
    [InlineData("stripe", "lost-answer")]
    [InlineData("stripe", "500")]
    [InlineData("stripe", "429")]
    [InlineData("razorpay", "lost-answer")]
    [InlineData("razorpay", "500")]
    [InlineData("razorpay", "429")]
    [InlineData("generic", "lost-answer")]
    [InlineData("generic", "500")]
    [InlineData("generic", "429")]
    public async Task Refund_ThatFailedInPassing_IsWorthAnotherTryAndDoneOnce(string provider, string manner)
    {
        var refund = await PaidAsync(provider);
        await _standIn.MannerAsync("refunds", manner, 2);
        for (var n = 0; n < 2; n++)
        {
            // Whoever looks before it asks finds what was done though the answer was lost.
            try
            {
                await _standIn.Checkout(provider).RefundAsync(refund, CancellationToken.None);
                Assert.True(n > 0 && manner == "lost-answer" && provider != "generic");
            }
            catch (PaymentProviderException failure)
            {
                Assert.False(failure.IsFinal);
            }
        }

        Assert.NotEmpty(await _standIn.Checkout(provider).RefundAsync(refund, CancellationToken.None));
        await AssertGivenBackOnceAsync();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Refund_AskedForByManyAtOnce_NeverGivesMoreThanWasPaid(string provider)
    {
        var refund = await PaidAsync(provider);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async n =>
        {
            try
            {
                return await _standIn.Checkout(provider).RefundAsync(refund with { Key = $"key {n % 2}" }, CancellationToken.None);
            }
            catch (PaymentProviderException)
            {
                return null;
            }
        }));

        Assert.Contains(answers, id => id is not null);
        await AssertGivenBackOnceAsync();
        Assert.NotEmpty(await _standIn.Checkout(provider).RefundAsync(refund, CancellationToken.None));
        await AssertGivenBackOnceAsync();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Refund_OfMoreThanWasPaid_IsRefusedForGood(string provider)
    {
        var refund = await PaidAsync(provider);

        var failure = await Assert.ThrowsAsync<PaymentProviderException>(
            () => _standIn.Checkout(provider).RefundAsync(refund with { Amount = 1291 }, CancellationToken.None));
        Assert.True(failure.IsFinal);
        Assert.Equal(0, (int)(await _standIn.StateAsync())["refunds"]!);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Refund_OfAPaymentThereIsNot_IsRefusedForGood(string provider)
    {
        var failure = await Assert.ThrowsAsync<PaymentProviderException>(
            () => _standIn.Checkout(provider).RefundAsync(new RefundOrder("pi_nobody", 1, "USD", "k", []), CancellationToken.None));
        Assert.True(failure.IsFinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Key_ThatIsWrong_IsAFinalFailure(string provider) =>
        await AssertFailsAsync(_standIn.Checkout(provider, isRight: false), isFinal: true);

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Provider_OutOfReach_IsWorthAnotherTry(string provider)
    {
        var checkout = _standIn.Checkout(provider);
        await _standIn.DisposeAsync();
        await AssertFailsAsync(checkout, isFinal: false);
        _standIn = await StandIn.StartAsync();
    }

    // A proxy's page, half an answer, an answer of another shape.
    [Theory]
    [InlineData("200 OK", "<html>")]
    [InlineData("200 OK", "{}")]
    [InlineData("200 OK", "[]")]
    [InlineData("200 OK", "")]
    [InlineData("302 Found", "")]
    [InlineData("408 Request Timeout", "")]
    [InlineData("503 Service Unavailable", "{}")]
    public async Task Answer_ThatIsNone_IsWorthAnotherTry(string status, string body)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, $"HTTP/1.1 {status}\r\nLocation: /elsewhere\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        var checkout = new GenericCheckout(new Uri($"http://{listener.LocalEndpoint}"), "k");

        var failure = await Assert.ThrowsAsync<PaymentProviderException>(() => checkout.OpenAsync(Request(), CancellationToken.None));
        Assert.False(failure.IsFinal);
        await serving;
    }

    private static CheckoutRequest Request() => new("o_1", 1290, "EUR", "40 portraits", "key", new Uri("https://bots.example/paid"));

    // Reads until the request's JSON ends, answers, and goes when the caller went.
    private static async Task ServeAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var buffer = new byte[4096];
        for (var read = 0; !buffer.AsSpan(0, read).Contains((byte)'}');) read += await stream.ReadAsync(buffer.AsMemory(read));
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer));
        while (await stream.ReadAsync(buffer) > 0)
        {
        }
    }

    // More than one page of each provider's list.
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task List_OfRefundsAndDisputes_IsReadToItsEnd(string provider)
    {
        var checkout = _standIn.Checkout(provider);
        var opened = await checkout.OpenAsync(Request(), CancellationToken.None);
        var payment = Assert.Single((await _standIn.ActAsync(opened.Session, "pay"))!);
        for (var n = 0; n < 105; n++) await _standIn.ByHandAsync(payment, "dispute");
        await _standIn.ByHandAsync(payment, "half");
        await _standIn.ByHandAsync(payment, "fail");

        var readings = await checkout.ReturnsAsync(TimeProvider.System.GetUtcNow().AddHours(-1), CancellationToken.None).ToListAsync();
        var disputes = readings.OfType<WebhookReading.Disputed>().ToList();
        Assert.Equal((105, 105), (disputes.Count, disputes.Select(reading => reading.EventId).Distinct().Count()));
        Assert.All(disputes, reading => Assert.Equal((payment, 1290, DisputeStages.Open), (reading.Dispute.PaymentId, reading.Dispute.Amount, reading.Dispute.Stage)));
        Assert.Contains(
            readings.OfType<WebhookReading.Refunded>(),
            reading => reading.Refund is { RefundId: not null, Amount: 645, Currency: "EUR", HasFailed: true } refund && refund.PaymentId == payment);
        var again = await checkout.ReturnsAsync(TimeProvider.System.GetUtcNow().AddHours(-1), CancellationToken.None).ToListAsync();
        Assert.Equal(readings, again);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task List_OfNothing_IsEmpty(string provider) =>
        Assert.Empty(await _standIn.Checkout(provider).ReturnsAsync(TimeProvider.System.GetUtcNow().AddHours(-1), CancellationToken.None).ToListAsync());

    private static async Task AssertFailsAsync(ICheckout checkout, bool isFinal)
    {
        foreach (var call in new Func<Task>[]
        {
            () => checkout.OpenAsync(Request(), CancellationToken.None), () => checkout.LookAsync("s", CancellationToken.None),
            () => checkout.RefundAsync(new RefundOrder("p", 1, "USD", "k", []), CancellationToken.None),
        })
        {
            Assert.Equal(isFinal, (await Assert.ThrowsAsync<PaymentProviderException>(call)).IsFinal);
        }
    }

    private async Task<RefundOrder> PaidAsync(string provider)
    {
        var opened = await _standIn.Checkout(provider).OpenAsync(Request(), CancellationToken.None);
        var payment = Assert.Single((await _standIn.ActAsync(opened.Session, "pay"))!);
        return new RefundOrder(payment, 1290, "USD", $"refund:{payment}", []);
    }

    private async Task AssertGivenBackOnceAsync()
    {
        var state = await _standIn.StateAsync();
        Assert.Equal(1, (int)state["refunds"]!);
        Assert.Equal(1290, (long)Assert.Single(state["payments"]!.AsArray())!["refunded"]!);
    }
}

/// <summary>What takes as long as a provider may; apart, so that nothing waits for it.</summary>
public sealed class CheckoutTimeoutTests
{
    [Fact]
    public async Task Refund_ThatIsNeverAnswered_IsGivenUpInTimeAndWorthAnotherTry()
    {
        await using var standIn = await StandIn.StartAsync();
        var refunds = new List<(ICheckout Checkout, RefundOrder Order)>();
        foreach (var provider in new[] { "stripe", "razorpay", "generic" })
        {
            var checkout = standIn.Checkout(provider);
            var opened = await checkout.OpenAsync(
                new("o_1", 1290, "EUR", "40 portraits", "key", new Uri("https://bots.example/paid")), CancellationToken.None);
            var payment = Assert.Single((await standIn.ActAsync(opened.Session, "pay"))!);
            refunds.Add((checkout, new RefundOrder(payment, 1290, "USD", $"refund:{payment}", [])));
        }

        await standIn.MannerAsync("refunds", "timeout", refunds.Count);
        var began = TimeProvider.System.GetTimestamp();
        var failures = await Task.WhenAll(refunds.Select(
            refund => Assert.ThrowsAsync<PaymentProviderException>(() => refund.Checkout.RefundAsync(refund.Order, CancellationToken.None))));

        Assert.All(failures, failure => Assert.False(failure.IsFinal));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 15, 40);
        foreach (var (checkout, order) in refunds) await checkout.RefundAsync(order, CancellationToken.None);
        Assert.All((await standIn.StateAsync())["payments"]!.AsArray(), payment => Assert.Equal(1290, (long)payment!["refunded"]!));
        Assert.Equal(3, (int)(await standIn.StateAsync())["refunds"]!);
    }
}
