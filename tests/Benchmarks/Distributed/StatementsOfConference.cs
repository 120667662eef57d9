using System.Text.RegularExpressions;
using Npgsql;

namespace Conference.Benchmarks.Distributed;

/// <summary>What PostgreSQL is asked for one conference: every statement, how often, and the time it took there.</summary>
internal static partial class StatementsOfConference
{
    private const int Longest = 160;

    public static async Task RunAsync()
    {
        await using var stage = await Stage.SetAsync(counted: true);
        await DoAsync(stage.Database, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public");
        await DoAsync(stage.Database, "SELECT public.pg_stat_statements_reset()");
        await stage.Clients.CarryAsync(Sizes.Round, Sizes.UsualSites);
        await PrintAsync(stage.Database);
    }

    private static async Task PrintAsync(NpgsqlDataSource database)
    {
        await using var query = database.CreateCommand("SELECT query, calls::float8, total_exec_time FROM public.pg_stat_statements ORDER BY calls DESC");
        await using var rows = await query.ExecuteReaderAsync();
        var statements = new List<(string Text, double Calls, double Milliseconds)>();
        while (await rows.ReadAsync())
            statements.Add((Spaces().Replace(rows.GetString(0), " "), rows.GetDouble(1) / Sizes.Round, rows.GetDouble(2) / Sizes.Round));

        Report.Line($"statements a conference of {Sizes.UsualSites} sites, looks of the services' own among them", $"{statements.Sum(one => one.Calls):F0}, {statements.Sum(one => one.Milliseconds):F1} ms");
        foreach (var (text, calls, milliseconds) in statements.Where(one => one.Calls >= 0.2))
            Console.WriteLine(FormattableString.Invariant($"{calls,8:F1} {milliseconds,8:F2} ms  {text[..Math.Min(text.Length, Longest)]}"));
    }

    private static async Task DoAsync(NpgsqlDataSource database, string sql) => await database.CreateCommand(sql).ExecuteNonQueryAsync();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
