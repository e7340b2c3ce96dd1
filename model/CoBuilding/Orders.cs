using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>What orders have in common, whoever serves them.</summary>
public static class Orders
{
    /// <summary>Who needs help: the sender, unless somebody forwards the order on another's behalf.</summary>
    public static ActorId AskerOf(in Message order) => order.C == 0 ? order.Sender : new ActorId(order.C - 1);

    /// <summary>What C carries in an order that is forwarded for an asker.</summary>
    public static uint ForwardedFor(ActorId asker) => asker.Value + 1;

    /// <summary>Tells the asker that this organization cannot serve.</summary>
    public static void Refuse(Organization me, in Message order, Turn turn)
    {
        me.State.Unfilled++;
        turn.Send(AskerOf(order), Kind.OrderRefused, 1, order.A);
    }
}
