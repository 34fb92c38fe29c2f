using System.Globalization;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>Ids of buttons and rows: <c>portraits:verb:argument</c>. Each works whenever it is pressed.</summary>
internal static class PortraitIds
{
    public const string Prefix = PortraitsBot.BotName + ":";

    public const string Begin = Prefix + "begin";
    public const string How = Prefix + "how";
    public const string Good = Prefix + "good";
    public const string Ready = Prefix + "ready";
    public const string Agree = Prefix + "agree";
    public const string Decline = Prefix + "decline";
    public const string Add = Prefix + "add";
    public const string Done = Prefix + "done";
    public const string Review = Prefix + "review";
    public const string Restart = Prefix + "restart";
    public const string RestartYes = Prefix + "restartyes";
    public const string Tiers = Prefix + "tiers";
    public const string Packs = Prefix + "packs";
    public const string Anew = Prefix + "anew";
    public const string Menu = Prefix + "menu";
    public const string Skip = Prefix + "skip";
    public const string Withdraw = Prefix + "withdraw";

    public static string Use(string photo) => Of("use", photo);
    public static string Leave(string photo) => Of("leave", photo);
    public static string Tier(string tier) => Of("tier", tier);
    public static string Pack(long pack) => Of("pack", pack);
    public static string Examples(long pack) => Of("examples", pack);
    public static string Order(long pack) => Of("order", pack);
    public static string Pay(int order) => Of("pay", order);
    public static string Cancel(int order) => Of("cancel", order);
    public static string Look(int order) => Of("look", order);
    public static string Refund(int order, string payment) => Of("refund", $"{order}:{payment}");
    public static string Show(int order) => Of("show", order);
    public static string Rate(int order, int stars) => Of("rate", $"{order}:{stars}");
    public static string Again(int order) => Of("again", order);
    public static string Model(long tune) => Of("model", tune);

    /// <summary>Verb and argument of an id; null where it is not this bot's.</summary>
    public static (string Verb, string Argument)? Read(string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var parts = id[Prefix.Length..].Split(':', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static string Of(string verb, object argument) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{verb}:{argument}");
}
