using FsCheck;
using FsCheck.Fluent;
using Platform.Kernel;

namespace Platform.Tenancy.Tests;

[Trait("Req", "TEN-03")]
public sealed class CompanySlug_Tests
{
    [Theory]
    [InlineData("Boulangerie Lefèvre SARL", "boulangerie-lefevre-sarl")]
    [InlineData("  Müller & Söhne GmbH  ", "muller-sohne-gmbh")]
    [InlineData("株式会社", "company")]
    [InlineData("A", "company-a")]
    public void From_Name_IsReadable(string name, string slug) => CompanySlug.From(name).ShouldBe(slug);

    [Fact]
    public void From_AnyName_IsValidWithAnyNumber() =>
        Prop.ForAll<NonNull<string>, PositiveInt>((name, number) =>
            CompanySlug.IsValid(CompanySlug.Numbered(CompanySlug.From(name.Get.Replace('\ud800', 'x')), 1 + (number.Get % 999)))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("-ab")]
    [InlineData("ab-")]
    [InlineData("a--b")]
    [InlineData("Ab")]
    [InlineData("a/b")]
    [InlineData("ab\n")]
    public void Company_WrongSlug_IsRefused(string slug) =>
        Should.Throw<BusinessException>(() => new Company(slug, TenantTypes.Sme, CompanyProfile.Read(Samples.Profile()))).Code
            .ShouldBe(TenancyErrorCodes.SlugFormat);
}
