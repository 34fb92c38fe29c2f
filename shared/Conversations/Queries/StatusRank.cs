namespace WhatsAppBots.Conversations.Queries;

/// <summary>
/// The order statuses move forward in, whatever order they come in. Failed stands below delivered: Meta may deliver after it
/// said that it could not.
/// </summary>
internal static class StatusRank
{
    /// <summary>The furthest of the statuses a message has had; <c>pending</c> before the first.</summary>
    public static string Furthest(IEnumerable<string> statuses) =>
        statuses.Select(status => (Name: status == "accepted" ? "sent" : status, Rank: Rank(status)))
            .Where(status => status.Rank > 0)
            .OrderByDescending(status => status.Rank).Select(status => status.Name).FirstOrDefault("pending");

    private static int Rank(string status) => status switch
    {
        "accepted" or "sent" or "unknown" => 1,
        "failed" or "blocked_by_window" or "left_out" => 2,
        "delivered" => 3,
        "read" => 4,
        "played" => 5,
        _ => 0,
    };
}
