using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.WhatsApp.Sending;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

public class StatusTests
{
    [Fact]
    public void Parse_Steps_AreReadWithTheirTimes()
    {
        var statuses = Fixture.Read("status_steps").Statuses;
        Assert.Equal(["sent", "delivered", "read", "played"], statuses.Select(status => status.Status));
        Assert.All(statuses, status => Assert.Equal(("wamid.OURS.1", Fixture.NumberId, "972501234567"),
            (status.MessageId, status.NumberId, status.Recipient)));
        Assert.Equal("m:41", statuses[0].CallbackData);
        Assert.Null(statuses[1].CallbackData);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1770000020), statuses[3].At);
        Assert.Contains("\"pricing\"", statuses[0].Raw, StringComparison.Ordinal);
        Assert.Equal(new MessagePricing("service", true, "regular", "PMP"), statuses[0].Pricing);
        Assert.Equal(new ProviderConversation("c1", "service", DateTimeOffset.FromUnixTimeSeconds(1770086400)), statuses[0].Conversation);
        Assert.Null(statuses[2].Pricing);
    }

    [Fact]
    public void Parse_Failed_SaysWhy() => Assert.Equal(
        [new ProviderError(131026, "Message undeliverable", "The person cannot be reached.")],
        Assert.Single(Fixture.Read("status_failed").Statuses).Errors);

    [Fact]
    public void Parse_GroupStatuses_AreToldApartByParticipant() => Assert.Equal(
        ["972501234567", "972507654321"], Fixture.Read("status_group").Statuses.Select(status => status.Recipient));

    [Theory]
    [InlineData("\"status\":\"sent\",\"timestamp\":1,\"recipient_id\":\"1\"")]
    [InlineData("\"id\":\"w\",\"timestamp\":1,\"recipient_id\":\"1\"")]
    [InlineData("\"id\":\"w\",\"status\":\"sent\",\"recipient_id\":\"1\"")]
    public void Parse_StatusThatLacksWhatMakesIt_IsKept(string properties) =>
        Assert.Equal("statuses", Assert.Single(Fixture.ParseValue($"\"statuses\":[{{{properties}}}]").Updates).Field);

    [Theory]
    [InlineData("\"recipient_id\":\"+1 555 1\"", "15551")]
    [InlineData("\"recipient_user_id\":\"US.1\"", "US.1")]
    [InlineData("\"recipient_id\":\"GROUP\"", "GROUP")]
    [InlineData("\"recipient_id\":\"GROUP\",\"participant_recipient_id\":\"1555\"", "1555")]
    [InlineData("\"recipient_id\":\"GROUP\",\"participant_recipient_user_id\":\"US.1\"", "US.1")]
    [InlineData("\"recipient_id\":\"GROUP\",\"recipient_participant_user_id\":\"US.1\"", "US.1")]
    [InlineData("\"x\":1", "untold")]
    public void Parse_Status_NamesItsRecipient(string properties, string recipient) => Assert.Equal(recipient, Assert.Single(
        Fixture.ParseValue($"\"statuses\":[{{\"id\":\"w\",\"status\":\"SENT\",\"timestamp\":1,{properties}}}]").Statuses).Recipient);

    [Fact]
    public void Parse_Errors_AreReadAll()
    {
        var status = Assert.Single(Fixture.Read("status_errors").Statuses);
        Assert.Equal([131049, 131050], status.Errors.Select(error => error.Code));
        Assert.Equal(new Sender("972501234567", "IL.20417760318852", "Noa Levi")
        {
            Username = "noa.levi", ParentUserId = "IL.ENT.5", WaId = "972501234568",
        }, status.Contact);
    }

    [Fact]
    public void Parse_ErrorsOutOfShape_AreNoReasonToDropTheStatus()
    {
        var status = Assert.Single(Fixture.ParseValue(
            """ "statuses":[{"id":"w","status":"failed","timestamp":1,"recipient_id":"1","errors":[null,{"code":"x"},7]}] """).Statuses);
        Assert.Equal([new ProviderError(-1, null, null)], status.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"code\":null")]
    [InlineData("\"code\":\"\"")]
    [InlineData("\"code\":true")]
    [InlineData("\"code\":1e400")]
    [InlineData("\"code\":[131026]")]
    [InlineData("\"code\":99999999999999999999")]
    public void Parse_ErrorWhoseCodeCannotBeRead_IsNoneOfTheAccount(string code)
    {
        const string Status = "\"id\":\"w\",\"status\":\"failed\",\"timestamp\":1,\"recipient_id\":\"1\"";
        var status = Assert.Single(Fixture.ParseValue("\"statuses\":[{" + Status + ",\"errors\":[{" + code + "}]}]").Statuses);
        Assert.Null(GraphCodes.Find(Assert.Single(status.Errors).Code));
    }
}
