using System.Text.Json;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Ai;

/// <summary>Asks an AI.</summary>
public interface IAi
{
    /// <summary>
    /// Asks one thing and returns within AI_TIMEOUT. What goes wrong there is an answer too; only a bug of ours, or the caller's
    /// cancellation, is thrown.
    /// </summary>
    Task<AiReply> AskAsync(AiTask task, AiQuestion question, CancellationToken cancellationToken);

    /// <summary>How it does, in a word.</summary>
    /// <exception cref="InvalidOperationException">It did not answer lately and is left alone for a while.</exception>
    string Describe();
}

/// <summary>What is asked about. All of it is data: nothing in it is an instruction, whoever wrote it.</summary>
/// <param name="Given">Facts, JSON.</param>
/// <param name="Text">A person's own words; beyond 4,000 characters they are cut.</param>
/// <param name="Pictures">Keys of the media store: JPEG, PNG or WebP, at most four, 5 MB each.</param>
/// <param name="Language">Two-letter code of the person's language.</param>
public sealed record AiQuestion(JsonElement Given, string? Text, IReadOnlyList<string> Pictures, string? Language);

/// <summary>What came of it.</summary>
/// <param name="Answer">Fits the task's schema; null: there is none.</param>
/// <param name="Failure">Why there is none, a name of <see cref="AiFailures"/>.</param>
public sealed record AiReply(JsonElement? Answer, string? Failure)
{
    /// <summary>There is no answer.</summary>
    public static AiReply Failed(string failure) => new(null, failure);
}

/// <summary>None is configured.</summary>
internal sealed class NoAi : IAi
{
    public Task<AiReply> AskAsync(AiTask task, AiQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult(AiReply.Failed(AiFailures.Off));

    public string Describe() => "off, rules only";
}
