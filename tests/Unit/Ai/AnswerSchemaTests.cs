using System.Text.Json.Nodes;
using WhatsAppBots.Ai.Answers;

namespace WhatsAppBots.Unit.Tests.Ai;

public sealed class AnswerSchemaTests
{
    private const string Schema =
        """
        {"type": "object", "additionalProperties": false, "required": ["kind", "name", "count", "sure", "share", "note", "parts"], "properties": {
          "kind": {"type": "string", "enum": ["Add", "Done"]},
          "name": {"type": "string", "description": "Short.", "minLength": 1, "maxLength": 5},
          "count": {"type": "integer", "minimum": 0, "maximum": 7},
          "sure": {"type": "boolean"},
          "share": {"type": "number", "minimum": 0, "maximum": 1},
          "note": {"type": ["string", "null"]},
          "parts": {"type": "array", "minItems": 1, "maxItems": 2, "items":
            {"type": "object", "additionalProperties": false, "required": ["at"], "properties": {"at": {"type": "string"}}}}}}
        """;

    private static readonly AnswerSchema _schema = AnswerSchema.Parse(Schema);

    [Theory]
    [InlineData("name", "\"Read\"")]
    [InlineData("name", "\"🙂🙂🙂🙂🙂\"")]
    [InlineData("note", "\"\\\" \\n ]}\"")]
    [InlineData("count", "7")]
    [InlineData("share", "1")]
    [InlineData("share", "1e-3")]
    [InlineData("parts", "[{\"at\": \"\"}, {\"at\": \"x\"}]")]
    public void Answer_ThatFits_IsTaken(string name, string value) => Assert.Null(Read(With(name, value)).Fault);

    [Theory]
    [InlineData("kind", "\"add\"")]
    [InlineData("kind", "null")]
    [InlineData("name", "\"\"")]
    [InlineData("name", "\"longer\"")]
    [InlineData("name", "12")]
    [InlineData("name", "\"a\\u0000\"")]
    [InlineData("name", "\"a\\ud83d\"")]
    [InlineData("count", "-1")]
    [InlineData("count", "8")]
    [InlineData("count", "2.5")]
    [InlineData("count", "3.0")]
    [InlineData("count", "99999999999999999999")]
    [InlineData("count", "\"3\"")]
    [InlineData("sure", "\"true\"")]
    [InlineData("sure", "1")]
    [InlineData("share", "1.0001")]
    [InlineData("share", "1e999")]
    [InlineData("note", "{}")]
    [InlineData("parts", "[]")]
    [InlineData("parts", "[{\"at\": \"a\"}, {\"at\": \"b\"}, {\"at\": \"c\"}]")]
    [InlineData("parts", "[{\"at\": \"a\", \"do\": \"pay\"}]")]
    [InlineData("parts", "[{}]")]
    [InlineData("parts", "[null]")]
    [InlineData("parts", "{\"at\": \"a\"}")]
    public void Answer_ThatDoesNotFit_IsNamedByItsPlace(string name, string value) =>
        Assert.StartsWith($"$.{name}", Read(With(name, value)).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"Add\"")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("Sure! {}")]
    [InlineData("```json\n{}\n```")]
    public void Answer_ThatIsNone_IsOfNoUse(string text) => Assert.NotNull(Read(text).Fault);

    [Fact]
    public void Answer_WithMoreOrWithLessOrTwice_IsOfNoUse()
    {
        Assert.NotNull(Read(With("sure", "true, \"also\": 1")).Fault);
        Assert.NotNull(Read(With("sure", "true, \"count\": 1")).Fault);
        Assert.NotNull(Read(With("sure", "true").Replace("\"note\": null", "\"sure\": true", StringComparison.Ordinal)).Fault);
        var less = JsonNode.Parse(With("sure", "true"))!.AsObject();
        less.Remove("note");
        Assert.NotNull(Read(less.ToJsonString()).Fault);
        Assert.NotNull(Read(With("sure", "true") + " and more").Fault);
    }

    [Fact]
    public void Answer_NestedWithoutEnd_IsOfNoUse() => Assert.NotNull(Read(string.Concat(Enumerable.Repeat("{\"parts\":[", 20_000))).Fault);

    [Fact]
    public void Sent_TellsBoundsInWordsAndKeepsTheRest()
    {
        var sent = JsonNode.Parse(_schema.Sent)!;

        Assert.Equal("Short. (minLength 1, maxLength 5)", sent["properties"]!["name"]!["description"]!.ToString());
        Assert.Null(sent["properties"]!["name"]!["maxLength"]);
        Assert.Equal("(minItems 1, maxItems 2)", sent["properties"]!["parts"]!["description"]!.ToString());
        Assert.False((bool)sent["properties"]!["parts"]!["items"]!["additionalProperties"]!);
        Assert.Equal("""["Add","Done"]""", sent["properties"]!["kind"]!["enum"]!.ToJsonString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"type": "string"}""")]
    [InlineData("""{"type": "object", "properties": {}, "required": []}""")]
    [InlineData("""{"type": "object", "additionalProperties": false, "properties": {"a": {"type": "string"}}, "required": []}""")]
    [InlineData("""{"type": "object", "additionalProperties": false, "properties": {"a": {"type": "text"}}, "required": ["a"]}""")]
    [InlineData("""{"type": "object", "additionalProperties": false, "properties": {"a": {"type": "string", "pattern": "x"}}, "required": ["a"]}""")]
    [InlineData("""{"type": "object", "additionalProperties": false, "properties": {"a": {"type": "array"}}, "required": ["a"]}""")]
    public void Schema_ThatIsNotStrictOrNotKnown_IsRefused(string schema) => Assert.Throws<FormatException>(() => AnswerSchema.Parse(schema));

    private static (System.Text.Json.JsonElement? Answer, string? Fault) Read(string text) => AnswerReading.Read(text, _schema);

    private static string With(string name, string value)
    {
        var values = new Dictionary<string, string>
        {
            ["kind"] = "\"Done\"", ["name"] = "\"Run\"", ["count"] = "1", ["sure"] = "true", ["share"] = "0.5", ["note"] = "null", ["parts"] = "[{\"at\": \"x\"}]",
            [name] = value,
        };
        return "{" + string.Join(',', values.Select(pair => $"\"{pair.Key}\": {pair.Value}")) + "}";
    }
}
