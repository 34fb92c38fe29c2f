using Npgsql;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>
/// Columns of a conversation's row as a batch reads and writes them. Each is declared once: the select list, the place in the reader, the
/// statement that saves and the order of its parameters follow from here.
/// </summary>
internal static class ConversationColumns
{
    private static readonly List<string> _selected = [];
    private static readonly List<ISavedColumn> _saved = [];

    public static readonly Column<long> Id = Read("c.id", Int64);
    public static readonly Column<string> Address = Read("c.ctid::text", Text);
    public static readonly Column<long> WorkspaceId = Read("c.workspace_id", Int64);
    public static readonly Column<string> NumberId = Read("c.number_id", Text);
    public static readonly Column<string> Bot = Saved("bot", "text", Text, row => row.Bot);
    public static readonly Column<string> State = Saved("state", "text", Text, row => row.State);
    public static readonly Column<string> Data = Saved("data", "jsonb", Text, row => row.Data);
    public static readonly Column<string> Parked = Saved("parked", "jsonb", Text, row => row.Parked);
    public static readonly Column<string?> Language = Saved("language", "text", TextOrNull, row => row.Language);
    public static readonly Column<string?> TimeZone = Saved("time_zone", "text", TextOrNull, row => row.TimeZone);
    public static readonly Column<OptOut> OptOut = Saved("opt_out", "text", OptOutOf, row => row.OptOut);
    public static readonly Column<bool> HandedOver = Saved("handed_over", "bool", Bool, row => row.HandedOver);
    public static readonly Column<long> Version = Saved("version", "bigint", Int64, row => row.Version);
    public static readonly Column<DateTimeOffset?> LastInboundAt = Saved("last_inbound_at", "timestamptz", TimeOrNull, row => row.LastInboundAt);
    public static readonly Column<long> Queued = Saved("queued", "bigint", Int64, row => row.Queued);
    public static readonly Column<string?> Offered = Saved("offered", "text", TextOrNull, row => row.Offered);
    public static readonly Column<DateTimeOffset?> HeardUntil = Saved("heard_until", "timestamptz", TimeOrNull, row => row.HeardUntil);
    public static readonly Column<DateTimeOffset?> CrisisAt = Saved("crisis_at", "timestamptz", TimeOrNull, row => row.CrisisAt);
    public static readonly Column<Guid?> Sender = Read("c.sender", (reader, at) => reader.IsDBNull(at) ? (Guid?)null : reader.GetGuid(at));
    public static readonly Column<bool> LeaseIsOver = Read("c.lease_until < clock_timestamp()", (reader, at) => reader.IsDBNull(at) || reader.GetBoolean(at));
    public static readonly Column<double> PaceUsed = Read("c.pace_used", (reader, at) => reader.GetDouble(at));
    public static readonly Column<DateTimeOffset?> PaceAt = Read("c.pace_at", TimeOrNull);
    public static readonly Column<long?> MergedInto = Read("c.merged_into", (reader, at) => reader.IsDBNull(at) ? (long?)null : reader.GetInt64(at));
    public static readonly Column<long> Settled = Read("c.settled", Int64);
    public static readonly Column<bool> IsClosed = Read("c.closed_at is not null", Bool);
    public static readonly Column<long> PersonId = Read("c.person_id", Int64);
    public static readonly Column<string?> PersonName = Read("p.name", TextOrNull);
    public static readonly Column<string?> Phone = Read("p.phone", TextOrNull);
    public static readonly Column<string?> UserId = Read("p.user_id", TextOrNull);
    public static readonly Column<string?> Username = Read("p.username", TextOrNull);
    public static readonly Column<string?> ParentUserId = Read("p.parent_user_id", TextOrNull);
    public static readonly Column<string?> WaId = Read("p.wa_id", TextOrNull);
    public static readonly Column<DateTimeOffset?> ErasedAt = Read("p.erased_at", TimeOrNull);
    public static readonly Column<bool> TakesMarketing = Read(
        """
        (select m.given_at is not null and m.taken_back_at is null from chat.marketing_consents m
                 where m.person_id = c.person_id and m.number_id = c.number_id)
        """,
        (reader, at) => !reader.IsDBNull(at) && reader.GetBoolean(at));

    /// <summary>The select list.</summary>
    public static string Selected { get; } = string.Join(", ", _selected);

    /// <summary>Columns that a turn writes.</summary>
    public static IReadOnlyList<ISavedColumn> All => _saved;

    private static Column<T> Read<T>(string expression, Func<NpgsqlDataReader, int, T> read)
    {
        _selected.Add(expression);
        return new Column<T>(_selected.Count - 1, read);
    }

    private static Column<T> Saved<T>(string name, string type, Func<NpgsqlDataReader, int, T> read, Func<LoadedConversation, T> get)
    {
        _saved.Add(new SavedColumn<T>(name, type, get));
        return Read(type == "jsonb" ? $"c.{name}::text" : $"c.{name}", read);
    }

    private static long Int64(NpgsqlDataReader reader, int at) => reader.GetInt64(at);

    private static bool Bool(NpgsqlDataReader reader, int at) => reader.GetBoolean(at);

    private static string Text(NpgsqlDataReader reader, int at) => reader.GetString(at);

    private static string? TextOrNull(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetString(at);

    private static DateTimeOffset? TimeOrNull(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetFieldValue<DateTimeOffset>(at);

    private static OptOut OptOutOf(NpgsqlDataReader reader, int at) => reader.GetString(at) switch
    {
        "all" => Handling.OptOut.All,
        "marketing" => Handling.OptOut.Marketing,
        _ => Handling.OptOut.None,
    };
}
