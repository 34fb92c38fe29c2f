using WhatsAppBots.Hosting;

namespace WhatsAppBots.Simulator.Terminal;

/// <summary>Whom to chat with, and as whom.</summary>
/// <param name="Bot">Name of a contact of the phone, in any case.</param>
/// <param name="Phone">The person's phone, digits alone.</param>
/// <param name="Name">The person's name in WhatsApp.</param>
/// <param name="Url">The running simulator.</param>
internal sealed record ChatOptions(string Bot, string Phone, string Name, Uri Url)
{
    /// <summary>Usage of the command.</summary>
    public const string Usage =
        """
        chat <bot> [--from +15550003333] [--name Sam] [--to http://127.0.0.1:7080]
          <bot>    hub, portraits, habits or echo
          --from   phone of the person who writes; its country decides language and time zone
          --name   the person's name
          --to     the phone, as the host prints it when it starts
        """;

    // Not the phone of the page: a chat there stays as it was.
    private const string DefaultPhone = "15550003333";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">Something is missing or out of form; the message is for the person who typed it.</exception>
    public static ChatOptions Read(IReadOnlyList<string> args, Func<string, string?> setting)
    {
        if (args.Count == 0 || args[0].StartsWith('-')) throw new FormatException($"The name of a bot is missing.\n{Usage}");
        var url = setting("SIMULATOR_URL") is { Length: > 0 } given ? given : DevelopmentValues.SimulatorUrl;
        var (phone, name) = (DefaultPhone, "Sam");
        for (var n = 1; n < args.Count; n += 2)
        {
            var value = n + 1 < args.Count ? args[n + 1] : throw new FormatException($"{args[n]} has no value.\n{Usage}");
            switch (args[n])
            {
                case "--from": phone = Digits(value); break;
                case "--name": name = value; break;
                case "--to": url = value; break;
                default: throw new FormatException($"\"{args[n]}\" is no option.\n{Usage}");
            }
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new ChatOptions(args[0], phone, name, address)
            : throw new FormatException($"\"{url}\" is no http address.");
    }

    private static string Digits(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length is >= 7 and <= 15
            ? digits
            : throw new FormatException($"\"{phone}\" is no phone number: write it as +15550003333.");
    }
}
