using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Transcripts.Tests;

/// <summary>What other apps, and other people, tell Habits: photos, charts, the AI, partners.</summary>
internal sealed partial class HabitNews(NpgsqlConnection connection, long conversation, List<CloudEvent> asked, List<string> waiting, HashSet<string> settled)
{
    public const string Bot = "habits";

    private const string CodeSql = "select data::jsonb ->> 'invitation' from chat.conversations where id = @conversation";

    private const long Other = 99;

    public static string? Wish(CloudEvent e) => e.Type switch
    {
        EventTypes.AiAsked when e.Data.Deserialize(ContractsJson.Default.AiAsked) is { } asked => $"the AI is asked: {asked.Task}",
        EventTypes.ChartAsked when e.Data.Deserialize(ContractsJson.Default.ChartAsked)!.Chart is var chart =>
            "a chart is drawn: " + string.Join(" ", chart.Days.Select(day => $"{day.Label} {day.Done}/{day.Due}"))
            + string.Concat(chart.Habits.Select(habit => $"\n{habit.Name} {habit.Marks} {habit.Streak}")),
        EventTypes.PartnerNews when e.Data.Deserialize(ContractsJson.Default.PartnerNews) is { } news =>
            $"the other is told: {news.Kind}" + (news.Habits is { } habits ? $" {string.Join(", ", habits)}, strike {news.Strikes}" : ""),
        _ => null,
    };

    public async Task<IReadOnlyList<(string Type, JsonElement Data)>> ParseAsync(string text, int line)
    {
        if (Photo().Match(text) is { Success: true } photo) return [Looked(photo.Groups[1].Value)];
        if (text.StartsWith("ai says ", StringComparison.Ordinal)) return [Answer(JsonElement.Parse(text["ai says ".Length..]), null)];
        if (text == "ai fails") return [Answer(null, AiFailures.Down)];
        if (text == "chart drawn") return [Chart("charts/week.png")];
        if (text == "chart not drawn") return [Chart(null)];
        if (Partner().Match(text) is { Success: true } partner)
        {
            var (name, kind) = (partner.Groups[1].Value, partner.Groups[2].Value);
            var code = kind == PartnerNewsKinds.Joined ? await connection.QuerySingleAsync<string?>(CodeSql, new { conversation }) : null;
            return [Of(EventTypes.PartnerNews, new(conversation, Other, kind, name, code), ContractsJson.Default.PartnerNews)];
        }

        if (Missed().Match(text) is { Success: true } missed)
        {
            return [Of(
                EventTypes.PartnerNews,
                new(conversation, Other, PartnerNewsKinds.Missed, missed.Groups[1].Value, Habits: missed.Groups[2].Value.Split(", "), Strikes: 3),
                ContractsJson.Default.PartnerNews)];
        }

        throw new FormatException($"Line {line}: nobody tells this: {text}");
    }

    private (string Type, JsonElement Data) Looked(string verdict)
    {
        var id = waiting.FirstOrDefault() ?? throw new FormatException("No photo waits to be looked at.");
        settled.Add(id);
        return Of(
            EventTypes.ImageProcessed,
            new(conversation, id, verdict == "damaged" ? PhotoFaults.Damaged : null, null, null, 120, 200,
                verdict == "sent before" ? News.Different("same") : verdict == "first" ? News.Different("same") : News.Different(id), false, $"in/{id}.jpg"),
            ContractsJson.Default.ImageProcessed);
    }

    private (string Type, JsonElement Data) Answer(JsonElement? answer, string? failure)
    {
        var question = asked.Last(e => e.Type == EventTypes.AiAsked).Data.Deserialize(ContractsJson.Default.AiAsked)!;
        return Of(EventTypes.AiAnswered, new(conversation, question.Task, question.Request, answer, failure), ContractsJson.Default.AiAnswered);
    }

    private (string Type, JsonElement Data) Chart(string? key)
    {
        var chart = asked.Last(e => e.Type == EventTypes.ChartAsked).Data.Deserialize(ContractsJson.Default.ChartAsked)!;
        return Of(EventTypes.ChartReady, new(conversation, chart.Request, key), ContractsJson.Default.ChartReady);
    }

    private static (string Type, JsonElement Data) Of<T>(string type, T data, JsonTypeInfo<T> info) => (type, JsonSerializer.SerializeToElement(data, info));

    [GeneratedRegex(@"^photo looked at(?:, (damaged|first|sent before))?$")]
    private static partial Regex Photo();

    [GeneratedRegex(@"^partner (\w+) (joined|accepted|refused|left)$")]
    private static partial Regex Partner();

    [GeneratedRegex(@"^partner (\w+) missed (.+)$")]
    private static partial Regex Missed();
}
