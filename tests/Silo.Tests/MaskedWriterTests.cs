namespace Jinlin.Silo.Tests;

public sealed class MaskedWriterTests
{
    [Fact]
    public void A_secret_leaves_as_stars_whatever_way_it_is_written()
    {
        using var seen = new StringWriter();
        using var masked = new MaskedWriter(seen, ["open,password=abc", "abc", ""]);
        masked.Write("1 abc ");
        masked.WriteLine("2 open,password=abc");
        masked.Write("3 abc".ToCharArray(), 0, 5);
        masked.Write(" {0}", "abc");
        masked.WriteLine("4 abc".AsSpan());
        masked.Write((object)"5 abc");
        masked.Flush();
        Assert.DoesNotContain("abc", seen.ToString());
        Assert.Contains("2 ***", seen.ToString());
        Assert.DoesNotContain("open", seen.ToString());
    }
}
