namespace WhatsAppBots.Conversations.Handling;

/// <summary>The people who answer on a business number, as of some seconds ago.</summary>
/// <param name="IsOnDuty">Somebody who may answer there is on duty.</param>
/// <param name="Next">When somebody comes on duty next; null: the roster says nothing of it.</param>
/// <param name="Zone">IANA name of the zone in which the team counts its hours.</param>
/// <param name="Waiting">Conversations of the number that people have and that wait, up to <see cref="MostWaiting"/>.</param>
public sealed record TeamView(bool IsOnDuty, DateTimeOffset? Next, string Zone, int Waiting)
{
    /// <summary>So many are counted; where there are more, nobody is told a place in line.</summary>
    public const int MostWaiting = 100;
}

/// <summary>
/// Knows who answers people. The engine asks before it handles a batch, so that what a bot promises is true. Where no roster is kept,
/// nothing is known, and nothing is promised.
/// </summary>
public interface ITeams
{
    /// <summary>Reads the rosters again where they are older than some seconds. Throws nothing but the caller's cancellation.</summary>
    Task RefreshAsync(CancellationToken cancellationToken);

    /// <summary>The people of a number; null: nobody keeps a roster, or it could not be read lately.</summary>
    TeamView? Of(string number, DateTimeOffset now);
}
