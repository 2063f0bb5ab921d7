using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>An old login that was imported, and the session of somebody who uses it.</summary>
internal sealed record OldLogin(World World, string Login, TenantInfo Company, Guid UserId, string Known)
{
    public const string Password = "Old-horse-77";
    public const string CustomerCode = "C 204";
    public const string Invoice = "F-2024/001";

    public Guid Session { get; init; } = Guid.CreateVersion7();

    public CurrentUserInfo Info => new(UserId, Login, Login, Session, ClientAddress);

    public string ClientAddress { get; init; } = World.NewAddress();

    public OldLogin InAnotherSession() => this with { Session = Guid.CreateVersion7() };

    public Task<T> AsAsync<T>(Func<IMigrationAppService, Task<T>> act) => World.Host.RunAsync(null, Info, s => act(s.GetRequiredService<IMigrationAppService>()));

    public Task AsAsync(Func<IMigrationAppService, Task> act) => World.Host.RunAsync(null, Info, s => act(s.GetRequiredService<IMigrationAppService>()));

    public async Task<MigrationStep> StepAsync() => (await AsAsync(m => m.GetAsync())).Step;

    /// <summary>Asks for a code and reads it in the mailbox.</summary>
    public async Task<string> CodeAsync(string email)
    {
        await AsAsync(m => m.SendCodeAsync(new MigrationEmailDto(email)));
        return LegacyLogins.CodeIn(World.Mail.To(email)[^1].Text);
    }

    public Task VerifyAsync(string code) => AsAsync(m => m.VerifyCodeAsync(new MigrationCodeDto(code)));

    public async Task ProveMailboxAsync(string email) => await VerifyAsync(await CodeAsync(email));

    public Task ChooseAsync(string name = "Dana Petit", string password = Person.Password) => AsAsync(m => m.ChooseIdentityAsync(new NewAccountDto(name, password, password)));

    public Task ProveCustomerAsync(string number = Invoice, string code = CustomerCode) => AsAsync(m => m.ProveCustomerAsync(new MigrationProofDto(code, number)));

    public Task<CompletedMigrationDto> CompleteAsync() => AsAsync(m => m.CompleteAsync(new AcceptTermsDto(Terms.Version)));

    /// <summary>All steps of a known address without account.</summary>
    public async Task<Person> MigrateAsync()
    {
        await ProveMailboxAsync(Known);
        await ChooseAsync();
        var done = await CompleteAsync();
        return new Person(done.Person.UserId, done.Person.Email, done.Person.Name);
    }
}

internal static partial class LegacyLogins
{
    public const string Header = "company;login;customer_code;invoice_numbers;serial_numbers;notification_emails;profile;password_hash";

    /// <summary>Cost 4, as old products made them.</summary>
    public static string Bcrypt(string password = OldLogin.Password) => BCrypt.Net.BCrypt.HashPassword(password, 4);

    public static string NewLogin() => $"OLD-{RandomNumberGenerator.GetHexString(8)}";

    public static string CodeIn(string mail) => CodeText().Match(mail).Value;

    public static async Task<OldLogin> OldLoginAsync(this World world, string profile = "", bool withPassword = true, TenantInfo? company = null)
    {
        company ??= await world.CompanyAsync();
        var (login, known) = (NewLogin(), $"known-{RandomNumberGenerator.GetHexString(8, lowercase: true)}@test.example");
        var result = await world.ImportAsync($"{company.Slug};{login};c204;f-2024/001|F-2;SN 1;{known};{profile};{(withPassword ? Bcrypt() : "")}");
        result.Added.ShouldBe(1);
        var id = await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users.Where(u => u.NormalizedEmail == login).Select(u => u.Id).SingleAsync());
        return new OldLogin(world, login, company, id, known);
    }

    /// <summary>Imports rows below <see cref="Header"/> as the operator.</summary>
    public static Task<LegacyImportDto> ImportAsync(this World world, params string[] rows) => world.OperatorAsync(i => i.ImportAsync(Csv(rows), digest: null));

    public static async Task<T> OperatorAsync<T>(this World world, Func<ILegacyImportAppService, Task<T>> act)
    {
        var (company, person) = (await world.Host.CompanyAsync("lefevre"), await world.Host.PersonAsync("amelie"));
        return await world.Host.RunAsync(company, person, s => act(s.GetRequiredService<ILegacyImportAppService>()));
    }

    public static MemoryStream Csv(params string[] rows) => new(Encoding.UTF8.GetBytes(string.Join("\r\n", [Header, .. rows])));

    public static MultipartFormDataContent Form(string token, string digest, params string[] rows)
    {
        var file = new StreamContent(Csv(rows));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return new MultipartFormDataContent { { file, "Upload", "old.csv" }, { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(digest), "Digest" } };
    }

    public static Task RunWorkerAsync<TWorker>(this World world) where TWorker : class, IBackgroundWorker =>
        world.Host.RunAsync(null, null, s => s.GetServices<IBackgroundWorker>().OfType<TWorker>().Single().DoWorkAsync(CancellationToken.None));

    public static string NewEmail() => $"new-{RandomNumberGenerator.GetHexString(8, lowercase: true)}@test.example";

    /// <summary>Permissions with their limits, one a line.</summary>
    public static async Task<IEnumerable<string>> RightsAsync(this World world, TenantInfo company, Guid user) =>
        (await world.AsAsync<IPermissionGrantStore, Grants>(null, null, g => g.GetGrantedAsync(user, company.Id))).Bundles
            .SelectMany(b => b.Permissions.Select(p => $"{p} {string.Join(',', b.Limits.Select(l => $"{l.Key}={l.Value.Cents}"))}")).Order();

    public static async Task<Browser> SignInOldAsync(this World world, OldLogin login)
    {
        var browser = new Browser(world);
        using var answer = await browser.SignInAsync(login.Login, OldLogin.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex CodeText();
}
