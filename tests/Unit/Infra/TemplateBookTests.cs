using System.Text.Json.Nodes;
using WhatsAppBots.Bots;
using WhatsAppBots.Simulator;
using WhatsAppBots.Simulator.Graph;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>The simulator knows the bots' templates and refuses what Meta would refuse.</summary>
public sealed class TemplateBookTests
{
    private readonly TemplateBook _book = new(
        new SimulatorOptions { Templates = [.. BotServices.Templates.SelectMany(set => set.Submissions())] });

    [Fact]
    public void Message_IsShownFilledIn_WithTheTitlesOfItsButtons()
    {
        var message = Message("habits_reminder", "es", "Leer");
        Assert.Null(_book.Fault(message));
        var shown = _book.Shown(message)!;
        Assert.StartsWith("⏰ Un recordatorio para hoy: Leer.", shown["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Ver mis hábitos"], shown["buttons"]!.AsArray().Select(title => title!.ToString()));
    }

    [Theory]
    [InlineData("habits_reminder", "es", 2, MessageRules.WrongCount)]
    [InlineData("habits_reminder", "es", 0, MessageRules.WrongCount)]
    [InlineData("habits_reminder", "pt", 1, MessageRules.NoTemplate)]
    [InlineData("habits_unheard_of", "es", 1, MessageRules.NoTemplate)]
    public void Message_ThatMetaRefuses_IsRefused(string name, string language, int values, int code) =>
        Assert.Equal(code, _book.Fault(Message(name, language, [.. Enumerable.Repeat("x", values)]))!.Value.Code);

    [Fact]
    public void Message_TooLongFilledIn_IsRefused() =>
        Assert.Equal(MessageRules.TooLongFilled, _book.Fault(Message("habits_reminder", "en", new string('x', 1000)))!.Value.Code);

    [Fact]
    public void Value_ThatLooksLikeAPlace_StaysAsItIs()
    {
        Assert.Null(_book.Add(Submission("Hello {{1}} and {{2}} here", 2)));
        Assert.Equal("Hello {{2}} and Bo here", _book.Shown(Message("new", "en", "{{2}}", "Bo"))!["text"]!.ToString());
    }

    [Fact]
    public void Submission_WithALongBody_IsRefused() =>
        Assert.Contains("1024", _book.Add(Submission(new string('x', 5000), 0)), StringComparison.Ordinal);

    [Fact]
    public void Book_WithoutTemplates_TakesAnyName()
    {
        var empty = new TemplateBook(new SimulatorOptions());
        Assert.Null(empty.Fault(Message("anything", "en")));
        Assert.Null(empty.Shown(Message("anything", "en")));
    }

    [Theory]
    [InlineData("Hello {{1}} and more", 1, null)]
    [InlineData("Hello {{1}}!", 1, "start or end")]
    [InlineData("{{1}} is here", 1, "start or end")]
    [InlineData("Hello {{2}} and more", 1, "variables must be")]
    [InlineData("Hello {{1}} and {{1}} more", 2, "variables must be")]
    [InlineData("Hello {{1}} and more", 0, "sample")]
    public void Submission_IsJudgedAsMetaDoes(string body, int samples, string? fault)
    {
        var refused = _book.Add(Submission(body, samples));
        if (fault is null) Assert.Null(refused);
        else Assert.Contains(fault, refused, StringComparison.Ordinal);
        Assert.Equal(fault is null, _book.Fault(Message("new", "en", "x")) is null);
    }

    private static JsonObject Submission(string body, int samples) => new()
    {
        ["name"] = "new", ["language"] = "en", ["category"] = "UTILITY",
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = "BODY", ["text"] = body,
            ["example"] = new JsonObject { ["body_text"] = new JsonArray(new JsonArray([.. Enumerable.Range(0, samples)])) },
        }),
    };

    private static JsonObject Message(string name, string language, params string[] values) => new()
    {
        ["name"] = name, ["language"] = new JsonObject { ["code"] = language },
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = "body",
            ["parameters"] = new JsonArray([.. values.Select(value => new JsonObject { ["type"] = "text", ["text"] = value })]),
        }),
    };
}
