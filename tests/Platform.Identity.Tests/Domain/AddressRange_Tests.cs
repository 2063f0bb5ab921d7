using System.Net;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-05")]
public sealed class AddressRange_Tests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1/32")]
    [InlineData(" 192.0.2.0/24 ", "192.0.2.0/24")]
    [InlineData("0.0.0.0/1", "0.0.0.0/1")]
    [InlineData("2001:DB8:0:0::1", "2001:db8::1/128")]
    [InlineData("2001:db8::/32", "2001:db8::/32")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1/32")]
    [InlineData("::ffff:192.0.2.0/120", "192.0.2.0/24")]
    public void Read_AddressOrNetwork_IsCanonical(string text, string network) => AddressRange.Read(text).Network!.Value.ToString().ShouldBe(network);

    [Theory]
    [InlineData("")]
    [InlineData("office")]
    [InlineData("192.0.2")]
    [InlineData("1")]
    [InlineData("010.0.0.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("192.0.2.1/33")]
    [InlineData("192.0.2.1/-1")]
    [InlineData("192.0.2.0/24/24")]
    [InlineData("192.0.2.0/")]
    [InlineData("192.0.2.0/255.255.255.0")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[2001:db8::1]:443")]
    [InlineData("2001:db8::/129")]
    public void Read_AnythingElse_IsRefused(string text) => AddressRange.Read(text).ShouldBe((null, IdentityErrorCodes.AddressFormat, text));

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("192.0.2.1/0")]
    [InlineData("::ffff:0.0.0.0/96")]
    [InlineData("::ffff:0.0.0.0/90")]
    public void Read_Everything_IsRefused(string text) => AddressRange.Read(text).Code.ShouldBe(IdentityErrorCodes.AddressTooWide);

    [Theory]
    [InlineData("192.0.2.77/24", "192.0.2.0/24")]
    [InlineData("2001:db8::1/32", "2001:db8::/32")]
    [InlineData("::ffff:192.0.2.77/120", "192.0.2.0/24")]
    public void Read_HostBitsSet_NamesTheNetwork(string text, string network) => AddressRange.Read(text).ShouldBe((null, IdentityErrorCodes.AddressHostBits, network));

    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    public void Network_AnyPrefix_HoldsWhatSharesItsBitsAndNothingElse(int length)
    {
        var bytes = Gen.Choose(0, 255).ArrayOf(length).Select(a => a.Select(v => (byte)v).ToArray()).ToArbitrary();
        Prop.ForAll(bytes, bytes, Gen.Choose(1, length * 8).ToArbitrary(), (first, second, bits) =>
        {
            var network = AddressRange.Read($"{new IPAddress(Mask(first, bits))}/{bits}").Network!.Value;
            var same = Mask(first, bits).SequenceEqual(Mask(second, bits));
            var client = AddressRange.ClientOf(new IPAddress(second).ToString())!;
            network.PrefixLength.ShouldBe(Mapped(first) ? bits - 96 : bits);
            network.Contains(client).ShouldBe(same);
            network.Contains(new IPAddress(first)).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ClientOf_MappedAddress_IsTheOneOfFour()
    {
        var network = AddressRange.Read("192.0.2.0/24").Network!.Value;
        network.Contains(AddressRange.ClientOf("::ffff:192.0.2.9")!).ShouldBeTrue();
        network.Contains(AddressRange.ClientOf("::192.0.2.9")!).ShouldBeFalse();
        AddressRange.ClientOf(null).ShouldBeNull();
    }

    private static bool Mapped(byte[] bytes) => new IPAddress(bytes).IsIPv4MappedToIPv6;

    private static byte[] Mask(byte[] bytes, int bits) =>
        [.. bytes.Select((b, i) => (byte)(b & (0xff00 >> Math.Clamp(bits - (i * 8), 0, 8))))];
}
