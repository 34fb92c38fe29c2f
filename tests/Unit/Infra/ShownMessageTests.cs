using System.Text.Json.Nodes;
using WhatsAppBots.Simulator.Terminal;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>Messages as lines of a terminal, and what pressing a choice sends.</summary>
public sealed class ShownMessageTests
{
    private static readonly Uri _simulator = new("http://127.0.0.1:7080");

    [Fact]
    public void Buttons_AreChoices_ThatAnswerWithTheirIds()
    {
        var shown = Of("interactive", """
            {"type":"button","header":{"type":"image","image":{"id":"m1"}},"body":{"text":"One\nTwo"},"footer":{"text":"small"},
             "action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"Yes"}}]}}
            """);
        Assert.Equal(["(image: http://127.0.0.1:7080/sim/media/m1)", "One", "Two", "small"], shown.Lines);
        var choice = Assert.Single(shown.Choices);
        Assert.Equal(("Yes", "interactive"), (choice.Title, choice.Type));
        Assert.Equal("""{"type":"button_reply","button_reply":{"id":"a","title":"Yes"}}""", choice.Content.ToJsonString());
    }

    [Fact]
    public void RowsOfAList_AreChoices_WithTheirDescriptions()
    {
        var shown = Of("interactive", """
            {"type":"list","body":{"text":"Pick"},
             "action":{"button":"Choose","sections":[{"title":"A","rows":[{"id":"x","title":"X","description":"about x"}]},
              {"rows":[{"id":"y","title":"Y"}]}]}}
            """);
        Assert.Equal([("X", "about x"), ("Y", null)], shown.Choices.Select(choice => (choice.Title, choice.Description)));
        Assert.Equal(
            """{"type":"list_reply","list_reply":{"id":"x","title":"X","description":"about x"}}""",
            shown.Choices[0].Content.ToJsonString());
    }

    [Fact]
    public void Link_IsALine() => Assert.Equal(
        ["Pay here", "Pay: https://pay.example/1"],
        Of("interactive", """
            {"type":"cta_url","body":{"text":"Pay here"},
             "action":{"name":"cta_url","parameters":{"display_text":"Pay","url":"https://pay.example/1"}}}
            """).Lines);

    [Fact]
    public void Template_IsShownFilledIn_OrByItsName()
    {
        const string Parts =
            """
            "components":[{"type":"body","parameters":[{"type":"text","text":"Gym"}]},
             {"type":"button","parameters":[{"type":"payload","payload":"p"}]}]
            """;
        var known = Of("template", """{"name":"n","shown":{"text":"Time for Gym.","buttons":["Show"]},""" + Parts + "}");
        Assert.Equal(["Time for Gym."], known.Lines);
        Assert.Equal("""{"payload":"p","text":"Show"}""", known.Choices[0].Content.ToJsonString());
        var unknown = Of("template", """{"name":"n",""" + Parts + "}");
        Assert.Equal(["(template n)", "Gym"], unknown.Lines);
        Assert.Equal("Button 1", unknown.Choices[0].Title);
    }

    [Theory]
    [InlineData("text", """{"body":"a\n\nb"}""", "a||b")]
    [InlineData("image", """{"link":"https://x/y.png","caption":"see"}""", "(image: https://x/y.png)|see")]
    [InlineData("location", """{"latitude":1.5,"longitude":2,"name":"Home"}""", "(Home: 1.5, 2)")]
    [InlineData("reaction", """{"emoji":"👍"}""", "(reaction)")]
    public void Others_AreLines(string type, string body, string lines) => Assert.Equal(lines.Split('|'), Of(type, body).Lines);

    private static ShownMessage Of(string type, string body) =>
        ShownMessage.Of(new JsonObject { ["type"] = type, ["body"] = JsonNode.Parse(body) }, _simulator);
}
