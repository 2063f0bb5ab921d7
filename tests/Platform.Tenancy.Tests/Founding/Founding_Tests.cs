using Microsoft.Extensions.DependencyInjection;
using Platform.Audit;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>With people of the demonstration, on hosts of its own: other tests count their companies.</summary>
[Trait("Req", "TEN-09")]
public sealed class Founding_Tests(ExportHosts hosts) : IClassFixture<ExportHosts>
{
    [Theory, Databases]
    public async Task Found_ByAPerson_MakesItsMemberAndStartsTheTrial(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        var founder = await host.PersonAsync("victor");
        var company = await host.CompanyAsync(await FoundAsync(host, founder, Input() with { Slug = "nova" }));
        company.Slug.ShouldNotBe("nova");
        (await host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().IsMemberAsync(founder.Id!.Value, company.Id))).ShouldBeTrue();
        var made = await host.RunAsync(company, founder, s => s.GetRequiredService<ICompanyAppService>().GetAsync());
        (made.Contact.Email, made.Address.Town).ShouldBe((founder.Email, "Lyon"));
        var acts = await host.RunAsync(company, founder, s => s.GetRequiredService<IAuditAppService>().GetListAsync(new AuditFilterDto { EntityId = $"{company.Id}" }));
        acts.Items.Select(e => e.Action).ShouldContain("Tenancy.Company.Founded");
    }

    [Theory, Databases]
    public async Task Found_WrongInput_TellsEveryFieldAtOnce(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        var wrong = new CreateCompanyDto { TenantType = TenantTypes.Accountant, Language = "fr", Color = "#0f766e", Address = new AddressDto { Country = "FR" } };
        (await ErrorsAsync(host, wrong)).ShouldBe([("Name", TenancyErrorCodes.Required), ("Address.Town", TenancyErrorCodes.Required), ("VatNumber", TenancyErrorCodes.Required)], ignoreOrder: true);
        (await ErrorsAsync(host, Input() with { TenantType = "bank" })).ShouldBe([("TenantType", TenancyErrorCodes.TenantTypeUnknown)]);
        (await ErrorsAsync(host, Input() with { VatNumber = "FR 68 904 173 524" })).ShouldHaveSingleItem().Item1.ShouldBe("VatNumber");
        (await ErrorsAsync(host, Input() with { VatNumber = "FR 68 904 173 523" })).ShouldBe([("VatNumber", TenancyErrorCodes.VatTaken)], "nobody takes the number of a company that is here");
    }

    [Theory, Databases]
    public async Task Found_ByTokenOrLimitedSessionOrNobody_IsDenied(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        var person = await host.PersonAsync("victor");
        foreach (var by in new[] { null, person with { Scopes = new HashSet<string>() }, person with { Companies = new HashSet<Guid>() } })
            await Should.ThrowAsync<PermissionDeniedException>(() => FoundAsync(host, by, Input()));
    }

    [Theory, Databases]
    public async Task Found_WithoutEnd_StopsAtFiveTrials(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        var founder = await host.PersonAsync("benoit");
        for (var i = 0; i < 5; i++)
            await FoundAsync(host, founder, Input());
        (await Should.ThrowAsync<BusinessException>(() => FoundAsync(host, founder, Input()))).Code.ShouldBe(TenancyErrorCodes.TooManyTrials);
    }

    [Theory, Databases]
    public async Task PutAway_FirstSteps_AreGoneAndTheTrialStays(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        var founder = await host.PersonAsync("camille");
        var company = await host.CompanyAsync(await FoundAsync(host, founder, Input()));
        (await StepsAsync()).Steps.ShouldNotBeEmpty();
        await host.RunAsync(company, founder, s => s.GetRequiredService<IFirstStepAppService>().PutAwayAsync());
        var left = await StepsAsync();
        left.Steps.ShouldBeEmpty();
        left.TrialEndsAt.ShouldNotBeNull();
        (await host.RunAsync(await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie"), s => s.GetRequiredService<IFirstStepAppService>().GetAsync())).TrialEndsAt.ShouldBeNull();

        Task<FirstStepsDto> StepsAsync() => host.RunAsync(company, founder, s => s.GetRequiredService<IFirstStepAppService>().GetAsync());
    }

    internal static CreateCompanyDto Input() => new()
    {
        Name = $"Neuve {Guid.CreateVersion7():N}",
        TenantType = TenantTypes.Sme,
        Language = "fr",
        Color = "#0f766e",
        Address = new AddressDto { Town = "Lyon", Country = "FR" },
    };

    private static async Task<IEnumerable<(string, string)>> ErrorsAsync(TestHost host, CreateCompanyDto input)
    {
        var victor = await host.PersonAsync("victor");
        return (await Should.ThrowAsync<InputException>(() => FoundAsync(host, victor, input))).Errors.Select(e => (e.Field, e.Code));
    }

    internal static Task<string> FoundAsync(TestHost host, CurrentUserInfo? founder, CreateCompanyDto input) =>
        host.RunAsync(null, founder, s => s.GetRequiredService<ICompanyFoundingAppService>().FoundAsync(input));
}
