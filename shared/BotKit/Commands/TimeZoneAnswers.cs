using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.BotKit.Commands;

/// <summary>Shows and sets the time zone.</summary>
public static class TimeZoneAnswers
{
    private const int MaxRows = 10;
    private const int LongestPlace = 60;

    /// <summary>Without a place: what is set or guessed, and a choice. With one: sets it, or says what is not clear.</summary>
    public static IReadOnlyList<Effect> To(string? place, Conversation conversation, CommandTexts texts)
    {
        var now = conversation.Now;
        if (place is null) return [Offer(Present(conversation, texts), ZoneFinder.Suggest(conversation.Person.Phone, now), now, texts)];
        return ZoneFinder.Find(place, now) switch
        {
            [] => [Offer(texts.TimeZoneUnknown(Labels.Cut(Labels.Line(place), LongestPlace)), ZoneFinder.Suggest(conversation.Person.Phone, now), now, texts)],
            [var only] => [new SetTimeZone(only), new Say(new TextMessage(texts.TimeZoneSet(ZoneFinder.PlaceOf(only), ZoneFinder.TimeIn(only, now))))],
            var several => [Offer(texts.TimeZoneSeveral, several, now, texts)],
        };
    }

    private static string Present(Conversation conversation, CommandTexts texts)
    {
        if (conversation.TimeZone is { } set) return texts.TimeZoneIs(ZoneFinder.PlaceOf(set), ZoneFinder.TimeIn(set, conversation.Now));
        return ZoneFinder.OfPhone(conversation.Person.Phone) is { } guess
            ? texts.TimeZoneGuessed(ZoneFinder.PlaceOf(guess), ZoneFinder.TimeIn(guess, conversation.Now))
            : texts.TimeZoneAsk;
    }

    private static Say Offer(string body, IReadOnlyList<string> zones, DateTimeOffset now, CommandTexts texts)
    {
        var rows = zones.Take(MaxRows).Select(zone => new Choice(CommandIds.OfZone(zone), ZoneFinder.PlaceOf(zone), ZoneFinder.TimeIn(zone, now)));
        return new Say(new ListMessage(body, texts.TimeZoneButton, [new ListSection(null, [.. rows])]));
    }
}
