using System.Net;
using Jinlin.Grains.Hosting;
using Microsoft.Extensions.Configuration;

namespace Jinlin.Silo.Tests;

public sealed class SiloOptionsTests : IDisposable
{
    private const string Password = "s3cret-of-redis";

    private readonly string _folder = Directory.CreateTempSubdirectory("jinlin-options-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_a_word_it_is_a_cluster_of_one_on_loopback()
    {
        (SiloSettings silo, int http) = Read([]);
        Assert.Equal(IPAddress.Loopback, silo.Address);
        Assert.Equal("jinlin", silo.ClusterId);
        Assert.Null(silo.Redis);
        Assert.Null(silo.Primary);
        Assert.False(silo.FastMembership);
        Assert.Equal((0, 0, 0), (silo.SiloPort, silo.GatewayPort, http));
    }

    [Fact]
    public void A_flag_is_stronger_than_the_environment_and_that_than_the_file()
    {
        var environment = new Dictionary<string, string> { ["JINLIN_SILO_PORT"] = "2", ["JINLIN_GATEWAY_PORT"] = "3" };
        var file = new Dictionary<string, string?> { ["silo-port"] = "4", ["gateway-port"] = "5", ["http-port"] = "6" };
        (SiloSettings silo, int http) = Read(["--silo-port", "1"], environment, file);
        Assert.Equal((1, 3, 6), (silo.SiloPort, silo.GatewayPort, http));
    }

    [Theory]
    [InlineData("--address", "10.0.0.1")]
    [InlineData("--primary", "10.0.0.1:11111")]
    public void Another_machine_is_refused_unless_the_network_is_trusted(string flag, string value)
    {
        string why = Refused([flag, value]);
        Assert.Contains($"{flag} 10.0.0.1", why);
        Assert.Contains("--trusted-network", why);
        Read([flag, value, "--trusted-network"]);
    }

    [Theory]
    [InlineData("--address", "0.0.0.0")]
    [InlineData("--address", "::")]
    [InlineData("--primary", "127.0.0.1")]
    [InlineData("--primary", "127.0.0.1:0")]
    [InlineData("--trusted-network", "perhaps")]
    [InlineData("--http-port", "-1")]
    [InlineData("--data-folder", "/proc/nowhere")]
    public void A_value_that_cannot_be_used_is_named_with_what_was_expected(string flag, string value)
    {
        string why = Refused([flag, value, .. flag == "--trusted-network" ? Array.Empty<string>() : ["--trusted-network"]]);
        Assert.StartsWith(flag, why);
        Assert.Contains($"'{value}'", why);
        Assert.Contains("expected", why);
    }

    [Fact]
    public void Two_ports_cannot_be_one() =>
        Assert.Contains("--gateway-port", Refused(["--silo-port", "11111", "--gateway-port", "11111"]));

    [Fact]
    public void There_is_one_way_to_find_the_others()
    {
        var environment = new Dictionary<string, string> { ["JINLIN_REDIS"] = "127.0.0.1:6379" };
        Assert.Contains("--primary", Refused(["--primary", "127.0.0.1:11111"], environment));
    }

    [Fact]
    public void The_secret_may_come_from_a_file()
    {
        string file = Path.Combine(_folder, "redis");
        File.WriteAllText(file, $"127.0.0.1:6379,password={Password}\n");
        var environment = new Dictionary<string, string> { ["JINLIN_REDIS_FILE"] = file };
        Assert.Equal($"127.0.0.1:6379,password={Password}", Read([], environment).Silo.Redis);
        environment["JINLIN_REDIS"] = "127.0.0.1:6379";
        Assert.Contains("JINLIN_REDIS_FILE", Refused([], environment));
    }

    [Fact]
    public void An_empty_secret_file_is_no_cluster_of_one()
    {
        string file = Path.Combine(_folder, "empty");
        File.WriteAllText(file, "\n");
        Assert.Contains("JINLIN_REDIS", Refused([], new Dictionary<string, string> { ["JINLIN_REDIS_FILE"] = file }));
        Assert.Contains(_folder, Refused([], new Dictionary<string, string> { ["JINLIN_REDIS_FILE"] = _folder }));
    }

    /// <summary>Each of these has, by itself, an error message of the library that tells the password.</summary>
    [Theory]
    [InlineData("127.0.0.1:6379,ssl=" + Password)]
    [InlineData("127.0.0.1:6379,connectTimeout=" + Password)]
    [InlineData("redis://:" + Password + "@127.0.0.1:6379")]
    [InlineData("user:" + Password + "@127.0.0.1")]
    [InlineData("password=" + Password)]
    public void A_wrong_secret_is_refused_without_a_word_of_it(string redis)
    {
        string why = Refused([], new Dictionary<string, string> { ["JINLIN_REDIS"] = redis });
        Assert.StartsWith("JINLIN_REDIS", why);
        Assert.DoesNotContain(Password, why);
    }

    [Theory]
    [InlineData("--redis", "127.0.0.1:6379,password=" + Password)]
    [InlineData("--redis=127.0.0.1:6379,password=" + Password)]
    public void The_secret_is_not_taken_from_a_flag_nor_repeated(params string[] flags)
    {
        string why = Refused(flags);
        Assert.Contains("JINLIN_REDIS_FILE", why);
        Assert.DoesNotContain(Password, why);
    }

    private string Refused(string[] flags, Dictionary<string, string>? environment = null) =>
        Assert.Throws<SettingException>(() => Read(flags, environment)).Message;

    private (SiloSettings Silo, int HttpPort) Read(
        string[] flags, Dictionary<string, string>? environment = null, Dictionary<string, string?>? file = null) =>
        SiloOptions.Read(
            flags.Contains("--data-folder") ? flags : ["--data-folder", _folder, .. flags],
            name => environment?.GetValueOrDefault(name),
            new ConfigurationBuilder().AddInMemoryCollection(file ?? []).Build());
}
