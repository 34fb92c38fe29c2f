using WhatsAppBots.BotKit.Texts;

namespace WhatsAppBots.BotKit.Commands;

/// <summary>What the common commands say.</summary>
public sealed class CommandTexts(string? language) : TextSet(language)
{
    public string Automated => Get();
    public string Apology => Get();
    public string Help => Get();
    public string MenuButton => Get();
    public string HumanButton => Get();
    public string Stopped => Get();
    public string StoppedAll => Get();
    public string StartButton => Get();
    public string Started => Get();
    public string LanguageAsk => Get();
    public string LanguageButton => Get();
    public string LanguageSet => Get();
    public string TimeZoneAsk => Get();
    public string TimeZoneButton => Get();
    public string TimeZoneSeveral => Get();
    public string HandedOver => Get();
    public string AlreadyTheirs => Get();
    public string StillWaiting => Get();
    public string NobodyCame => Get();
    public string TeamIsHere => Get();
    public string CallBackButton => Get();
    public string NoCallBackButton => Get();
    public string CallBackLeft => Get();

    // Today, tomorrow, and the days of the week from Monday on.
    public string Days => Get();
    public string BotButton => Get();
    public string BotIsBack => Get();
    public string BotIsHere => Get();
    public string TooMuch => Get();
    public string Privacy => Get();
    public string MyData => Get();
    public string MyDataButton => Get();
    public string EraseAsk => Get();
    public string EraseButton => Get();
    public string KeepButton => Get();
    public string Erased => Get();
    public string Kept => Get();
    public string OnDuty(string place) => Get().With("place", place);
    public string OffDuty(string when) => Get().With("when", when);
    public string CallBackSet(string when) => Get().With("when", when);
    public string DayAndTime(string day, string time) => Get().With("day", day).With("time", time);
    public string TimeZoneIs(string place, string time) => Get().With("place", place).With("time", time);
    public string TimeZoneGuessed(string place, string time) => Get().With("place", place).With("time", time);
    public string TimeZoneSet(string place, string time) => Get().With("place", place).With("time", time);
    public string TimeZoneUnknown(string place) => Get().With("place", place);
}
