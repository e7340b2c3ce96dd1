namespace Jinlin.Model.Engine;

/// <summary>
/// What a look-ahead advances: a neighborhood, or one whose course is taken from a recording as long as it is the same.
/// </summary>
internal interface ICourse
{
    NeighborhoodId Id { get; }

    /// <summary>How many actors it has: how much work it is likely to be.</summary>
    int Actors { get; }

    bool AnswersCalls { get; }

    /// <inheritdoc cref="Neighborhood.Clock"/>
    Minute Clock { get; }

    /// <inheritdoc cref="Neighborhood.Advance"/>
    Pause Advance(Minute until, ulong signals);

    /// <inheritdoc cref="Neighborhood.Receive(in Envelope)"/>
    void Receive(in Envelope envelope);

    /// <inheritdoc cref="Neighborhood.DrainOutbound"/>
    void DrainOutbound(List<Envelope> into);
}
