namespace Jinlin.Planner.Runs;

/// <summary>What every output says (law 8).</summary>
public static class Disclaimer
{
    public const string English = "Simulated residents. Not for decisions about any individual.";

    public const string Chinese = "模拟居民，不得用于对任何个人的判断或处置。";

    public const string Both = English + " " + Chinese;
}
