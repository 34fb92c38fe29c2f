using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Standalone.Functions;

namespace WhatsAppBots.Unit.Tests.Standalone;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Discover_FindsEachTrigger()
    {
        var catalog = FunctionCatalog.Discover([typeof(Good)]);
        Assert.Equal(["Batch", "Get", "Tick"], catalog.Functions.Select(function => function.Name).Order());
        Assert.Equal("things/{id:long}", Assert.Single(catalog.Of<HttpTriggerAttribute>()).Trigger.Route);
    }

    [Fact]
    public void Discover_WhatItCannotServe_IsEachNamedWithItsReason()
    {
        var failure = Assert.Throws<UnservableFunctionsException>(() => FunctionCatalog.Discover([typeof(Bad), typeof(Hidden)]));
        foreach (var (place, reason) in new[]
        {
            ("Bad.NoTrigger", "0 triggers"), ("Bad.TwoTriggers", "2 triggers"), ("Bad.WrongRequest", "takes an HttpRequest"),
            ("Bad.WrongBatch", "takes String[]"), ("Bad.WrongTimer", "takes a TimerInfo"), ("Bad.Unbound", "cannot be bound"),
            ("Bad.Returns", "returns Int32"), ("Bad.Static", "is static"), ("Hidden.Tick", "not public"), ("Bad.Queue", "unknown"),
        })
        {
            var line = Assert.Single(failure.Message.Split('\n'), line => line.Contains(place + ":", StringComparison.Ordinal));
            Assert.Contains(reason, line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Discover_OneNameOrRouteTwice_IsNamed()
    {
        var failure = Assert.Throws<UnservableFunctionsException>(() => FunctionCatalog.Discover([typeof(Good), typeof(Again)]));
        Assert.Contains("Good.Tick and Again.Tick have the same name", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Good.Get and Again.Get have the same route", failure.Message, StringComparison.Ordinal);
    }

#pragma warning disable CA1822, CA1034, CA1515, xUnit1013 // Functions are instance methods of public classes.
    public sealed class Good
    {
        [Function("Get")]
        public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:long}")] HttpRequest request, long id) => Results.Ok();

        [Function("Batch")]
        public Task Batch([ServiceBusTrigger("t", "s", IsBatched = true)] string[] events, CancellationToken cancellationToken) => Task.CompletedTask;

        [Function("Tick")]
        public void Tick([TimerTrigger("* * * * * *")] TimerInfo timer)
        {
        }
    }

    public sealed class Again
    {
        [Function("Get2")]
        public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "GET", Route = "things/{id:long}")] HttpRequest request) => Results.Ok();

        [Function("tick")]
        public void Tick([TimerTrigger("* * * * * *")] TimerInfo timer)
        {
        }
    }

    public sealed class Bad
    {
        [Function("a")]
        public void NoTrigger()
        {
        }

        [Function("b")]
        public void TwoTriggers([TimerTrigger("* * * * * *")] TimerInfo one, [TimerTrigger("* * * * * *")] TimerInfo two)
        {
        }

        [Function("c")]
        public IResult WrongRequest([HttpTrigger] string request) => Results.Ok();

        [Function("d")]
        public void WrongBatch([ServiceBusTrigger("t", "s", IsBatched = true)] string one)
        {
        }

        [Function("e")]
        public void WrongTimer([TimerTrigger("* * * * * *")] string timer)
        {
        }

        [Function("f")]
        public void Unbound([TimerTrigger("* * * * * *")] TimerInfo timer, HttpClient http)
        {
        }

        [Function("g")]
        public int Returns([TimerTrigger("* * * * * *")] TimerInfo timer) => 1;

        [Function("h")]
        public static void Static([TimerTrigger("* * * * * *")] TimerInfo timer)
        {
        }

        [Function("i")]
        public void Queue([OddTrigger] string message)
        {
        }
    }

    private sealed class Hidden
    {
        [Function("Tick")]
        public void Tick([TimerTrigger("* * * * * *")] TimerInfo timer)
        {
        }
    }
#pragma warning restore CA1822, CA1034, CA1515, xUnit1013
}
