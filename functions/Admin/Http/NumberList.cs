using WhatsAppBots.Access;

namespace WhatsAppBots.Admin.Http;

/// <summary>List of business numbers that somebody, or a key, is narrowed to.</summary>
internal static class NumberList
{
    private const int Most = 100;
    private const int LongestNumber = 30;

    /// <summary>Fault of a list, as a sentence; null where there is none.</summary>
    public static string? Fault(IReadOnlyList<string>? numbers) =>
        numbers is null || (numbers.Count <= Most
            && numbers.All(number => number is { Length: >= 1 and <= LongestNumber } && number.All(IsOfNumber)))
            ? null : $"numbers takes ids of business numbers, {Most} at most.";

    /// <summary>
    /// Why a caller may not give a list to somebody, or to a key; null where they may: nobody lets others see what they do not see
    /// themselves.
    /// </summary>
    /// <param name="numbers">Null: all.</param>
    public static string? Beyond(Caller caller, IReadOnlyList<string>? numbers) =>
        caller.Numbers is { } own && (numbers is null || numbers.Except(own).Any())
            ? $"You are there for some numbers alone, and give these or some of them: {string.Join(", ", own)}." : null;

    private static bool IsOfNumber(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '_';
}
