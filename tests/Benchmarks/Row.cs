using System.Globalization;

namespace WhatsAppBots.Benchmarks;

/// <summary>A line of the table.</summary>
/// <param name="Note">What else is to be said.</param>
internal sealed record Row(Measured Measured, Costs Costs, long Memory, string Note = "")
{
    public const string Header =
        "row             msg/s  of ceiling  of pgbench  reply p50    p99  webhook p50    p99  commits/msg  WAL B/msg  CPU µs/msg host   db  host MB";

    public string Show(string name, double? ceiling, double? pgbench) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-12} {Measured.PerSecond,8:0} {Ratio(ceiling),11} {Ratio(pgbench),11} {Measured.Reply.At(0.5),10:0.0} {Measured.Reply.At(0.99),6:0.0} {Measured.Webhook.At(0.5),12:0.0} {Measured.Webhook.At(0.99),6:0.0} {Per(Costs.Commits),12:0.000} {Per(Costs.WalBytes),10:0} {Per(Costs.HostCpu.TotalMicroseconds),15:0} {Per(Costs.DatabaseCpu.TotalMicroseconds),4:0} {Memory / 1_000_000.0,8:0}  {Note}").TrimEnd();

    private string Ratio(double? to) => to is { } rate ? (Measured.PerSecond / rate).ToString("0.00", CultureInfo.InvariantCulture) : "–";

    private double Per(double amount) => amount / Measured.Messages;
}
