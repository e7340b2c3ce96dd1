using System.Globalization;
using Jinlin.Model.Policy;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>Reads the value of a lever: a number, on/off, or the name of a choice, as the catalog says.</summary>
public static class LeverValue
{
    public static double? Read(LeverInfo info, InputNode node, Problems problems)
    {
        if (node is ScalarNode scalar)
        {
            double? value = info.Form switch
            {
                LeverForm.OnOff => Switch(scalar),
                LeverForm.Choice => Chosen(scalar, info.Choices),
                _ => info.MayBeOff && Switch(scalar) == 0 ? 0 : Number(scalar),
            };
            if (value is { } known && info.Allows(known)) return known;
        }
        problems.Add(node, Words.LeverValue(info));
        return null;
    }

    /// <summary>A value as a file writes it.</summary>
    public static string Write(LeverInfo info, double value) => info.Form switch
    {
        LeverForm.OnOff => value > 0 ? "on" : "off",
        LeverForm.Choice => info.Choices[(int)value],
        _ => Words.Shown(value),
    };

    private static double? Switch(ScalarNode node) => node switch
    {
        { Plain: true, Text: "on" or "true" or "yes" } => 1,
        { Plain: true, Text: "off" or "false" or "no" } => 0,
        _ => null,
    };

    private static double? Chosen(ScalarNode node, IReadOnlyList<string> choices)
    {
        for (int i = 0; i < choices.Count; i++)
        {
            if (choices[i] == node.Text) return i;
        }
        return null;
    }

    private static double? Number(ScalarNode node) =>
        node.Plain && double.TryParse(node.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out double value) ? value : null;
}
