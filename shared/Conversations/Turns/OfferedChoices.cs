using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Conversations.Turns;

/// <summary>
/// Choices that a channel without buttons showed as numbers. They hold until others are offered, or until something is said
/// without any in another state: an answer to "how many?" is no choice of before.
/// </summary>
/// <param name="Bot">Whose they are.</param>
/// <param name="State">The state in which they were offered.</param>
/// <param name="Choices">In the order of their numbers.</param>
internal sealed record OfferedChoices(string Bot, string State, IReadOnlyList<Choice> Choices)
{
    private const int LongestNumber = 3;

    // No line that is offered is longer, its number and marks included.
    private const int LongestLine = 500;

    // Marks of direction, and what makes a digit a keycap.
    private const string Dressing = "\u200E\u200F\u061C\u2066\u2067\u2068\u2069\uFE0F\u20E3";

    /// <summary>The input as a tapped choice, where a text is the number or the title of one that is offered.</summary>
    public static Input Understand(string? offered, Input input) =>
        offered is not null && input is MessageInput { Message: { Content: TextContent text } message }
        && text.Body.Length <= LongestLine && Read(offered).Meant(text.Body) is { } choice
            ? new MessageInput(message with
            {
                Content = new ChoiceContent(choice.Id, choice.Title, choice.Description) { Type = "interactive" },
            })
            : input;

    /// <summary>What is offered after a turn, as the conversation's row keeps it.</summary>
    /// <param name="before">What was offered before it.</param>
    /// <param name="numbered">What the turn offers.</param>
    /// <param name="spoke">The turn said something.</param>
    public static string? After(string? before, IReadOnlyList<Choice> numbered, bool spoke, string bot, string state)
    {
        if (numbered.Count > 0) return JsonSerializer.Serialize(new OfferedChoices(bot, state, numbered), OfferedJson.Default.OfferedChoices);
        if (before is null || !spoke) return before;
        var offered = Read(before);
        return offered.Bot == bot && offered.State == state ? before : null;
    }

    private static OfferedChoices Read(string offered) => JsonSerializer.Deserialize(offered, OfferedJson.Default.OfferedChoices)!;

    /// <summary>The choice a text means: <c>2</c>, <c>2.</c>, <c>(2)</c>, <c>२</c>, <c>2️⃣</c>, its title, or the whole line.</summary>
    private Choice? Meant(string text)
    {
        var plain = string.Concat(text.Where(c => !Dressing.Contains(c, StringComparison.Ordinal))).Trim();

        // Titles first: of "1. 5" and "2. 10" ten is the second. One that stands there twice says nothing.
        var titled = Choices.Where((choice, index) => IsTitle(plain, choice.Title, index + 1)).Take(2).ToList();
        if (titled.Count == 1) return titled[0];
        return Number(plain) is { } number && number <= Choices.Count ? Choices[number - 1] : null;
    }

    private static bool IsTitle(string text, string title, int number) =>
        text.Equals(title.Trim(), StringComparison.OrdinalIgnoreCase)
        || text.Equals(string.Create(CultureInfo.InvariantCulture, $"{number}. {title.Trim()}"), StringComparison.OrdinalIgnoreCase);

    // Digits of any script. Null for what is no number, and for none that could be offered.
    private static int? Number(string text)
    {
        if (text == "🔟") return 10;
        var digits = text.TrimStart('(', '#').TrimEnd('.', ')', ':', '।', ' ');
        if (digits.Length is 0 or > 2 * LongestNumber) return null;
        var (number, count) = (0, 0);
        foreach (var rune in digits.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.DecimalDigitNumber || ++count > LongestNumber) return null;
            number = (10 * number) + (int)Rune.GetNumericValue(rune);
        }

        return number > 0 ? number : null;
    }
}

/// <summary>JSON of what is offered.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OfferedChoices))]
internal sealed partial class OfferedJson : JsonSerializerContext;
