using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// Trust in the neighborhood, 0 to 1 (rules 8 and 16): it moves toward its end by a share, so that it stays within
/// its bounds, and nothing moves it but what happened to the resident. Labelled assumptions.
/// </summary>
public static class Trust
{
    /// <summary>t ← t + share·(1 − t).</summary>
    public static void Raise(Resident me, double share) =>
        me.State.Trust = (float)(me.State.Trust + (share * (1 - me.State.Trust)));

    /// <summary>t ← t − share·t.</summary>
    public static void Lower(Resident me, double share) => me.State.Trust = (float)(me.State.Trust * (1 - share));
}
