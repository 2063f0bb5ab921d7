using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>What the mandate form says, and in which language.</summary>
[Trait("Req", "SEP-02")]
public sealed class MandateForm_Tests(SepaHosts hosts)
{
    [Theory]
    [InlineData("fr", "DE", "en", "fr-FR")]
    [InlineData("xx", "FR", "en", "fr-FR")]
    [InlineData(null, "FR", "en", "fr-FR")]
    [InlineData(null, "IE", "fr", "en-GB")]
    [InlineData(null, "BE", "fr", "fr-FR")]
    [InlineData(null, "BE", null, "en-GB")]
    public void Language_OfADebtor_IsOwnThenCountrysThenCompanys(string? own, string country, string? company, string expected) =>
        DebtorLanguages.Of(own, country, company).Name.ShouldBe(expected);

    [Theory, Databases]
    public async Task Form_OfADraft_HasCreditorAndDebtor(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await company.AddAccountAsync();
        var mandate = await company.AddMandateAsync("M/1", m => m with
        {
            SignedOn = null,
            Scheme = SddScheme.B2b,
            DebtorBic = "PSSTFRPP",
            Language = "en",
            Address = new AddressDto("rue Garibaldi", "7", "69003", "Lyon", "FR"),
        });
        var form = await FormAsync(company, mandate.Id);
        form.ShouldBe(new MandateFormDto(
            "en-GB", "M/1", SddScheme.B2b, MandateType.Recurrent, null,
            new MandateCreditorDto("Boulangerie Lefèvre", "FR72ZZZ123456", new AddressDto("Rue de la République", "18", "69002", "Lyon", "FR")),
            new MandateDebtorDto("Julien Martin", new AddressDto("rue Garibaldi", "7", "69003", "Lyon", "FR"), mandate.DebtorIban, "PSSTFRPP")));
    }

    [Theory, Databases]
    public async Task Form_WithoutAnAccountOfTheCreditor_SaysSo(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        var mandate = await company.AddMandateAsync("M-1");
        await company.RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.CloseAsync(account.Id, account.ConcurrencyStamp));
        (await IssuedCompany.RefusedAsync(() => FormAsync(company, mandate.Id))).ShouldBe(SepaErrorCodes.MandateCreditorMissing);
    }

    [Theory, Databases]
    public async Task Form_OfAnotherCompany_IsNotFound(TestDatabase database)
    {
        var ours = await AmendedCompany.NewAsync(hosts, database, used: false);
        var (mandate, foreign) = ((await ours.MandateAsync()).Id, await hosts.NewCompanyAsync(database));
        await Should.ThrowAsync<EntityNotFoundException>(() => FormAsync(foreign, mandate));
    }

    private static Task<MandateFormDto> FormAsync(SepaCompany company, Guid id) => company.RunAsync<IMandateFormAppService, MandateFormDto>(s => s.GetAsync(id));
}
