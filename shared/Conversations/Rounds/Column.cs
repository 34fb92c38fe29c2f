using System.Diagnostics;
using Npgsql;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>Column of what is read: knows its place.</summary>
internal sealed class Column<T>(int ordinal, Func<NpgsqlDataReader, int, T> read)
{
    /// <summary>Its value in the row the reader stands on.</summary>
    public T Of(NpgsqlDataReader reader) => read(reader, ordinal);
}

/// <summary>Column that is written for many rows at once, as an array.</summary>
internal interface ISavedColumn
{
    /// <summary>Name in the table.</summary>
    string Name { get; }

    /// <summary>Type in the table.</summary>
    string Type { get; }

    /// <summary>Type of its array's items: JSON goes as text and is cast.</summary>
    string ArrayType => Type == "jsonb" ? "text" : Type;

    /// <summary>Adds the array of its values to a statement.</summary>
    void AddTo(NpgsqlBatchCommand command, LoadedConversation[] rows);
}

/// <inheritdoc cref="ISavedColumn"/>
internal sealed class SavedColumn<T>(string name, string type, Func<LoadedConversation, T> get) : ISavedColumn
{
    private readonly Action<NpgsqlBatchCommand, LoadedConversation[]> _add = (Delegate)get switch
    {
        Func<LoadedConversation, string> texts => (command, rows) => command.WithTexts(Array.ConvertAll(rows, row => (string?)texts(row))),
        Func<LoadedConversation, long> numbers => (command, rows) => command.With(Array.ConvertAll(rows, row => numbers(row))),
        Func<LoadedConversation, bool> flags => (command, rows) => command.With(Array.ConvertAll(rows, row => flags(row))),
        Func<LoadedConversation, DateTimeOffset?> times => (command, rows) => command.WithTimes(Array.ConvertAll(rows, row => times(row))),
        Func<LoadedConversation, OptOut> levels => (command, rows) => command.With(Array.ConvertAll(rows, row => NameOf(levels(row)))),
        _ => throw new UnreachableException($"No array of {typeof(T).Name}: add it here."),
    };

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public void AddTo(NpgsqlBatchCommand command, LoadedConversation[] rows) => _add(command, rows);

    private static string NameOf(OptOut level) => level switch
    {
        OptOut.None => "none",
        OptOut.Marketing => "marketing",
        OptOut.All => "all",
    };
}
