using WhatsAppBots.Standalone;
using WhatsAppBots.Standalone.Check;
using WhatsAppBots.Standalone.Post;

return args switch
{
    ["migrate", .. var rest] => await MigrateCommand.RunAsync(rest),
    ["check", .. var rest] => await CheckCommand.RunAsync(rest, Console.Out),
    ["admin", .. var rest] => await AdminCommand.RunAsync(rest, Console.Out, Console.Error),
    ["templates"] => TemplatesCommand.Run(Console.Out),
    ["post", .. var rest] => await PostCommand.RunAsync(rest, Console.Out, Console.Error),
    [{ Length: > 0 } word, ..] when char.IsAsciiLetter(word[0]) && !word.Contains('=', StringComparison.Ordinal) =>
        MigrateCommand.Unknown(word),
    _ => await StandaloneHost.RunAsync(args),
};
