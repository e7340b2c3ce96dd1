using Jinlin.Model.Engine;

namespace Jinlin.Grains.Runs;

/// <summary>Decisions to and from the wire.</summary>
internal static class OpenDecisions
{
    public static OpenDecision Of(in Decision d) =>
        new(d.Actor.Value, d.At.Value, d.Kind, d.Sender.Value, d.Sent.Value, d.Ordinal);

    public static Decision ToDecision(this in OpenDecision d) => new(
        new ActorId(d.Actor), new Minute(d.At), d.Kind, new ActorId(d.Sender), new Minute(d.Sent), d.Ordinal);
}
