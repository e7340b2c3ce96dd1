using Jinlin.Model.Policy;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Tests.Experiments;

/// <summary>The shipped scenarios, made short.</summary>
internal static class Villages
{
    /// <summary>The folder of the repository.</summary>
    public static string Root
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "Simulation.sln")))
                folder = Path.GetDirectoryName(folder);
            return folder!;
        }
    }

    public static string Shipped(string name) => Path.Combine(Root, "scenarios", name);

    /// <summary>A village of 60 people without policies.</summary>
    public static Scenario Scenario(int days) =>
        ScenarioFile.Read(Shipped("village.yaml"), new ScenarioChanges([], Days: days)).Scenario;
}
