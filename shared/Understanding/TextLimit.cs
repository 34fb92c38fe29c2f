namespace WhatsAppBots.Understanding;

/// <summary>
/// How much of a text is read. Whatever people send costs no more than this; what is longer is a text that nobody types to a bot, and what it
/// says as a whole is not known from its beginning: readers say that they did not read it to its end.
/// </summary>
public static class TextLimit
{
    /// <summary>Characters (UTF-16 code units) that are read.</summary>
    public const int Characters = 4096;

    /// <summary>Words, numbers and signs that are read.</summary>
    public const int Tokens = 512;

    /// <summary>Names of things that are told apart in one text; whoever lists more is asked to say it in parts.</summary>
    public const int Names = 20;

    /// <summary>The beginning of a text, as it is where it is short enough; no character is cut in two.</summary>
    public static string Head(string text, int most = Characters) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
