using System.Globalization;
using WhatsAppBots.Contracts;

namespace WhatsAppBots.BotKit.Commands;

/// <summary>Ids of the buttons and rows that give a common command, whichever bot they stand under.</summary>
public static class CommandIds
{
    private const string Prefix = "cmd:";
    private const string LanguagePrefix = Prefix + "language:";
    private const string ZonePrefix = Prefix + "timezone:";
    private const string ErasePrefix = Prefix + "erase:";
    private const string HumanPrefix = Prefix + "human:";
    private const string Keep = Prefix + "keep";

    private static readonly TimeSpan _eraseLives = TimeSpan.FromHours(24);

    // The clocks of two hosts, and the provider's, may differ by so much.
    private static readonly TimeSpan _clocksDiffer = TimeSpan.FromMinutes(5);

    /// <summary>The id of a bare command.</summary>
    public static string Of(Command command) => Prefix + command.ToString().ToLowerInvariant();

    /// <summary>The id that sets a language.</summary>
    public static string OfLanguage(string code) => LanguagePrefix + code;

    /// <summary>The id that sets a time zone.</summary>
    public static string OfZone(string zone) => ZonePrefix + zone;

    /// <summary>The id that answers the question whether the team is to be asked later.</summary>
    internal static string OfHuman(string argument) => HumanPrefix + argument;

    /// <summary>The id that confirms an erasure asked for now. It says when, so that an old button asks again.</summary>
    public static string OfErasure(DateTimeOffset now) =>
        ErasePrefix + now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The id that takes a wish for erasure back.</summary>
    public static string OfKeeping() => Keep;

    /// <summary>Whether this is a button that confirms an erasure.</summary>
    public static bool Erases(string id) => id.StartsWith(ErasePrefix, StringComparison.Ordinal);

    /// <summary>
    /// Whether a text written at this time can answer the button. Only the one that erases says when it was asked: what was written in the same
    /// second, or before, was written by somebody who had not seen the question.
    /// </summary>
    public static bool IsAskedBefore(string id, DateTimeOffset at) =>
        !Erases(id) || AskedAt(id) is { } asked && at.ToUnixTimeSeconds() > asked;

    /// <summary>The command of a tapped button; null where it is a bot's own.</summary>
    /// <param name="at">When it was tapped.</param>
    public static GivenCommand? Read(string id, DateTimeOffset at)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        if (id.StartsWith(LanguagePrefix, StringComparison.Ordinal)) return new GivenCommand(Command.Language, id[LanguagePrefix.Length..]);
        if (id.StartsWith(ZonePrefix, StringComparison.Ordinal)) return new GivenCommand(Command.TimeZone, id[ZonePrefix.Length..]);
        if (id.StartsWith(HumanPrefix, StringComparison.Ordinal))
        {
            return id[HumanPrefix.Length..] is TeamAnswers.Later or TeamAnswers.Never
                ? new GivenCommand(Command.Human, id[HumanPrefix.Length..]) : null;
        }

        if (id == Keep) return new GivenCommand(Command.DeleteData, CommandAnswers.Keep);
        if (Erases(id))
        {
            var live = AskedAt(id) is { } asked && at.ToUnixTimeSeconds() - (decimal)asked is var age
                && age < (decimal)_eraseLives.TotalSeconds && age >= -(decimal)_clocksDiffer.TotalSeconds;
            return new GivenCommand(Command.DeleteData, live ? CommandAnswers.Erase : null);
        }

        return EnumNames.TryRead<Command>(id[Prefix.Length..], out var command) ? new GivenCommand(command) : null;
    }

    private static long? AskedAt(string id) =>
        long.TryParse(id[ErasePrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
}
