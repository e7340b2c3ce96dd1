using Jinlin.Model.World;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Tests.Commands;

namespace Jinlin.Planner.Tests.Reports;

/// <summary>
/// docs/model.md cannot drift from the code. To renew its tables:
/// <c>jinlin model --tables model --into docs/model.md</c>.
/// </summary>
public class ModelTablesTests
{
    private static readonly string Model = Path.Combine(ShippedFiles.Root, "model");

    private static readonly string Document =
        File.ReadAllText(Path.Combine(ShippedFiles.Root, "docs", "model.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_document_has_the_tables_of_the_code() => Assert.All(
        ModelTables.ByHead(Model), table => Assert.Equal(table.Value, ModelTables.In(Document, table.Key)));

    [Fact]
    public void Every_purpose_has_a_meaning_and_every_parameter_too()
    {
        string[] draws = Rows(ModelTables.Draws(Model));
        Assert.Equal(Enum.GetNames<Purpose>().Length, draws.Length);
        Assert.DoesNotContain(draws, row => row.Split(" | ")[2].Length == 0);
        string[] parameters = Rows(ModelTables.Parameters(Model));
        Assert.Equal(ParameterNames.All.Count, parameters.Length);
        Assert.DoesNotContain(parameters, row => row.EndsWith("|  |", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_prints_the_tables() =>
        Assert.Equal((0, ModelTables.All(Model), ""), await CommandLineTests.Run("model", "--tables", Model));

    [Fact]
    public async Task The_command_renews_tables_that_have_aged()
    {
        using var folder = new TestFolder();
        string aged = Document.Replace("| 0.15 |", "| 0.16 |", StringComparison.Ordinal);
        Assert.NotEqual(Document, aged);
        string file = folder.Write("model.md", aged);
        Assert.Equal((0, "", ""), await CommandLineTests.Run("model", "--tables", Model, "--into", file));
        Assert.Equal(Document, File.ReadAllText(file));
    }

    private static string[] Rows(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
}
