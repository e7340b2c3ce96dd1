using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// 时间银行 credit for hours given, rarely redeemed (rule 16): the bank asks a few keyed residents by name on the
/// holder's behalf; whoever comes earns credit like any helper.
/// </summary>
public static class TimeBank
{
    /// <summary>Credit earned for minutes given, at the rate in force.</summary>
    public static void Earn(Resident me, int minutes, Turn turn) =>
        me.State.Credit += (float)(minutes * turn.Setting.Levers[Lever.TimeBankCredit]);

    /// <summary>
    /// Instead of asking a tie, a holder of an hour's credit redeems it in 5 % of routine needs. True if so.
    /// </summary>
    public static bool TryRedeem(Resident me, ref NeedState need, Turn turn)
    {
        if (me.State.Credit < turn.P.CreditPerNeed || !turn.Setting.Levers.On(Lever.TimeBankCredit)) return false;
        if (turn.Draw(need.Key, Purpose.CreditRedeemed) >= turn.P.CreditRedeemShare) return false;
        me.State.Credit -= (float)turn.P.CreditPerNeed;
        turn.Tally.Add(Metric.CreditsRedeemed);
        turn.Send(
            turn.Roster.Organization(OrganizationSlot.TimeBank), Kind.CreditRedeemed, 1, need.Key, need.Attempts++);
        return true;
    }

    /// <summary>Asks by name those with the smallest draws of the fixed roster's adults.</summary>
    public static void OnRedeemed(Organization me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        uint occasion = need.Attempt((int)m.B);
        ResidentTraits[] residents = turn.Roster.Residents;
        double share = turn.P.CreditAsked / residents.Length;
        for (int slot = 0; slot < residents.Length; slot++)
        {
            if (residents[slot].Age is < 18 or >= 75 || turn.Roster.Resident(slot) == (ActorId)m.Sender) continue;
            if (turn.DrawOf(m.Sender, occasion, Purpose.CreditAsked, (uint)slot) >= share) continue;
            uint bits = turn.Chance.Bits(m.Sender.Value, occasion, (uint)Purpose.Respond, (uint)slot);
            turn.Send(
                turn.Roster.Resident(slot), Kind.PostSeen, 1, need, m.Sender.Value, bits, Responding.Named | 1);
        }
    }
}
