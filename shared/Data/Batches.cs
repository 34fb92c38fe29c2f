using Npgsql;
using NpgsqlTypes;

namespace WhatsAppBots.Data;

/// <summary>Statements of one round trip, with positional parameters.</summary>
public static class Batches
{
    public static NpgsqlBatchCommand Add(this NpgsqlBatch batch, string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(command);
        return command;
    }

    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    /// <summary>An array of texts, some of which may be null.</summary>
    public static NpgsqlBatchCommand WithTexts(this NpgsqlBatchCommand command, string?[] values)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return command;
    }

    public static NpgsqlBatchCommand WithText(this NpgsqlBatchCommand command, string? value)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        return command;
    }

    public static NpgsqlBatchCommand WithTimes(this NpgsqlBatchCommand command, DateTimeOffset?[] values)
    {
        command.Parameters.Add(new NpgsqlParameter
        {
            Value = Array.ConvertAll(values, value => value?.UtcDateTime),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
        });
        return command;
    }

    public static NpgsqlBatchCommand WithTime(this NpgsqlBatchCommand command, DateTimeOffset value) =>
        command.With(value.UtcDateTime);
}
