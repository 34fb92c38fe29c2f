using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Texts;

/// <summary>
/// The texts of one topic in one language. Each property or method of a subclass is a key of the files
/// <c>Texts/{language}.json</c> beside it, each parameter a placeholder <c>{name}</c>; a test compares the two. Files rather
/// than satellite assemblies, which fall back to another language in silence and need ICU in the container.
/// </summary>
public abstract class TextSet
{
    private static readonly ConcurrentDictionary<(Type, string), FrozenDictionary<string, string>> _files = new();

    private readonly FrozenDictionary<string, string> _texts;

    /// <param name="language">Null where it is not known yet: English.</param>
    protected TextSet(string? language)
    {
        Language = language is not null && Languages.All.Contains(language) ? language : Languages.English;
        _texts = FileOf(GetType(), Language);
    }

    /// <summary>The language the texts are in.</summary>
    public string Language { get; }

    /// <summary>The texts of one file.</summary>
    public static FrozenDictionary<string, string> FileOf(Type set, string language) => _files.GetOrAdd((set, language), static key =>
    {
        var name = $"{key.Item1.Namespace}.Texts.{key.Item2}.json";
        using var stream = key.Item1.Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The texts {name} are missing.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    });

    /// <summary>The text named like the member that asks for it.</summary>
    protected string Get([CallerMemberName] string key = "") => _texts[key];
}

/// <summary>Fills placeholders.</summary>
public static class Placeholders
{
    /// <summary>Puts a value where the text says <c>{name}</c>.</summary>
    public static string With(this string text, string name, string value) =>
        text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
}
