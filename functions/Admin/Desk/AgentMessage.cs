using System.Text.RegularExpressions;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Desk.Files;

namespace WhatsAppBots.Admin.Desk;

/// <summary>Message to a person: a text, with buttons or without, a file, or a template.</summary>
/// <param name="Text">1 to 4,096 characters; with buttons or a file 1,024. With a file it may be left out; an audio takes none.</param>
/// <param name="Buttons">Titles of one to three reply buttons, each of 1 to 20 characters; what is tapped comes back as a message.</param>
/// <param name="Template">In place of a text: the only thing that goes when the person's last message is more than 24 hours old.</param>
/// <param name="File">Id of a file that you have uploaded to this conversation and not sent yet (<c>UploadFile</c>).</param>
/// <param name="ReplyTo">The provider's id (<c>providerId</c>) of the message that is quoted.</param>
/// <param name="Read">
/// The newest message that you have read. Where the person has written since nothing is sent, and the answer is 409 <c>moved_on</c>; leave
/// it out to send all the same.
/// </param>
/// <param name="TakesOver">Whether the bot is silent from then on; if left out, true where a person sends and false where a program
/// does.</param>
internal sealed record AgentMessage(
    string? Text, IReadOnlyList<string>? Buttons, TemplateToSend? Template, long? File, string? ReplyTo, long? Read, bool? TakesOver)
{
    private const int LongestText = 4096;
    private const int LongestWithButtons = 1024;
    private const int LongestCaption = 1024;
    private const int LongestTitle = 20;
    private const int MostButtons = 3;

    /// <summary>The message as it is sent.</summary>
    /// <param name="file">The file that <see cref="File"/> names; null: there is none.</param>
    /// <param name="fault">What is wrong with it, where it is no message.</param>
    public OutgoingContent? ToContent(StoredFile? file, out string? fault)
    {
        fault = File is null ? Fault() : FileFault(file);
        if (fault is not null) return null;
        if (file is not null) return file.Message(Text);
        if (Template is { } template) return template.Message();
        return Buttons is { Count: > 0 } titles
            ? new ButtonsMessage(Text!, [.. titles.Select((title, n) => new Choice($"agent:{n + 1}", title.Trim()))])
            : new TextMessage(Text!);
    }

    private string? FileFault(StoredFile? file)
    {
        if (Template is not null || Buttons is not null) return "Either a file, or buttons, or a template: not several.";
        if (ReplyTo is { Length: > 200 }) return "replyTo is no id of a message.";
        if (file is null) return $"This conversation has no file {File}. Upload it first.";
        if (Text is null) return null;
        if (file.Kind == "audio") return "An audio takes no text.";
        if (string.IsNullOrWhiteSpace(Text)) return "text is empty; leave it out.";
        return Text.Length > LongestCaption ? $"text has {Text.Length} characters; {LongestCaption} is the most with a file." : null;
    }

    private string? Fault()
    {
        if (Template is not null)
        {
            return Text is not null || Buttons is not null ? "Either text or template: not both." : Template.Fault();
        }

        var longest = Buttons is { Count: > 0 } ? LongestWithButtons : LongestText;
        if (string.IsNullOrWhiteSpace(Text)) return "text is missing.";
        if (Text.Length > longest) return $"text has {Text.Length} characters; {longest} is the most{(Buttons is null ? "" : " with buttons")}.";
        if (ReplyTo is { Length: > 200 }) return "replyTo is no id of a message.";
        if (Buttons is null) return null;
        if (Buttons.Count is 0 or > MostButtons) return $"buttons has {Buttons.Count} titles; 1 to {MostButtons} go.";
        if (Buttons.Any(title => title is null || title.Trim(
            ).Length is 0 or > LongestTitle)) return $"A button's title has 1 to {LongestTitle} characters.";
        return Buttons.Select(title => title.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() < Buttons.Count
            ? "Two buttons have the same title." : null;
    }
}

/// <summary>Approved template.</summary>
/// <param name="Name">As Meta has it: small letters, digits and <c>_</c>.</param>
/// <param name="Language">Meta's code, such as <c>pt_BR</c>.</param>
/// <param name="Values">Values of the body's places, in order.</param>
/// <param name="Text">The template filled in, for the history.</param>
internal sealed partial record TemplateToSend(string? Name, string? Language, IReadOnlyList<string>? Values, string? Text)
{
    private const int LongestName = 512;
    private const int LongestValue = 1024;
    private const int MostValues = 50;

    public TemplateMessage Message() => new(Name!, Language!, Values ?? [], Text ?? $"[{Name}] {string.Join(" · ", Values ?? [])}".TrimEnd(
        ));

    public string? Fault()
    {
        if (Name is not { Length: >= 1 and <= LongestName } || !Name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
        {
            return "template.name has small letters, digits and _.";
        }

        if (Language is null || !LanguageCode().IsMatch(Language)) return "template.language is one of Meta's codes: en, pt_BR, …";
        if (Values is { Count: > MostValues }) return $"template.values has more than {MostValues} values.";
        if ((Values ?? []).Any(value => string.IsNullOrWhiteSpace(value) || value.Length > LongestValue))
        {
            return $"Each of template.values has 1 to {LongestValue} characters.";
        }

        // Meta refuses such a message after it was taken.
        if ((Values ?? []).Any(value => value.AsSpan().ContainsAny("\n\r\t") || value.Contains("     ", StringComparison.Ordinal)))
        {
            return "Each of template.values is one line, without tabs and without five spaces in a row.";
        }

        return Text is { Length: > LongestValue * 2 } ? "template.text is too long." : null;
    }

    [GeneratedRegex("^[a-z]{2,3}(_[A-Za-z]{2,4}|_[0-9]{3})?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageCode();
}
