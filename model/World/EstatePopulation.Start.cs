namespace Jinlin.Model.World;

/// <summary>Everybody's state at minute 0.</summary>
public sealed partial class EstatePopulation
{
    private void StartResidents()
    {
        Parameters p = _setting.Parameters;
        for (int slot = 0; slot < _residents.Length; slot++)
        {
            ref readonly ResidentTraits traits = ref _roster.Residents[slot];
            ref ResidentState state = ref _residents[slot];
            state.Gap = (float)p.GapStart;
            state.Trust = (float)p.TrustStart;
            if (traits.Age >= 65)
                state.Loneliness = (float)(traits.Is(Trait.LivesAlone) ? p.LonelyAloneStart : p.LonelyStart);
        }
        _roster.VisitTies(StartTies);
        foreach (InitialFarTie tie in _roster.FarTies)
            _farTies[tie.From].Add(new FarTie(tie.To.Value, (ushort)(tie.Strength * Ties.One), 0));
    }

    private void StartTies(ReadOnlySpan<InitialTie> ties)
    {
        _ties.Expect(ties);
        for (int i = 0; i < ties.Length;)
        {
            int from = ties[i].From, end = i;
            while (end < ties.Length && ties[end].From == from) end++;
            _residents[from].TieSum = (float)_ties.Start(from, ties[i..end]);
            i = end;
        }
    }
}
