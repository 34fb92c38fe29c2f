using NodaTime;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Unit.Tests.Understanding;

public sealed class NameMatchTests
{
    [Theory]
    [InlineData("meditation", "Meditation|Reading", "Meditation")]
    [InlineData("MEDITATION!", "meditation|morning meditation", "meditation")]
    [InlineData("meditaton", "meditation|reading", "meditation")]
    [InlineData("reading", "read|run", "read")]
    [InlineData("running", "run|read", "run")]
    [InlineData("my yoga", "yoga|gym", "yoga")]
    [InlineData("the gym", "go to the gym|water", "go to the gym")]
    [InlineData("meditation", "morning meditation|evening meditation|yoga", "morning meditation|evening meditation")]
    [InlineData("evening meditation", "morning meditation|evening meditation", "evening meditation")]
    [InlineData("corrí", "correr|leer", "correr")]
    [InlineData("meditacion", "meditación|lectura", "meditación")]
    [InlineData("corri", "correr|ler", "correr")]
    [InlineData("पढ़ा", "पढ़ना|योग", "पढ़ना")]
    [InlineData("padha", "padhna|yoga", "padhna")]
    [InlineData("היוגה", "יוגה|ריצה", "יוגה")]
    [InlineData("הריצה", "ריצה|קריאה", "ריצה")]
    [InlineData("meditation", "Meditate|Reading", "Meditate")]
    [InlineData("meditating", "Meditation|Reading", "Meditation")]
    [InlineData("hydration", "hydrate|read", "hydrate")]
    [InlineData("relaxation", "relax|read", "relax")]
    [InlineData("I ran", "run|read", "run")]
    [InlineData("meditación", "meditar|leer", "meditar")]
    [InlineData("medité", "meditación|lectura", "meditación")]
    [InlineData("leí", "lectura|correr", "lectura")]
    [InlineData("la lectura", "leer 20 páginas|correr", "leer 20 páginas")]
    [InlineData("limpieza", "limpiar la cocina|leer", "limpiar la cocina")]
    [InlineData("estiramientos", "estirar|leer", "estirar")]
    [InlineData("gimnasio", "gym|leer", "gym")]
    [InlineData("gym", "ir al gimnasio|leer", "ir al gimnasio")]
    [InlineData("meditação", "meditar|ler", "meditar")]
    [InlineData("caminé", "caminar|leer", "caminar")]
    [InlineData("entrené", "entrenar|leer", "entrenar")]
    [InlineData("li", "leitura|corrida", "leitura")]
    [InlineData("a leitura", "ler|correr", "ler")]
    [InlineData("corrida", "correr|ler", "correr")]
    [InlineData("alongamento", "alongar|ler", "alongar")]
    [InlineData("padhai", "padhna|yoga", "padhna")]
    [InlineData("padh liya", "kitab padhna|yoga", "kitab padhna")]
    [InlineData("dhyan", "ध्यान करना|जिम", "ध्यान करना")]
    [InlineData("gym", "जिम|योग", "जिम")]
    [InlineData("pani", "पानी पीना|योग", "पानी पीना")]
    [InlineData("पढ़ाई", "पढ़ना|योग", "पढ़ना")]
    [InlineData("रोज़ का ध्यान", "dhyan|gym", "dhyan")]
    [InlineData("לקרוא", "קריאה|ריצה", "קריאה")]
    [InlineData("רצתי", "קריאה|ריצה", "ריצה")]
    [InlineData("רוץ", "קריאה|ריצה", "ריצה")]
    [InlineData("הליכה", "ללכת|לרוץ", "ללכת")]
    [InlineData("medication", "Meditate|Reading", "")]
    [InlineData("mediation", "Media|Reading", "")]
    [InlineData("format the disk", "fill in the form|read", "")]
    [InlineData("combat", "comb my hair|read", "")]
    [InlineData("carrera", "carta|correo", "")]
    [InlineData("corazón", "correr|leer", "")]
    [InlineData("dinner", "run|read", "")]
    [InlineData("lista de compras", "leer|limpiar", "")]
    [InlineData("chai pi li", "reading|yoga", "")]
    [InlineData("रीडिंग", "पढ़ना|योग", "")]
    [InlineData("לרוץ", "לקרוא|ללכת", "")]
    [InlineData("cooking", "meditation|reading", "")]
    [InlineData("the", "meditation|reading", "")]
    [InlineData("tea", "sea|reading", "")]
    [InlineData("", "meditation", "")]
    [InlineData("🏃", "meditation", "")]
    public void Find_Said_GivesWhatFitsBest(string said, string known, string expected)
    {
        var names = known.Split('|');
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), NameMatch.Find(said, names).Select(index => names[index]));
    }

    /// <summary>"done with meditation and gym": each part finds its own.</summary>
    [Theory]
    [InlineData("en", "done with meditation and gym", "Meditate|Gym|Reading", "Meditate|Gym")]
    [InlineData("es", "ya leí y fui al gimnasio", "Lectura|Gym|Agua", "Lectura|Gym")]
    [InlineData("pt", "terminei a leitura e a meditação", "Ler|Meditar|Água", "Ler|Meditar")]
    [InlineData("hi", "meditation aur gym ho gaya", "ध्यान|जिम|पानी", "ध्यान|जिम")]
    [InlineData("he", "סיימתי ריצה וקריאה", "לרוץ|לקרוא|מים", "לרוץ|לקרוא")]
    public void Find_PartsOfAText_GiveEachItsOwn(string language, string text, string known, string expected)
    {
        var names = known.Split('|');
        var said = TextReader.Understand(text, new TextContext(language, DateTimeZone.Utc, Instant.FromUtc(2026, 3, 2, 9, 0)));
        var found = said.Names.SelectMany(name => NameMatch.Find(name, names)).Select(index => names[index]);
        Assert.Equal(expected.Split('|'), found);
    }

    [Fact]
    public void Find_SameNameTwice_GivesBoth() => Assert.Equal([0, 2], NameMatch.Find("yoga", ["Yoga", "run", "yoga"]));

    [Fact]
    public void Find_BrokenUnicode_DoesNotThrow() => Assert.Empty(NameMatch.Find("\ud800\udfff\ud800", ["\udc00", "yoga"]));
}
