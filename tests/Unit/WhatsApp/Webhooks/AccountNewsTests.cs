using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

/// <summary>What Meta tells of the account, in its documented forms.</summary>
public class AccountNewsTests
{
    private static readonly string[] _numbers = ["106", "107"];

    [Theory]
    [InlineData("""{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"DISABLE","waba_ban_date":"October 9, 2026"}}""", true)]
    [InlineData("""{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":["DISABLE"]}}""", true)]
    [InlineData("""{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"SCHEDULE_FOR_DISABLE"}}""", null)]
    [InlineData("""{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"REINSTATE"}}""", false)]
    [InlineData("""{"event":"ACCOUNT_DELETED"}""", true)]
    [InlineData("""{"event":"ACCOUNT_OFFBOARDED"}""", true)]
    [InlineData("""{"event":"ACCOUNT_RECONNECTED"}""", false)]
    [InlineData("""{"event":"PARTNER_REMOVED"}""", true)]
    [InlineData("""{"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"RESTRICTED_CUSTOMER_INITIATED_MESSAGING","expiration":"2026-12-19T13:59:20+0000"}]}""", true)]
    [InlineData("""{"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING"}]}""", null)]
    [InlineData("""{"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"RESTRICTED_ADD_PHONE_NUMBER_ACTION"}]}""", null)]
    [InlineData("""{"event":"ACCOUNT_VIOLATION","violation_info":{"violation_type":"SCAM"}}""", null)]
    [InlineData("""{"event":"VERIFIED_ACCOUNT","phone_number":"15550783881"}""", null)]
    [InlineData("""{"event":"VOLUME_BASED_PRICING_TIER_UPDATE"}""", null)]
    [InlineData("""{"event":7}""", null)]
    [InlineData("[]", null)]
    public void AccountUpdate_ConcernsTheNumbersOfItsAccount(string value, bool? stops)
    {
        var update = Assert.Single(Updates($$"""{"field":"account_update","value":{{value}}}"""));
        var news = AccountNews.Read(update, _numbers);
        Assert.Equal(stops, news?.Stops);
        if (news is not null) Assert.Equal(_numbers, news.Numbers);
        if (news is not null) Assert.Equal("1", news.AccountId);
    }

    [Fact]
    public void AccountUpdate_ThatStandsUnderTheBusiness_NamesItsAccountItself() => Assert.Equal("77", AccountNews.Read(
        Assert.Single(Updates("""{"field":"account_update","value":{"event":"PARTNER_REMOVED","waba_info":{"waba_id":"77","owner_business_id":"1"}}}""")),
        _numbers)?.AccountId);

    [Fact]
    public void Messages_TellTheAccountOfTheirNumber()
    {
        var delivery = WebhookParser.Parse("""
            {"object":"whatsapp_business_account","entry":[{"id":"900","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"106"},
            "contacts":[{"wa_id":"15550001"}],"messages":[{"from":"15550001","id":"w","timestamp":"1790000000","type":"text","text":{"body":"hi"}}]}}]}]}
            """u8.ToArray());
        Assert.Equal("900", Assert.Single(delivery.Messages).AccountId);
    }

    [Theory]
    [InlineData("""[{"code":131031,"title":"Business Account locked"}]""", true)]
    [InlineData("""[{"code":130429,"title":"Rate limit hit"}]""", null)]
    [InlineData("""[{"code":131026},{"code":131042}]""", true)]
    [InlineData("""[{"code":131051,"title":"Unsupported message type"}]""", null)]
    [InlineData("""{"code":190}""", true)]
    public void Errors_OfAValue_ConcernItsNumber(string errors, bool? stops)
    {
        var update = Assert.Single(Updates(
            $$$"""{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"106"},"errors":{{{errors}}}}}"""));
        var news = AccountNews.Read(update, _numbers);
        Assert.Equal(stops, news?.Stops);
        if (news is not null) Assert.Equal(["106"], news.Numbers);
        Assert.Null(news?.AccountId);
    }

    [Theory]
    [InlineData("phone_number_quality_update", """{"event":"FLAGGED","current_limit":"TIER_250"}""")]
    [InlineData("phone_number_name_update", """{"decision":"REJECTED"}""")]
    [InlineData("message_template_status_update", """{"event":"DISABLED"}""")]
    [InlineData("account_alerts", """{"alert_severity":"CRITICAL"}""")]
    public void OtherFields_StopNothing(string field, string value) =>
        Assert.Null(AccountNews.Read(Assert.Single(Updates($$"""{"field":"{{field}}","value":{{value}}}""")), _numbers));

    [Theory]
    [InlineData("REJECTED", true)]
    [InlineData("APPROVED", false)]
    [InlineData("PENDING", null)]
    public void Review_IsHeeded(string decision, bool? stops) => Assert.Equal(
        stops, AccountNews.Read(Assert.Single(Updates($$$"""{"field":"account_review_update","value":{"decision":"{{{decision}}}"}}""")), _numbers)?.Stops);

    private static IReadOnlyList<UnknownUpdate> Updates(string change) => WebhookParser.Parse(System.Text.Encoding.UTF8.GetBytes(
        $$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{{change}}]}]}""")).Updates;
}
