using System.Text.Json;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>Looks up what people quote: the provider tells the id alone, our history has the words and the buttons.</summary>
internal static class QuotedMessages
{
    // By the mark that it was accepted, which is found by the provider's id; only what this very conversation was sent.
    private const string ReadSql =
        """
        select u.conversation, s.provider_id, m.body
        from (select distinct conversation, provider from unnest($1::bigint[], $2::text[]) as q(conversation, provider)) u
        join chat.statuses s on s.provider_id = u.provider and s.recipient = '' and s.status = 'accepted'
        join chat.messages m on m.id = s.message_id and m.conversation_id = u.conversation and m.direction = 'out'
        """;

    /// <summary>Fills <see cref="LoadedConversation.Quoted"/> of conversations whose waiting messages quote one. Without such, no query is made.</summary>
    public static async Task ReadAsync(NpgsqlConnection connection, IEnumerable<LoadedConversation> conversations, CancellationToken cancellationToken)
    {
        List<(LoadedConversation Row, string Provider)>? asked = null;
        foreach (var row in conversations)
        {
            foreach (var input in row.Inputs)
            {
                if (QuotedBy(input) is { } provider) (asked ??= []).Add((row, provider));
            }
        }

        if (asked is null) return;
        var rows = asked.Select(pair => pair.Row).Distinct().ToDictionary(row => row.Id);
        await using var batch = connection.CreateBatch();
        batch.Add(ReadSql).With(asked.ConvertAll(pair => pair.Row.Id).ToArray()).WithTexts([.. asked.Select(pair => pair.Provider)]);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // What was erased or cannot be read is not quoted.
            if (Read(reader.GetString(2)) is { } quoted) (rows[reader.GetInt64(0)].Quoted ??= [])[reader.GetString(1)] = quoted;
        }
    }

    private static string? QuotedBy(StoredInput input)
    {
        if (input.Straight is { } arrival) return arrival.Message.Context?.MessageId;
        if (!input.Payload.Contains("\"messageId\"", StringComparison.Ordinal)) return null;
        try
        {
            return JsonSerializer.Deserialize(input.Payload, HandlingJson.Default.Input) is MessageInput message ? message.Message.Context?.MessageId : null;
        }
        catch (JsonException)
        {
            // The turn says so.
            return null;
        }
    }

    private static OutgoingContent? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ContractsJson.Default.OutgoingContent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
