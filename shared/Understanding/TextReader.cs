using WhatsAppBots.Understanding.Intents;
using WhatsAppBots.Understanding.Reading;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding;

/// <summary>Understands texts in English, Spanish, Portuguese, Hindi, Hinglish and Hebrew by rules alone. Pure; never throws; reads no more than <see cref="TextLimit"/> says.</summary>
public static class TextReader
{
    /// <summary>What a text says of time, money and numbers.</summary>
    public static TextReading Read(string text, TextContext context)
    {
        var sentence = new Sentence(text, Lexicon.Of(context.Language));
        return Assembler.Assemble(sentence, Finder.Find(sentence, context), context);
    }

    /// <summary>What a text wants, and of what.</summary>
    public static Utterance Understand(string text, TextContext context)
    {
        var sentence = new Sentence(text, Lexicon.Of(context.Language));
        var found = Finder.Find(sentence, context);
        return UtteranceReader.Read(sentence, found, Assembler.Assemble(sentence, found, context));
    }

    /// <summary>Words of suicide, self-harm or despair, in all languages at once; rather once too often.</summary>
    public static bool IsDistress(string text) => DistressFinder.IsIn(text);

    /// <summary>The lines and clauses of a text, each of which may be a wish of its own: "meditate at 7, read at 9" has two; at most <see cref="TextLimit.Names"/>.</summary>
    public static IReadOnlyList<string> Parts(string text, TextContext context)
    {
        var sentence = new Sentence(text, Lexicon.Of(context.Language));
        return Splitter.Split(sentence, Finder.Find(sentence, context));
    }
}
