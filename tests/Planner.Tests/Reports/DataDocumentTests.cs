using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Tests.Experiments;
using Jinlin.Planner.Tests.Runs;

namespace Jinlin.Planner.Tests.Reports;

/// <summary>docs/data.md names every table and column that there is, and its statements work.</summary>
public sealed partial class DataDocumentTests : IDisposable
{
    private static readonly string Document =
        File.ReadAllText(Path.Combine(ShippedFiles.Root, "docs", "data.md")).ReplaceLineEndings("\n");

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-data");

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("results")]
    [InlineData("comparison")]
    public void Every_column_stands_in_the_document_in_its_order(string file)
    {
        using DuckDBConnection database = Open(file);
        var columns = new List<string>();
        using (DuckDBCommand command = database.CreateCommand())
        {
            command.CommandText = "SELECT table_name || '.' || column_name FROM duckdb_columns() " +
                "WHERE NOT internal ORDER BY table_name, column_index";
            using DuckDBDataReader rows = command.ExecuteReader();
            while (rows.Read()) columns.Add(rows.GetString(0));
        }
        Assert.Equal(columns, Described(file).OrderBy(c => c.Split('.')[0], StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("results", 2)]
    [InlineData("comparison", 3)]
    public void Every_statement_works(string file, int statements)
    {
        using DuckDBConnection database = Open(file);
        Match[] blocks = [.. Statements().Matches(Document).Where(m => m.Groups["file"].Value == file)];
        Assert.Equal(statements, blocks.Length);
        foreach (Match block in blocks)
        {
            using DuckDBCommand command = database.CreateCommand();
            command.CommandText = block.Groups["sql"].Value.Replace(
                "TO '", $"TO '{_root.FullName}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
            if (command.CommandText.StartsWith("COPY", StringComparison.Ordinal)) command.ExecuteNonQuery();
            else
            {
                using DuckDBDataReader rows = command.ExecuteReader();
                Assert.True(rows.HasRows, command.CommandText);
            }
        }
        if (file == "comparison")
            Assert.All(["parquet", "csv"], e => Assert.True(new FileInfo(
                Path.Combine(_root.FullName, $"differences.{e}")).Length > 0));
    }

    private DuckDBConnection Open(string file)
    {
        string path = Path.Combine(_root.FullName, $"{file}.duckdb");
        RunResult run = MadeRun.Of();
        if (file == "results") ResultsDatabase.Write(path, run, [new RunSummary(run)]);
        else ComparisonDatabase.Write(path, MadeComparison.Of(pairs: 4));
        var database = new DuckDBConnection($"Data Source={path};{ResultsDatabase.Settings}");
        database.Open();
        return database;
    }

    /// <summary>Table and column of each row of the file's part of the document.</summary>
    private static IEnumerable<string> Described(string file)
    {
        string part = Document.Split($"\n## {file}.duckdb\n")[1].Split("\n## ")[0], table = "";
        foreach (string line in part.Split('\n'))
        {
            if (line.StartsWith("### `", StringComparison.Ordinal)) table = line[5..^1];
            else if (line.StartsWith("| `", StringComparison.Ordinal)) yield return $"{table}.{line.Split('`')[1]}";
        }
    }

    [GeneratedRegex("```sql (?<file>\\w+)\n(?<sql>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Statements();
}
