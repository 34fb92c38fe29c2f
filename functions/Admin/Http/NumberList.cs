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

    private static bool IsOfNumber(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '_';
}
