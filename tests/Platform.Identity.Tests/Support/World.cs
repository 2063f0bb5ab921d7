using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

internal sealed record Person(Guid Id, string Email, string Name)
{
    public const string Password = "Correct-horse-7";

    public CurrentUserInfo Info => new(Id, Name, Email);
}

/// <summary>A host, and the companies and people tests make in it.</summary>
internal sealed class World(TestHost host, TestClock clock, CountingHasher hasher, AuditRecorder audit, MailRecorder mail, SmsRecorder sms)
{
    private int _count;

    public TestHost Host => host;

    public TestClock Clock => clock;

    public CountingHasher Hasher => hasher;

    public AuditRecorder Audit => audit;

    public MailRecorder Mail => mail;

    public SmsRecorder Sms => sms;

    public async Task<TenantInfo> CompanyAsync(string type = TenantTypes.Sme)
    {
        var name = $"Company {Interlocked.Increment(ref _count)}";
        var input = new CreateCompanyDto { Name = name, TenantType = type, Language = "en", Color = "#1d5fd1", Address = new AddressDto { Town = "Lyon", Country = "FR" } };
        var id = await host.RunAsync(null, null, s => s.GetRequiredService<ICompanyCreationService>().CreateAsync(input));
        return (await host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().FindByIdAsync(id)))!;
    }

    public async Task<Person> PersonAsync()
    {
        var email = $"p{Interlocked.Increment(ref _count)}@test.example";
        var user = User.New(email, "Alix Durand", "en", clock.GetUtcNow().UtcDateTime);
        await host.RunAsync(null, null, async s => (await s.GetRequiredService<UserManager<User>>().CreateAsync(user, Person.Password)).Succeeded.ShouldBeTrue());
        return new Person(user.Id, email, user.Name);
    }

    public async Task<Person> PersonAsync(TenantInfo company, params string[] roles)
    {
        var person = await PersonAsync();
        await JoinAsync(person, company, roles);
        return person;
    }

    public Task JoinAsync(Person person, TenantInfo company, params string[] roles) => host.RunAsync(company, null, async s =>
    {
        await s.GetRequiredService<IMembershipService>().AddAsync(person.Id);
        var context = s.GetRequiredService<IdentityDbContext>();
        var ids = await context.Roles.Where(r => roles.Contains(r.StandardName)).Select(r => r.Id).ToListAsync();
        context.RoleAssignments.AddRange(ids.Select(id => new RoleAssignment { UserId = person.Id, RoleId = id }));
        await context.SaveChangesAsync();
    });

    public Task<Guid> RoleAsync(TenantInfo company, string standardName) => host.RunAsync(
        company, null, s => s.GetRequiredService<IdentityDbContext>().Roles.Where(r => r.StandardName == standardName).Select(r => r.Id).SingleAsync());

    /// <summary>Calls an application service as somebody, in a company, in a transaction of its own.</summary>
    public Task<T> AsAsync<TService, T>(TenantInfo? company, Person? person, Func<TService, Task<T>> work) where TService : notnull =>
        host.RunAsync(company, person?.Info, s => work(s.GetRequiredService<TService>()));

    public Task AsAsync<TService>(TenantInfo? company, Person? person, Func<TService, Task> work) where TService : notnull =>
        host.RunAsync(company, person?.Info, s => work(s.GetRequiredService<TService>()));

    public Task<bool> IsGrantedAsync(TenantInfo company, Person person, string permission) =>
        AsAsync<IPermissionChecker, bool>(company, person, c => c.IsGrantedAsync(permission));

    public Task<AuthenticatedPerson?> SignInAsync(string email, string password, string? address = null, string? device = null) => host.RunAsync(
        null, new CurrentUserInfo(ClientAddress: address), s => s.GetRequiredService<ISignInService>().SignInAsync(new SignInRequest(email, password, device)));

    /// <summary>The person's newest session.</summary>
    public Task<Guid> SessionAsync(Person person) => host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Sessions
        .Where(x => x.UserId == person.Id).OrderByDescending(x => x.Id).Select(x => x.Id).FirstAsync());

    /// <summary>Ends when all that was refused so far is on record.</summary>
    public Task ReachAsync() => host.Services.GetRequiredService<RefusalWatch>().ReachAsync(TestContext.Current.CancellationToken);

    /// <summary>A mobile number nobody else has.</summary>
    public string NewNumber() => $"+336{Interlocked.Increment(ref _count) + 12000000:D8}";

    /// <summary>An address nobody else has guessed from.</summary>
    public string NewAddress() => $"10.{Interlocked.Increment(ref _count) / 250 % 250}.{_count % 250}.1";
}

internal static class Refusals
{
    public static async Task ShouldBeRefusedAsync(this Task act, string code)
    {
        var exception = await Should.ThrowAsync<BusinessException>(act);
        (exception is InputException input ? input.Errors[0].Code : exception.Code).ShouldBe(code);
    }
}
