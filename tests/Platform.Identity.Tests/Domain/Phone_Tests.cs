namespace Platform.Identity.Tests;

[Trait("Req", "IDN-05")]
public sealed class Phone_Tests
{
    [Theory]
    [InlineData("+33 6 12 34 56 78", "+33612345678")]
    [InlineData("0033 6.12.34.56.78", "+33612345678")]
    [InlineData("+44 7400 123456", "+447400123456")]
    [InlineData("+1 650-253-0000", "+16502530000")]
    public void Read_MobileNumber_IsE164(string text, string number) => Phone.Read(text).ShouldBe(number);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("06 12 34 56 78")]
    [InlineData("+33 1 42 68 53 00")]
    [InlineData("+33 8 99 12 34 56")]
    [InlineData("+33 6 12 34")]
    [InlineData("+33612345678 ext. 9")]
    [InlineData("+999 123456789")]
    [InlineData("hello")]
    [InlineData("+33612345678+33612345678+33612345678+33612345678")]
    public void Read_AnythingElse_IsNone(string? text) => Phone.Read(text).ShouldBeNull();

    [Fact]
    public void Mask_OfANumber_ShowsCountryAndTwoDigits() => Phone.Mask("+33612345645").ShouldBe("+33 •• •• 45");
}
