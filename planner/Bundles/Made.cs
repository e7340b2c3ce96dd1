using System.Text.Json;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Sweeps;

namespace Jinlin.Planner.Bundles;

/// <summary>What kind of results a folder holds.</summary>
internal enum Made
{
    Run,
    Comparison,
    Sweep,
}

internal static class MadeKind
{
    extension(Made)
    {
        /// <summary>By its manifest's format; null: none that is known.</summary>
        public static Made? Of(JsonElement manifest) => manifest.GetProperty("format").GetString() switch
        {
            Runs.RunJson.Format => Made.Run,
            ComparisonJson.Format => Made.Comparison,
            SweepFolder.Format => Made.Sweep,
            _ => null,
        };
    }
}
