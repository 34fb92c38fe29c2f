using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WhatsAppBots.BotKit.Templates;
using WhatsAppBots.Bots;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;
using WhatsAppBots.Unit.Tests.Architecture;

namespace WhatsAppBots.Unit.Tests.Bots;

/// <summary>
/// The files of message templates by Meta's rules.
/// https://developers.facebook.com/docs/whatsapp/message-templates/guidelines
/// </summary>
public sealed partial class TemplateTests
{
    public static TheoryData<string> Names => [.. All.Select(template => template.Name)];

    private static IEnumerable<MessageTemplate> All => BotServices.Templates.SelectMany(set => set.All);

    [Fact]
    public void Templates_ThatBotsName_AreFiles_AndEachFileIsUsed()
    {
        var named = SourceTree.Files.Where(file => file.IsIn("shared/Bots"))
            .SelectMany(file => Quoted().Matches(file.Text)).Select(match => match.Groups[1].Value).Distinct();
        Assert.Equal(named.Order(StringComparer.Ordinal), All.Select(template => template.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Template_IsWhatMetaTakes_InFiveLanguages(string name)
    {
        var template = All.Single(template => template.Name == name);
        Assert.Matches("^[a-z0-9_]{1,512}$", template.Name);
        Assert.Equal("UTILITY", template.Category);
        Assert.EndsWith(".", template.About, StringComparison.Ordinal);
        Assert.Equal(Languages.All.Order(StringComparer.Ordinal), template.Texts.Keys.Order(StringComparer.Ordinal));
        var english = template.Texts["en"];
        foreach (var (language, text) in template.Texts)
        {
            Assert.InRange(text.Body.Length, 1, 1024);
            Assert.InRange(text.Fill(text.Samples).Length, 1, 1024);
            Assert.DoesNotMatch(@"\n{3}|\t| {4}", text.Body);

            // Each value once and in order of its number, with words around it.
            Assert.Equal(
                Enumerable.Range(0, english.Samples.Count).Select(TemplateText.Place).Order(),
                Place().Matches(text.Body).Select(match => match.Value).Order());
            Assert.DoesNotMatch(@"^\W*\{\{|\}\}\W*$|\}\}\W*\{\{", text.Body);
            Assert.True(Words().Count(text.Body) >= 3 * text.Samples.Count, $"{language}: too few words for its values");
            Assert.Equal(english.Samples.Count, text.Samples.Count);
            Assert.All(text.Samples, sample => Assert.False(string.IsNullOrWhiteSpace(sample)));
            Assert.Equal(english.Buttons.Count, text.Buttons.Count);
            Assert.All(text.Buttons, title => Assert.InRange(title.Length, 1, 25));
            Assert.All(text.Buttons, title => Assert.DoesNotMatch(@"\{\{|\n", title));
            if (language != "en") Assert.NotEqual(english.Body, text.Body);
        }
    }

    [Fact]
    public void Message_IsTheTemplateFilledIn()
    {
        var message = HabitsModule.Templates.Message("habits_reminder", "pt", ["habits:look"], ["Ler"]);
        Assert.Equal(("habits_reminder", "pt_BR"), (message.Name, message.Language));
        Assert.Equal(["Ler"], message.Body);
        Assert.Contains("Ler", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", message.Text, StringComparison.Ordinal);
        Assert.Equal([new Choice("habits:look", "Ver meus hábitos")], PlainWords.ChoicesOf(message));
    }

    [Fact]
    public void Message_WithAnotherNumberOfValuesOrButtons_IsABug()
    {
        Assert.Throws<ArgumentException>(() => HabitsModule.Templates.Message("habits_reminder", "en", ["habits:look"], []));
        Assert.Throws<ArgumentException>(() => HabitsModule.Templates.Message("habits_reminder", "en", [], ["Gym"]));
    }

    [Theory]
    [InlineData("habits_reminder", 3000, -1)]
    [InlineData("habits_partner", 20, 3000)]
    [InlineData("habits_partner", 3000, 3000)]
    public void Message_WithLongValues_IsCutToWhatMetaTakes(string name, int first, int second)
    {
        List<string> values = [new('a', first)];
        if (second >= 0) values.Add(new string('b', second));
        var message = HabitsModule.Templates.Message(name, "en", ["x"], values);
        Assert.InRange(message.Text.Length, 900, 1024);
        Assert.Equal(first == 20 ? values[0] : message.Body[0], message.Body[0]);
        Assert.All(message.Body, value => Assert.True(value.Length >= 20));
    }

    [Fact]
    public void Submission_IsMetasForm()
    {
        var submission = HabitsModule.Templates.Submissions()
            .Single(one => one["name"]!.ToString() == "habits_partner_asks" && one["language"]!.ToString() == "en");
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {
                  "name": "habits_partner_asks", "language": "en", "category": "UTILITY",
                  "components": [
                    {
                      "type": "BODY",
                      "text": "👥 Somebody sent your invitation code: {{1}} would like to keep habits with you. Tap the button to answer.",
                      "example": { "body_text": [["Ana"]] }
                    },
                    { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Show me" }] }
                  ]
                }
                """),
            submission), submission.ToJsonString());
    }

    [GeneratedRegex("\"((?:habits|portraits)_[a-z_]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{\{\d+\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
