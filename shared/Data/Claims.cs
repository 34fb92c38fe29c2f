using System.Globalization;

namespace WhatsAppBots.Data;

/// <summary>
/// SQL for rows that fall due and are claimed by one worker at a time. When a row is due is a matter of product time (<c>@now</c>); how long a
/// worker holds it is measured by the database's clock alone, so that a host whose clock is wrong neither holds a row for longer nor takes it
/// from others. A claim writes its end into <c>claimed_until</c> and into the due column: releases that know the due column alone leave the row
/// to its worker too, and whatever they write there, or a worker that is done, ends the claim.
/// </summary>
public static class Claims
{
    /// <summary>The condition by which a row is due and held by nobody, with an index on the column. It takes the parameter <c>@now</c>.</summary>
    /// <param name="due">The column.</param>
    public static string IsFree(string due) =>
        $"""
        {due} <= greatest(@now, statement_timestamp())
          and case when claimed_until = {due} then {due} <= statement_timestamp() else {due} <= @now end
        """;

    /// <summary>The assignments by which a row is held.</summary>
    /// <param name="due">The column.</param>
    /// <param name="lasts">Whole seconds.</param>
    public static string Hold(string due, TimeSpan lasts)
    {
        var until = string.Create(CultureInfo.InvariantCulture, $"statement_timestamp() + interval '{lasts.TotalSeconds:0} seconds'");
        return $"{due} = {until}, claimed_until = {until}";
    }
}
