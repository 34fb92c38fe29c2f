using WhatsAppBots.Bots.Portraits;

namespace WhatsAppBots.Unit.Tests.Bots.Portraits;

public sealed class MoneyWordTests
{
    [Theory]
    [InlineData("i already paid!!", "paid")]
    [InlineData("I've paid", "paid")]
    [InlineData("i paid, where are my pictures?", "paid")]
    [InlineData("Payment done 👍", "paid")]
    [InlineData("Ya pagué", "paid")]
    [InlineData("ya he pagado, ¿y ahora?", "paid")]
    [InlineData("Já paguei", "paid")]
    [InlineData("fiz o pix agora", "paid")]
    [InlineData("मैंने भुगतान कर दिया", "paid")]
    [InlineData("payment kar diya bhai", "paid")]
    [InlineData("כבר שילמתי", "paid")]
    [InlineData("my card was charged", "paid")]
    [InlineData("you charged me already", "paid")]
    [InlineData("the amount got debited from my bank", "paid")]
    [InlineData("ya me cobraron en la tarjeta", "paid")]
    [InlineData("foi debitado do meu cartão", "paid")]
    [InlineData("पैसे कट गए हैं", "paid")]
    [InlineData("bhai paise kat gaye", "paid")]
    [InlineData("חויבתי בכרטיס", "paid")]
    [InlineData("will i be charged now?", null)]
    [InlineData("i was charged twice, i want a refund", "refund")]
    [InlineData("i want my money back", "refund")]
    [InlineData("can i get a refund?", "refund")]
    [InlineData("quiero un reembolso", "refund")]
    [InlineData("quero meu dinheiro de volta", "refund")]
    [InlineData("मुझे पैसे वापस चाहिए", "refund")]
    [InlineData("אני רוצה החזר", "refund")]
    [InlineData("they look nothing like me", "dislike")]
    [InlineData("no se parecen a mí", "dislike")]
    [InlineData("where are my pictures?", "where")]
    [InlineData("¿dónde están mis fotos?", "where")]
    [InlineData("cadê minhas fotos", "where")]
    [InlineData("מתי יגיעו התמונות", "where")]
    [InlineData("hello", null)]
    [InlineData("done", null)]
    [InlineData("unpaid leave", null)]
    [InlineData("", null)]
    public void Text_AboutMoney_IsRecognized(string text, string? meaning) => Assert.Equal(meaning,
        MoneyWords.Read(text)?.ToString().ToLowerInvariant());
}
