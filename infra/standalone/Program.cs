using WhatsAppBots.Standalone;

return args switch
{
    ["migrate", .. var rest] => await MigrateCommand.RunAsync(rest),
    [{ Length: > 0 } word, ..] when char.IsAsciiLetter(word[0]) && !word.Contains('=', StringComparison.Ordinal) => MigrateCommand.Unknown(word),
    _ => await StandaloneHost.RunAsync(args),
};
