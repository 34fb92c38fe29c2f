using System.Text.RegularExpressions;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone.Check;

/// <summary>Check of each setting, by the faults that keep a host from starting.</summary>
internal static partial class SettingCheck
{
    /// <summary>One line for each setting, and one for each fault that names none.</summary>
    /// <param name="faults">Sentences, each with the name of its setting.</param>
    public static IReadOnlyList<CheckLine> Run(IConfiguration configuration, IEnumerable<string> faults, ValueRedactor redactor)
    {
        var byName = faults.Distinct().ToLookup(fault => NameIn(fault) ?? "");
        return
        [
            .. SettingCatalog.All.Select(setting => LineOf(setting, configuration, [.. byName[setting.Name]], redactor)),
            .. byName[""].Select(fault => new CheckLine(CheckState.Wrong, "settings", redactor.Redact(fault))),
            .. OtherSettingNames.Notices(configuration).Select(other =>
                new CheckLine(CheckState.Wrong, other.Name, other.Notice[(other.Name.Length + 1)..], IsNeeded: false)),
        ];
    }

    private static CheckLine LineOf(Setting setting, IConfiguration configuration, string[] faults, ValueRedactor redactor)
    {
        var isSet = !string.IsNullOrWhiteSpace(configuration[setting.Name]);
        if (faults.Length > 0)
        {
            var words = string.Join(" ", faults.Select(fault => Words(fault, setting.Name)).Where(text => text.Length > 0));
            return new CheckLine(isSet ? CheckState.Wrong : CheckState.Missing, setting.Name, redactor.Redact(words));
        }

        if (setting.Name == "ENVIRONMENT" && HostEnvironment.Warning(configuration) is { } warning)
        {
            return new CheckLine(CheckState.Ok, setting.Name, redactor.Redact(warning));
        }

        return new CheckLine(CheckState.Ok, setting.Name, isSet ? "" : setting.Default is { } value ? $"default: {value}" : "not set");
    }

    private static string? NameIn(string fault) =>
        Name().Matches(fault).Select(match => match.Value).FirstOrDefault(name => SettingCatalog.All.Any(setting => setting.Name == name));

    // AI_TIMEOUT is "soon"; it takes seconds: the value between quotes is left out, whatever it holds.
    private static string Words(string fault, string name)
    {
        var rest = fault.StartsWith(name, StringComparison.Ordinal) ? fault[name.Length..].TrimStart() : fault;
        if (Quoted().Match(rest) is { Success: true } quoted) rest = quoted.Groups[1].Value;
        return rest.StartsWith("is missing", StringComparison.Ordinal) ? rest["is missing".Length..].TrimStart(':', '.', ' ') : rest;
    }

    [GeneratedRegex("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|ENVIRONMENT|PORT")]
    private static partial Regex Name();

    [GeneratedRegex("^(?:is|holds|has) \".*\"[;,:] ?(.*)$", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
