using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Unit.Tests.WhatsApp;

public class PhoneMaskTests
{
    [Theory]
    [InlineData("15551234567", "1555•••4567")]
    [InlineData("12345678", "•••78")]
    [InlineData("1234", "•••")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Mask_Phone_HidesItsMiddle(string? phone, string masked) => Assert.Equal(masked, PhoneMask.Mask(phone));
}
