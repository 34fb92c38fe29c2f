using WhatsAppBots.Ai.Answers;
using WhatsAppBots.BotKit;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Ai;

namespace WhatsAppBots.Messages.Ai;

/// <summary>What the bots may ask the AI, by name.</summary>
internal sealed class AiTaskList
{
    private readonly Dictionary<string, AiTask> _tasks;

    /// <exception cref="ArgumentException">Two tasks have one name.</exception>
    /// <exception cref="FormatException">A schema cannot be used.</exception>
    public AiTaskList(IEnumerable<IBot> bots)
    {
        _tasks = bots.SelectMany(bot => bot.AiTasks).ToDictionary(task => task.Name);

        // A bug that should show at the start, not with the first question.
        foreach (var task in _tasks.Values) AnswerSchema.Parse(task.Schema);
    }

    public AiTask? Find(string name) => _tasks.GetValueOrDefault(name);
}
