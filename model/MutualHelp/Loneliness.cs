using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// Rule 11, for those of 65 and over: dL = (σ(−.5 + ξ + .95·alone − .08·Σs + .3·unmet) − L)/30 d, once a day.
/// </summary>
public static class Loneliness
{
    /// <summary>A need that lapsed within so many days weighs as unmet.</summary>
    private const int UnmetDays = 30;

    public static void BeginDay(Resident me, Turn turn)
    {
        if (me.Traits.Age < 65) return;
        ref ResidentState state = ref me.State;
        double ties = state.TieSum * turn.Setting.TieDecay(turn.Today.Value - state.TieSumDay);
        bool unmet = state.UnmetDay > 0 && turn.Today.Value + 1 - state.UnmetDay < UnmetDays;
        double toward = Stationary(me.Traits.LonelinessBias, me.Traits.Is(Trait.LivesAlone), ties, unmet, turn.P);
        state.Loneliness = (float)(state.Loneliness + ((toward - state.Loneliness) / turn.P.LonelinessDays));
    }

    /// <summary>Where loneliness would settle.</summary>
    public static double Stationary(double bias, bool alone, double ties, bool unmet, Parameters p) =>
        PortableMath.Logistic(
            p.LonelinessBase + bias + (alone ? p.LonelinessAlone : 0) - (p.LonelinessTies * ties)
            + (unmet ? p.LonelinessUnmet : 0));
}
