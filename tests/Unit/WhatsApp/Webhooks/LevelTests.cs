using System.Text;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

public class LevelTests
{
    private const string Text = """{"from":"15551234567","id":"wamid.1","timestamp":"1770000000","type":"text","text":{"body":"hi"}}""";

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"object\":\"whatsapp_business_account\"")]
    [InlineData("{\"object\":1,}")]
    public void Parse_NoJsonObject_Throws(string body) => Assert.Throws<InvalidWebhookException>(() => Fixture.Parse(body));

    [Theory]
    [InlineData("{}", "object")]
    [InlineData("{\"object\":\"page\",\"entry\":[]}", "page")]
    [InlineData("{\"object\":null}", "object")]
    [InlineData("{\"object\":\"whatsapp_business_account\"}", "entry")]
    [InlineData("{\"object\":\"whatsapp_business_account\",\"entry\":[]}", "entry")]
    [InlineData("{\"object\":\"whatsapp_business_account\",\"entry\":null}", "entry")]
    public void Parse_NothingOfOurs_IsKeptWhole(string body, string field) =>
        Assert.Equal([new UnknownUpdate(field, body, null)], Fixture.Parse(body).Updates);

    [Theory]
    [InlineData("\"entry\":7", "entry", "7")]
    [InlineData("\"entry\":[[1]]", "entry", "[1]")]
    [InlineData("\"entry\":[{\"id\":\"1\"}]", "entry", "{\"id\":\"1\"}")]
    [InlineData("\"entry\":[{\"changes\":{\"a\":1}}]", "changes", "{\"a\":1}")]
    [InlineData("\"entry\":[{\"changes\":[null]}]", "changes", "null")]
    [InlineData("\"entry\":[{\"changes\":[{}]}]", "changes", "{}")]
    [InlineData("\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":\"x\"}]}]", "value", "\"x\"")]
    [InlineData("\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":1}}]}]", "metadata", "1")]
    [InlineData("\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"contacts\":[5]}}]}]", "contacts", "5")]
    [InlineData("\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{}}]}]", "messages", "{}")]
    [InlineData("\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":\"x\"}}]}]", "messages", "\"x\"")]
    [InlineData("\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"statuses\":[1]}}]}]", "statuses", "1")]
    [InlineData("\"entry\":[{\"changes\":[{\"field\":\"calls\",\"value\":{}}]}]", "calls", "{\"field\":\"calls\",\"value\":{}}")]
    public void Parse_LevelOutOfShape_IsKept(string entry, string field, string raw)
    {
        var delivery = Fixture.Parse($"{{\"object\":\"whatsapp_business_account\",{entry}}}");
        Assert.Equal([new UnknownUpdate(field, raw, null)], delivery.Updates);
    }

    [Fact]
    public void Parse_MixedBatch_KeepsEverythingInOrder()
    {
        var delivery = Fixture.Read("mixed_batch");
        Assert.Equal(["one", "two"], delivery.Messages.Select(received => received.Message.Content.Summary));
        Assert.Equal(
            [new Sender("972501234567", null, "Noa Levi"), new Sender("15551230001", "US.55", "Sam")],
            delivery.Messages.Select(received => received.Message.Sender));
        Assert.Equal("sent", Assert.Single(delivery.Statuses).Status);
        Assert.Equal(
            ["messages", "message_template_status_update", "statuses"],
            delivery.Updates.Select(update => update.Field).Where(field => field != "contacts"));
        Assert.Contains("no id", delivery.Updates[0].Raw, StringComparison.Ordinal);
        Assert.Equal(Fixture.NumberId, delivery.Updates[0].NumberId);
    }

    [Fact]
    public void Parse_GarbageBesideAMessage_KeepsBoth()
    {
        var delivery = Fixture.ParseValue($$$""" "messages":[null,7,[],{{{Text}}},{"id":{}}],"errors":[{"code":1}],"new":{"a":1} """);
        Assert.Equal("hi", Assert.Single(delivery.Messages).Message.Content.Summary);
        Assert.Equal(["messages", "messages", "messages", "messages", "errors", "new"], delivery.Updates.Select(update => update.Field));
    }

    [Fact]
    public void Parse_DoubledKeys_LoseNothing()
    {
        var delivery = Fixture.ParseValue($$""" "messages":[{{Text}}],"messages":[{{Text}}],"statuses":null """);
        Assert.Equal(2, delivery.Messages.Count);
        Assert.Empty(delivery.Updates);
    }

    [Theory]
    [InlineData("account_update", "account_update")]
    [InlineData("value_errors", "errors")]
    [InlineData("group_text", "messages")]
    public void Parse_WhatHasNoMeaningForUs_IsKeptByItsField(string fixture, string field)
    {
        var delivery = Fixture.Read(fixture);
        Assert.Empty(delivery.Messages);
        Assert.Equal(field, Assert.Single(delivery.Updates, update => update.Field != "contacts").Field);
    }

    [Fact]
    public void Parse_ContactsBesideWhatIsNotUnderstood_AreKeptBesideIt() =>
        Assert.Contains("Noa Levi", Assert.Single(Fixture.Read("group_text").Updates, update => update.Field == "contacts").Raw, StringComparison.Ordinal);

    [Fact]
    public void Parse_ByteOrderMark_IsNoMatter() =>
        Assert.Single(WebhookParser.Parse((byte[])[0xEF, 0xBB, 0xBF, .. Fixture.Bytes("text")]).Messages);

    [Fact]
    public void Parse_VeryDeep_IsKept()
    {
        var deep = new string('[', 300) + new string(']', 300);
        var delivery = Fixture.ParseValue($$""" "messages":[{{Text}}],"new":{{deep}} """);
        Assert.Single(delivery.Messages);
        Assert.Equal(deep, Assert.Single(delivery.Updates).Raw);
    }

    [Fact]
    public void Parse_ThousandMessages_ReadsAll()
    {
        var many = string.Join(',', Enumerable.Range(0, 1000).Select(i => Text.Replace("wamid.1", $"wamid.{i}", StringComparison.Ordinal)));
        var delivery = Fixture.ParseValue($$""" "messages":[{{many}}] """);
        Assert.Equal(1000, delivery.Messages.Select(received => received.Message.Id).Distinct().Count());
    }

    [Fact]
    public void Parse_LongFieldName_IsShortenedBetweenCharacters()
    {
        var name = new string('x', 99) + "😀😀";
        var update = Assert.Single(Fixture.ParseValue($$""" "messages":[{{Text}}],"{{name}}":1 """).Updates);
        Assert.Equal(new string('x', 99), update.Field);
        Assert.True(Encoding.UTF8.GetByteCount(update.Field) == 99);
    }
}
