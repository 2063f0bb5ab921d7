using System.Text;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-06")]
public sealed class Totp_Tests
{
    /// <summary>RFC 6238, appendix B, SHA-1; its codes have eight digits, of which apps show the last six.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void CodeAt_VectorsOfTheRfc_AreMet(long seconds, string code)
    {
        var key = Encoding.ASCII.GetBytes("12345678901234567890");
        Totp.CodeAt(key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code[2..]);
    }

    [Fact]
    public void FindStep_OneStepOff_IsFoundAndTwoAreNot()
    {
        var (key, now) = (new byte[Totp.KeyLength], DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        var step = Totp.StepAt(now);
        foreach (var off in new[] { -1, 0, 1 })
            Totp.FindStep(key, Totp.CodeAt(key, step + off), now).ShouldBe(step + off);
        foreach (var off in new[] { -2, 2 })
            Totp.FindStep(key, Totp.CodeAt(key, step + off), now).ShouldBeNull();
        Totp.FindStep(key, "", now).ShouldBeNull();
    }

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Encode_VectorsOfTheRfc_AreMet(string text, string encoded) => Base32.Encode(Encoding.ASCII.GetBytes(text)).ShouldBe(encoded);
}
