using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Portraits;

namespace WhatsAppBots.Unit.Tests.Bots.State;

/// <summary>Documents as the last release wrote them, one in each state: without a version, enums of Habits as numbers, of Portraits as names.</summary>
internal static class LastRelease
{
    private const string Nobody =
        """
        {"habits":[],"lastId":0,"firstPunishment":0,"quietFrom":"22:00","quietUntil":"07:00","strikes":[],"punishments":[],"untold":[],
         "charges":[],"proofs":[],"fingerprints":[],"zoneAsked":false}
        """;

    private const string FirmOne =
        """
        {"habits":[],"lastId":0,"tone":1,"firstPunishment":0,"quietFrom":"00:00","quietUntil":"07:00","strikes":[],"punishments":[],"untold":[],
         "charges":[],"proofs":[],"fingerprints":[],"zoneAsked":true}
        """;

    private const string Kept =
        """
        {"habits":[
           {"id":1,"name":"Reading","days":{"weekdays":127,"everyWeeks":1},"deadline":"21:00","since":"2026-11-16","needsProof":false,"isShared":true,
            "streak":2,"best":2,"lost":1,"open":[{"day":"2026-11-21","count":0,"isDone":false,"isFrozen":false,"startTold":false,"endTold":true}],
            "marks":"ddmdd","closedTo":"2026-11-20"},
           {"id":2,"name":"Water","days":{"weekdays":31,"everyWeeks":2},"start":"08:00","deadline":"22:00","since":"2026-11-21","target":8,
            "unit":"glasses","pause":{"from":"2026-11-22","until":"2026-11-24","forSilence":false},"needsProof":true,"isShared":false,
            "streak":0,"best":0,"lost":0,"open":[],"marks":""}],
         "lastId":3,
         "removed":{"id":3,"name":"Piano","days":{"weekdays":127,"timesAWeek":3,"everyWeeks":1},"deadline":"00:00","since":"2026-11-01",
            "needsProof":false,"isShared":false,"streak":0,"best":4,"lost":0,"open":[],"marks":"doo","closedTo":"2026-11-19"},
         "tone":2,"ladder":1,"firstPunishment":1,"quietFrom":"22:00","quietUntil":"07:00",
         "strikes":[{"day":"2026-11-20","count":1,"habits":[1]}],
         "punishments":[{"kind":1,"day":"2026-11-20","until":"2026-11-21T23:00:00+00:00","strike":1}],
         "untold":[{"habit":1,"day":"2026-11-20","strike":1}],
         "freezes":{"month":"2026-11-01","used":1},
         "partner":{"conversation":99,"name":"Bo"},"invitation":"7-ABCDEFGH","candidate":{"conversation":98,"name":"Cy"},
         "charges":[{"conversation":97,"name":"Di"}],"topic":{"habit":1,"at":"2026-11-21T16:59:00+00:00"},
         MORE
         "asked":{"request":"text:1","text":"more of it","sentAt":"2026-11-21T16:50:00+00:00","askedAt":"2026-11-21T16:50:01+00:00"},
         "proofs":[{"id":"wamid.proof","sentAt":"2026-11-21T16:58:00+00:00","habits":[1],"storeKey":"in/1.jpg","fingerprint":"00ff","isAsked":true}],
         "fingerprints":["00ff00ff00ff00ff"],
         "lastMark":{"habit":1,"day":"2026-11-20","count":1,"wasDone":false,"at":"2026-11-20T20:00:00+00:00"},
         "reported":"2026-11-15","report":{"sunday":"2026-11-15","caption":"Your week","text":"Your week in words","isReady":false},
         "zone":"America/New_York","zoneAsked":true,"wroteAt":"2026-11-21T16:00:00+00:00","seenTo":"2026-11-21T16:59:00+00:00",
         "wakesAt":"2026-11-22T01:00:00+00:00"}
        """;

    private const string Photo =
        """
        {"id":"p1","stage":"Accepted","at":"2026-11-21T11:59:50+00:00","class":"woman","traits":{"hair_color":"black"},"light":120,"sharpness":900,
         "fingerprint":"00ff00ff00ff00ff"}
        """;

    /// <summary>Documents of Habits by the state they are in.</summary>
    public static IReadOnlyDictionary<string, string> Habits { get; } = new Dictionary<string, string>
    {
        [HabitStates.New] = Nobody,
        [HabitStates.ChoosingLadder] = FirmOne,
        [HabitStates.Asking] = Kept.Replace(
            "MORE", """ "question":{"kind":4,"at":"2026-11-21T16:59:00+00:00","habit":1,"draft":{"days":{"weekdays":3,"everyWeeks":1}},"about":"done"},"""),
        [HabitStates.Tracking] = Kept.Replace("MORE", ""),
        [HabitStates.Paused] = Kept.Replace("MORE", """ "pause":{"from":"2026-11-20","forSilence":true},"""),
    };

    /// <summary>Documents of Portraits by the state they are in.</summary>
    public static IReadOnlyDictionary<string, string> Portraits { get; } = PortraitStates.All.Index().ToDictionary(each => each.Item, each => OfPortraits(each.Index));

    private static string OfPortraits(int at)
    {
        List<string> members = [];
        if (at < 2) return """{"photos":[],"packs":[],"orders":[],"models":[]}""";
        members.Add($"""
            "photos":[{Photo},{Photo.Replace("p1", "pending").Replace("\"stage\":\"Accepted\",", "")},{Photo.Replace("p1", "offered").Replace("Accepted", "Offered")}],
            "hasAgreed":true
            """);
        members.Add(at < 5 ? """ "packs":[] """ : """ "tier":"lite","packs":[{"id":260,"title":"City Nights","images":12,"cover":"cover.png"}] """);
        if (at >= 6) members.Add(""" "pack":260 """);
        members.Add(at < 7 ? """ "orders":[] """ : $$"""
            "orders":[{"number":1,"pack":260,"title":"City Nights","tier":"lite","class":"woman","images":12,"amount":900,"currency":"USD",
              "stage":"{{(at == 7 ? "Open" : at == 8 ? "Making" : "Delivered")}}","photos":["p1"],"id":17,"url":"https://pay.example/1",
              "linkedAt":"2026-11-21T11:00:00+00:00","reminders":1,"attempt":1,"pictures":{{(at >= 9 ? """["a.png","b.png"]""" : "[]")}}}]
            """);
        members.Add(at < 9 ? """ "models":[] """ : """
            "models":[{"tune":900,"class":"woman","trainedAt":"2026-11-20T12:00:00+00:00","expiresAt":"2026-12-20T12:00:00+00:00","order":1}],"writesAbout":1
            """);
        return "{" + string.Join(",", members) + "}";
    }
}
