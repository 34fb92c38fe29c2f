using System.Reflection;
using System.Text.RegularExpressions;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Unit.Tests.Architecture;

/// <summary>Events are named in the past tense, commands in the imperative. Wire names of earlier releases stay: they are the exceptions.</summary>
public sealed partial class EventNameTests
{
    // Past tenses that do not end with "ed".
    private static readonly string[] _irregular = ["Sent", "Made", "Told", "Begun", "Taken", "Lost", "Paid", "Met", "Kept", "Won", "Left", "Found", "Drawn"];

    private static readonly string[] _imperatives =
    [
        "Notify", "Send", "Erase", "Refund", "Draw", "Ask", "Cancel", "Assign", "Start", "Stop", "Import", "Make", "Wake", "Forget", "Merge",
    ];

    [Fact]
    public void Events_AreNamedInThePast_CommandsInTheImperative()
    {
        var names = typeof(EventTypes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && ((string)field.GetRawConstantValue()!).StartsWith("whatsappbots.", StringComparison.Ordinal)).Select(field => field.Name).ToList();
        Assert.True(names.Count > 40, "The events were not found.");
        KnownExceptions.Hold(
            "An event says what has happened (OrderPlaced), a command what is to be done (NotifyStaff).",
            "event-exceptions.txt",
            names.Where(name => !IsPast(name) && !IsImperative(name)));
    }

    [Theory]
    [InlineData("OrderPlaced", true)]
    [InlineData("NotifyStaff", true)]
    [InlineData("OrderNeed", false)]
    [InlineData("CallbackWanted", true)]
    [InlineData("BetFeed", false)]
    public void Name_IsJudged(string name, bool isGood) => Assert.Equal(isGood, IsPast(name) || IsImperative(name));

    private static bool IsPast(string name) => LastWord(name) is var last && ((last.EndsWith("ed", StringComparison.Ordinal) && !last.EndsWith("eed", StringComparison.Ordinal)) || _irregular.Contains(last));

    private static bool IsImperative(string name) => _imperatives.Contains(Word().Match(name).Value) && Word().Count(name) > 1;

    private static string LastWord(string name) => Word().Matches(name)[^1].Value;

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex Word();
}
