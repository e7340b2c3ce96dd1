using Jinlin.Planner.Networks;

namespace Jinlin.Planner.Tests.Networks;

public class NetworkValidationTests
{
    /// <summary>
    /// The facts of the data (Koster 2018; Simpson 2022), and what a fit with kinship, distance, godparents and wealth
    /// makes of them: the village, but for the friends of friends that no covariate tells.
    /// </summary>
    [Fact]
    public void A_village_is_told_apart_from_ties_at_random()
    {
        NetworkFile file = NetworkFile.Read(Path.Combine(TestData.Folder("arang-dak"), "dyads.csv"), new NetworkColumns
        {
            From = "i_ID",
            To = "j_ID",
            Ties = ["y", "y.donor.oriented"],
            Covariates = ["ij_deg_r", "ij_affinal_r", "ij_god_relation", "log:kl_distance", "k_wealth", "l_wealth"],
            By = "ij_deg_r",
        });

        HelpModel model = HelpModel.Fit(file.Dyads);
        Dictionary<string, NetworkNumber> numbers = NetworkValidation
            .Of(file, model, [1e-4, .125, .25, .5], 200, 1).ToDictionary(n => n.Name);

        Assert.Equal(1_422, file.Dyads.Ties.Count());
        Assert.Equal([.123, .713, .385, 36, 38],
            [numbers["density"].Data, numbers["reciprocity"].Data, numbers["transitivity"].Data,
                numbers["out-degree-most"].Data, numbers["in-degree-most"].Data], (a, b) => Math.Abs(a - b) < 6e-4);
        Assert.Equal([.093, .062, .115, .267, .802],
            numbers.Values.Where(n => n.Name.StartsWith("p-tie", StringComparison.Ordinal)).Select(n => n.Data),
            (a, b) => Math.Abs(a - b) < 6e-4);
        Assert.True(model.Covariates[0] > 10 * model.Errors[1]);
        Assert.True(model.Covariates[3] < -4 * model.Errors[4]);
        Assert.All(numbers.Values.Where(n => n.Name != "transitivity"), n => Assert.True(n.Fits, n.Name));
        Assert.False(numbers["reciprocity"].Random.Range.Contains(.713));
        Assert.False(numbers["p-tie-from-0.5"].Random.Range.Contains(.802));
    }

    /// <summary>Networks made by the model are, as networks of the model, within its range as often as it says.</summary>
    [Fact]
    public void A_network_that_the_model_made_fits()
    {
        var truth = new HelpModel(-2, [.8, -.5], 1.5, .5, .5, []);
        Dyads pairs = HelpModelTests.Pairs(60);
        int fitting = 0, all = 0;
        foreach ((bool Helps, bool Helped)[] made in MadeNetworks.Of(truth, pairs, 6, 11))
        {
            var network = new Dyads(60, pairs.Names,
                [.. pairs.All.Zip(made, (d, s) => d with { Helps = s.Helps, Helped = s.Helped })]);
            IReadOnlyList<NetworkNumber> numbers = NetworkValidation.Of(
                new NetworkFile(network, [], 0), HelpModel.Fit(network), [], 60, 3);
            fitting += numbers.Count(n => n.Fits);
            all += numbers.Count;
        }
        Assert.InRange(fitting, (int)(.85 * all), all);
    }
}
