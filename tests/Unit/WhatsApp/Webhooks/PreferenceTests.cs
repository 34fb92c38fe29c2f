using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

public class PreferenceTests
{
    [Fact]
    public void Parse_StopAndResume_AreReadAndShown()
    {
        var delivery = Fixture.Read("user_preferences");
        Assert.Equal(
            [(false, 1770000000, "User requested to stop marketing messages"), (true, 1770000060, "User requested to resume marketing messages")],
            delivery.Preferences.Select(wish => (wish.Wants, wish.At.ToUnixTimeSeconds(), wish.Wording)));
        Assert.All(delivery.Preferences, wish => Assert.Equal(
            (Fixture.NumberId, "972501234567", "IL.20417760318852"), (wish.NumberId, wish.Person.Phone, wish.Person.UserId)));
        Assert.Equal("user_preferences", Assert.Single(delivery.Updates).Field);
    }

    [Theory]
    // Known by one key alone, or by the only contact.
    [InlineData("\"user_id\":\"US.1\",\"value\":\"stop\"", null, "US.1")]
    [InlineData("\"wa_id\":\"1555\",\"value\":\"STOP\"", "1555", null)]
    public void Parse_Person_IsFound(string properties, string? phone, string? userId)
    {
        var wish = Assert.Single(Parse(properties).Preferences);
        Assert.Equal((phone, userId, false), (wish.Person.Phone, wish.Person.UserId, wish.Wants));
    }

    [Theory]
    [InlineData("\"wa_id\":\"1555\",\"value\":\"maybe\"")]
    [InlineData("\"value\":\"stop\"")]
    [InlineData("\"wa_id\":\"1555\",\"value\":\"stop\",\"timestamp\":\"soon\"")]
    [InlineData("\"wa_id\":\"1555\",\"value\":\"stop\",\"category\":\"news\"")]
    public void Parse_WishWithoutMeaning_IsShownAlone(string properties)
    {
        var delivery = Parse(properties);
        Assert.Empty(delivery.Preferences);
        Assert.Single(delivery.Updates);
    }

    private static Delivery Parse(string properties) => Fixture.Parse(
        $$$"""
        {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"user_preferences","value":{"metadata":{"phone_number_id":"1"},
        "user_preferences":[{"category":"marketing_messages","timestamp":1,{{{properties}}}}]}}]}]}
        """);
}
