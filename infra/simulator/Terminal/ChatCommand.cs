using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Terminal;

/// <summary>
/// <c>chat</c>: a chat with a bot in the terminal. A line is a message, a number presses the button with that number. It goes through a
/// running simulator, so the bot sees the same signed webhooks as from the page.
/// </summary>
internal sealed class ChatCommand(Phone phone, Contact contact, TextReader input, TextWriter output)
{
    private const string Help =
        "A line is a message. A number presses the button with that number; =7 sends the number 7 as text. /photo FILE sends a photo, "
        + "/quit ends.";

    // A piped line waits until the bot has answered the line before and is quiet.
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly List<ShownChoice> _choices = [];
    private bool _areChoicesOld;
    private long _heardAt;
    private int _heard;

    /// <summary>Chats until the input ends.</summary>
    /// <param name="isPiped">The input is a file or a pipe: lines are repeated in the output, and each waits for answers.</param>
    /// <returns>The exit code: 0, or 1 with the reason on <paramref name="error"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, TextReader input, TextWriter output, TextWriter error, bool isPiped,
        CancellationToken cancellationToken = default)
    {
        ChatOptions? options = null;
        try
        {
            options = ChatOptions.Read(args, Environment.GetEnvironmentVariable);
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
            var phone = new Phone(http, options);
            var contacts = await phone.ContactsAsync(cancellationToken);
            var contact = contacts.FirstOrDefault(each => string.Equals(each.Name, options.Bot, StringComparison.OrdinalIgnoreCase))
                ?? throw new FormatException(
                    $"There is no bot \"{options.Bot}\" here. There are: {string.Join(", ", contacts.Select(each => each.Name))}.");
            await output.WriteLineAsync($"Chat with {contact.Name} as {options.Name}, +{options.Phone}. {Help}");
            await new ChatCommand(phone, contact, input, output).ChatAsync(isPiped, cancellationToken);
            return 0;
        }
        catch (FormatException e)
        {
            await error.WriteLineAsync(e.Message);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException && !cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync(
                $"No phone answers at {options?.Url} ({e.Message}). Start the host first: dotnet run --project infra/standalone");
        }

        return 1;
    }

    private async Task ChatAsync(bool isPiped, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // Listening begins before anything is sent, so that no answer is missed.
        using var events = await phone.ListenAsync(end.Token);
        var watching = WatchAsync(events, end.Token);
        try
        {
            // Reading a terminal blocks its thread, and what the bot says meanwhile is printed.
            while (await Task.Run(input.ReadLine, end.Token) is { } line && line.Trim() != "/quit")
            {
                if (watching.IsCompleted) break;
                if (line.Trim().Length == 0) continue;
                if (isPiped) await output.WriteLineAsync($"> {line}");
                var heard = Volatile.Read(ref _heard);
                if (!await SendAsync(line, end.Token)) continue;
                _ = SayWhyQuietAsync(heard, end.Token);
                if (isPiped) await AnswersAsync(heard, end.Token);
            }
        }
        finally
        {
            await end.CancelAsync();
        }

        await watching;
    }

    private async Task<bool> SendAsync(string line, CancellationToken cancellationToken)
    {
        if (line.StartsWith("/photo ", StringComparison.Ordinal))
        {
            try
            {
                Renumber();
                await phone.SendPhotoAsync(contact.PhoneNumberId, line[7..].Trim(), cancellationToken);
                return true;
            }
            catch (FormatException e)
            {
                await output.WriteLineAsync(e.Message);
                return false;
            }
        }

        if (line.Trim() is "/help" or "/?")
        {
            await output.WriteLineAsync(Help);
            return false;
        }

        var choice = ChoiceOf(line);
        var text = line.StartsWith('=') && int.TryParse(line[1..], CultureInfo.InvariantCulture, out _) ? line[1..] : line;
        Renumber();
        await (choice is null
            ? phone.SendAsync(contact.PhoneNumberId, "text", new JsonObject { ["body"] = text }, cancellationToken)
            : phone.SendAsync(contact.PhoneNumberId, choice.Type, choice.Content, cancellationToken));
        return true;
    }

    // Buttons of the answers to come are numbered from 1 again; the old ones stay until then.
    private void Renumber()
    {
        lock (_lock) _areChoicesOld = true;
    }

    private ShownChoice? ChoiceOf(string line)
    {
        if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        lock (_lock) return number >= 1 && number <= _choices.Count ? _choices[number - 1] : null;
    }

    private async Task AnswersAsync(int heard, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < _longest; waited += _pause)
        {
            await Task.Delay(_pause, cancellationToken);
            var isQuiet = Environment.TickCount64 - Volatile.Read(ref _heardAt) > _quiet.TotalMilliseconds;
            if (isQuiet && Volatile.Read(ref _heard) > heard) return;
        }

        await output.WriteLineAsync($"(no answer in {_longest.TotalSeconds} s)");
    }

    private async Task SayWhyQuietAsync(int heard, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(_patience, cancellationToken);
            if (Volatile.Read(ref _heard) > heard || await phone.WhyQuietAsync(cancellationToken) is not { } why) return;
            lock (_lock) output.WriteLine($"({why})");
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or JsonException)
        {
            // The chat has ended, or nothing is known of a clock.
        }
    }

    private async Task WatchAsync(StreamReader events, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (kind, message) in Phone.NewsAsync(events, contact.PhoneNumberId, cancellationToken))
            {
                if (Shown(kind, message) is not { } shown) continue;
                Print(shown);
                Volatile.Write(ref _heardAt, Environment.TickCount64);
                Interlocked.Increment(ref _heard);
            }

            await output.WriteLineAsync("The phone was switched off.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The chat has ended.
        }
        catch (IOException)
        {
            await output.WriteLineAsync("The phone was switched off.");
        }
    }

    // Messages of the bot, and its reactions to those of the person.
    private ShownMessage? Shown(string kind, JsonObject message) => (kind, message["direction"]?.ToString()) switch
    {
        ("message", "in") => ShownMessage.Of(message, phone.Url),
        ("update", "out") when message["reaction"]?.ToString() is { } reaction => new ShownMessage([reaction], []),
        _ => null,
    };

    private void Print(ShownMessage message)
    {
        lock (_lock)
        {
            foreach (var line in message.Lines) output.WriteLine(line.Length == 0 ? "" : $"  {line}");
            if (message.Choices.Count > 0 && _areChoicesOld)
            {
                _choices.Clear();
                _areChoicesOld = false;
            }

            foreach (var choice in message.Choices)
            {
                _choices.Add(choice);
                var more = choice.Description is { Length: > 0 } description ? $" – {description}" : "";
                output.WriteLine($"    {_choices.Count}. {choice.Title}{more}");
            }

            output.WriteLine();
        }
    }
}
