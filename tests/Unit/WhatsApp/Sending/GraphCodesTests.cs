using System.Net;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Sending;
using static WhatsAppBots.Contracts.Outgoing.ErrorClass;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Sending;

/// <summary>Each documented code by its class, with the HTTP status it comes with.</summary>
public class GraphCodesTests
{
    [Theory]
    [InlineData(0, 401, Account)]
    [InlineData(1, 400, Passing)]
    [InlineData(2, 503, Passing)]
    [InlineData(3, 500, Account)]
    [InlineData(4, 400, Rate)]
    [InlineData(10, 403, Account)]
    [InlineData(17, 400, Rate)]
    [InlineData(32, 400, Rate)]
    [InlineData(33, 400, Account)]
    [InlineData(100, 400, Message)]
    [InlineData(102, 401, Account)]
    [InlineData(190, 401, Account)]
    [InlineData(200, 403, Account)]
    [InlineData(299, 403, Account)]
    [InlineData(341, 400, Rate)]
    [InlineData(368, 403, Account)]
    [InlineData(470, 400, Window)]
    [InlineData(506, 400, Message)]
    [InlineData(613, 400, Rate)]
    [InlineData(80007, 400, Rate)]
    [InlineData(80008, 400, Rate)]
    [InlineData(80014, 400, Rate)]
    [InlineData(130403, 400, ErrorClass.Recipient)]
    [InlineData(130429, 400, Rate)]
    [InlineData(130472, 400, ErrorClass.Recipient)]
    [InlineData(130497, 403, ErrorClass.Recipient)]
    [InlineData(131000, 500, Passing)]
    [InlineData(131005, 403, Account)]
    [InlineData(131008, 400, Message)]
    [InlineData(131009, 400, Message)]
    [InlineData(131016, 500, Passing)]
    [InlineData(131020, 400, Message)]
    [InlineData(131021, 400, ErrorClass.Recipient)]
    [InlineData(131026, 400, ErrorClass.Recipient)]
    [InlineData(131030, 400, ErrorClass.Recipient)]
    [InlineData(131031, 403, Account)]
    [InlineData(131037, 400, Account)]
    [InlineData(131041, 400, ErrorClass.Recipient)]
    [InlineData(131042, 400, Account)]
    [InlineData(131043, 400, Message)]
    [InlineData(131045, 500, Account)]
    [InlineData(131047, 400, Window)]
    [InlineData(131048, 400, Account)]
    [InlineData(131049, 400, Marketing)]
    [InlineData(131050, 400, OptedOut)]
    [InlineData(131051, 400, Message)]
    [InlineData(131052, 400, Message)]
    [InlineData(131053, 400, Message)]
    [InlineData(131055, 400, Message)]
    [InlineData(131056, 400, Pair)]
    [InlineData(131057, 500, Rate)]
    [InlineData(131062, 400, Message)]
    [InlineData(131063, 400, Message)]
    [InlineData(131064, 400, Marketing)]
    [InlineData(131204, 400, Message)]
    [InlineData(131207, 403, ErrorClass.Recipient)]
    [InlineData(131208, 429, Rate)]
    [InlineData(132000, 400, Template)]
    [InlineData(132001, 404, Template)]
    [InlineData(132005, 400, Template)]
    [InlineData(132007, 400, Template)]
    [InlineData(132012, 400, Template)]
    [InlineData(132015, 400, Template)]
    [InlineData(132016, 400, Template)]
    [InlineData(132018, 400, Template)]
    [InlineData(132068, 400, Template)]
    [InlineData(132069, 400, Template)]
    [InlineData(133000, 500, Account)]
    [InlineData(133004, 503, Passing)]
    [InlineData(133005, 400, Account)]
    [InlineData(133006, 400, Account)]
    [InlineData(133008, 400, Account)]
    [InlineData(133009, 400, Account)]
    [InlineData(133010, 400, Account)]
    [InlineData(133015, 400, Account)]
    [InlineData(133016, 400, Account)]
    [InlineData(134011, 400, Message)]
    [InlineData(134100, 400, Message)]
    [InlineData(134101, 400, Passing)]
    [InlineData(135000, 400, Message)]
    [InlineData(137000, 400, Message)]
    [InlineData(138006, 400, Message)]
    [InlineData(139103, 400, Message)]
    [InlineData(2388019, 400, Template)]
    public void Code_HasItsClass_WhateverTheStatus(int code, int status, ErrorClass expected)
    {
        Assert.Equal(expected, GraphCodes.Find(code));
        foreach (var http in new[] { status, 400, 403, 500 })
        {
            Assert.Equal(GraphError.Outcome(expected, Error(code), null), GraphError.Outcome((HttpStatusCode)http, Fault(code), null));
        }
    }

    [Theory]
    [InlineData(100, 33, false, Account)]
    [InlineData(100, 33, true, Account)]
    [InlineData(100, 2018001, false, Message)]
    [InlineData(100, null, true, Passing)]
    [InlineData(1, null, true, Passing)]
    [InlineData(2, null, true, Passing)]
    [InlineData(132015, null, true, Passing)]
    [InlineData(190, 463, false, Account)]
    [InlineData(190, null, true, Account)]
    [InlineData(131026, null, true, ErrorClass.Recipient)]
    [InlineData(131047, null, true, Window)]
    [InlineData(131056, null, true, Pair)]
    public void SubcodeAndTransient_AreHonoured(int code, int? subcode, bool isTransient, ErrorClass expected) =>
        Assert.Equal(expected, GraphCodes.Find(code, subcode, isTransient));

    // By the status: 5xx leaves it open whether the message was taken, 4xx refuses one message.
    [Theory]
    [InlineData(400, false, Message)]
    [InlineData(403, false, Message)]
    [InlineData(404, false, Message)]
    [InlineData(401, false, Account)]
    [InlineData(429, false, Rate)]
    [InlineData(400, true, Passing)]
    [InlineData(500, false, null)]
    [InlineData(503, false, null)]
    public void UnknownCode_GoesByTheStatus(int status, bool isTransient, ErrorClass? expected)
    {
        const int Unknown = 999999;
        Assert.Null(GraphCodes.Find(Unknown));
        var outcome = GraphError.Outcome((HttpStatusCode)status, new GraphFault(Error(Unknown), null, isTransient), null);
        if (expected is { } known) Assert.Equal(GraphError.Outcome(known, Error(Unknown), null), outcome);
        else Assert.IsType<SendOutcome.Unknown>(outcome);
    }

    [Fact]
    public void Read_TakesSubcodeAndTransience()
    {
        var fault = GraphError.Read("""{"error":{"message":"m","code":100,"error_subcode":33,"is_transient":true,"error_data":{"details":"d"}}}"""u8.ToArray());
        Assert.Equal(new GraphFault(new ProviderError(100, "m", "d"), 33, true), fault);
    }

    private static ProviderError Error(int code) => new(code, "title", null);

    private static GraphFault Fault(int code) => new(Error(code), null, false);
}
