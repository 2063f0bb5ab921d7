using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-14")]
public sealed class LegacyImport_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task Import_AFile_AddsThenUpdatesThenChangesNothing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (login, hash) = (LegacyLogins.NewLogin(), LegacyLogins.Bcrypt());
        var row = $"{company.Slug};{login};C1;F1;;a@test.example;Bookkeeper;{hash}";
        var check = await world.OperatorAsync(i => i.CheckAsync(LegacyLogins.Csv(row)));
        (check.Rows, check.Added, check.Updated, check.Unchanged, check.Errors.Count).ShouldBe((1, 1, 0, 0, 0));
        (await FindAsync(world, login)).ShouldBeNull("a check stores nothing");
        (await world.ImportAsync(row)).Added.ShouldBe(1);
        var again = await world.ImportAsync(row);
        (again.Added, again.Updated, again.Unchanged).ShouldBe((0, 0, 1));
        var other = await world.ImportAsync($"{company.Slug};{login.ToLowerInvariant()};C1;F1|F2;;b@test.example;Reader;{LegacyLogins.Bcrypt("Another-1")}");
        (other.Added, other.Updated, other.Unchanged).ShouldBe((0, 1, 0));
        var user = (await FindAsync(world, login)).ShouldNotBeNull();
        (user.PasswordHash, user.LegacyCompanyId).ShouldBe((hash, company.Id), "password and profile stay");
        var shown = (await ListAsync(world, company)).ShouldHaveSingleItem();
        (shown.Login, shown.State, shown.Roles.ShouldHaveSingleItem().Name).ShouldBe((login, LegacyState.NotStarted, "Bookkeeper"));
        shown.NotificationEmails.ShouldBe(["b@test.example"]);
        world.Audit.Of(user.Id, "Identity.Legacy.Imported").Count.ShouldBe(2);
        world.Audit.Records.SelectMany(r => r.Changes).ShouldNotContain(c => c.ToString().Contains(hash));
    }

    [Theory, Databases]
    public async Task Import_WithErrors_NamesEachAndStoresNothing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var taken = await world.OldLoginAsync();
        var (good, bcrypt) = (LegacyLogins.NewLogin(), LegacyLogins.Bcrypt());
        string[] rows =
        [
            $"{company.Slug};{good};C1;F1;;a@test.example;;{bcrypt}", $"nowhere;{good}2;C1;F1;;a@test.example;;", $"{company.Slug};x@test.example;C1;F1;;a@test.example;;",
            $"{company.Slug};{taken.Login};C1;F1;;a@test.example;;", $"{company.Slug};{good};C1;F1;;a@test.example;;", $"{company.Slug};{good}3;;F1;;not an address;;",
            $"{company.Slug};{good}4;C1;F1;;a@test.example;Nobody;", $"{company.Slug};{good}5;C1;F1;;a@test.example;Administrator;", $"{company.Slug};{good}6;C1;F1;;;;$2a$31$x",
            $"{company.Slug};{good}7;C1;;;;;{bcrypt}", $"{company.Slug};{good}8;C1;F1;;;;",
        ];
        (int, string, string)[] expected =
        [
            (3, "company", IdentityErrorCodes.LegacyCompanyUnknown), (4, "login", IdentityErrorCodes.LegacyLoginAddress), (5, "login", IdentityErrorCodes.LegacyLoginTaken),
            (6, "login", IdentityErrorCodes.LegacyLoginTwice), (7, "customer_code", IdentityErrorCodes.Required), (7, "notification_emails", IdentityErrorCodes.EmailFormat),
            (8, "profile", IdentityErrorCodes.LegacyProfileUnknown), (9, "profile", IdentityErrorCodes.LegacyProfileAdministrator), (10, "password_hash", IdentityErrorCodes.LegacyHash),
            (11, "invoice_numbers", IdentityErrorCodes.LegacyNoProof), (12, "notification_emails", IdentityErrorCodes.LegacyNoWayIn),
        ];
        var refused = await Should.ThrowAsync<InputException>(() => world.ImportAsync(rows));
        refused.Errors.Select(e => (e.Line!.Value, e.Field, e.Code)).ShouldBe(expected);
        refused.Errors.ShouldNotContain(e => e.Value != null && e.Value.Contains("$2a$"), "no hash in an error");
        (await world.OperatorAsync(i => i.CheckAsync(LegacyLogins.Csv(rows)))).Errors.Select(e => e.Code).ShouldBe(expected.Select(e => e.Item3));
        (await FindAsync(world, good)).ShouldBeNull();
    }

    [Theory]
    [InlineData("company;login;customer_code;invoce_numbers\r\na;b;c;d", IdentityErrorCodes.LegacyColumnUnknown)]
    [InlineData("company;login\r\na;b", IdentityErrorCodes.LegacyColumnMissing)]
    [InlineData("company;login;login;customer_code\r\na;b;b;c", IdentityErrorCodes.LegacyColumnTwice)]
    [InlineData("company;login;customer_code\r\na;b", IdentityErrorCodes.LegacyFileCells)]
    [InlineData("company;login;customer_code\r\n", IdentityErrorCodes.LegacyFileEmpty)]
    [InlineData("", IdentityErrorCodes.LegacyFileEmpty)]
    [InlineData("company;login;customer_code\r\na;\"b;c\r\n", IdentityErrorCodes.LegacyFileQuote)]
    [InlineData("PK\u0003\u0004\0\0", IdentityErrorCodes.LegacyFileText)]
    public async Task Check_FileThatIsNone_SaysWhy(string text, string code)
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        (await world.OperatorAsync(i => i.CheckAsync(file))).Errors[0].Code.ShouldBe(code);
    }

    [Fact]
    public async Task Check_TooLargeOtherFileOrEncoding_IsRefusedOrRead()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        using var large = new MemoryStream(new byte[LegacyCsv.MostBytes + 1]);
        (await world.OperatorAsync(i => i.CheckAsync(large))).Errors.ShouldHaveSingleItem().Code.ShouldBe(IdentityErrorCodes.LegacyFileSize);
        await world.OperatorAsync(i => i.ImportAsync(LegacyLogins.Csv("x"), new string('0', 64))).ShouldBeRefusedAsync(IdentityErrorCodes.LegacyFileChanged);
        var company = await world.CompanyAsync();
        var latin = Encoding.Latin1.GetBytes($"company,login,customer_code,invoice_numbers,notification_emails,name\n{company.Slug},{LegacyLogins.NewLogin()},C1,\"F,1|F2\",a@test.example,Société\n");
        (await world.OperatorAsync(i => i.ImportAsync(new MemoryStream(latin), null))).Added.ShouldBe(1);
        (await ListAsync(world, company)).ShouldHaveSingleItem().Name.ShouldBe("Société");
    }

    [Theory, Databases]
    public async Task Import_ByAnybodyButTheOperator_IsDenied(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        var bookkeeper = await world.Host.PersonAsync("camille");
        await Should.ThrowAsync<PermissionDeniedException>(() => world.AsAsync<ILegacyImportAppService>(company, admin, i => i.ImportAsync(LegacyLogins.Csv("x"), null)));
        await Should.ThrowAsync<PermissionDeniedException>(() => world.AsAsync<ILegacyImportAppService>(company, admin, i => i.GetProgressAsync(new LegacyProgressInput())));
        var lefevre = await world.Host.CompanyAsync("lefevre");
        await Should.ThrowAsync<PermissionDeniedException>(() => world.Host.RunAsync(lefevre, bookkeeper, s => s.GetRequiredService<ILegacyImportAppService>().CheckAsync(LegacyLogins.Csv("x"))));
    }

    [Theory, Databases]
    public async Task Password_OfTheOldProduct_SignsInAndIsHashedAnew(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var strong = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })).HashPassword(new User(), OldLogin.Password);
        foreach (var hash in new[] { LegacyLogins.Bcrypt(), LegacyLogins.Bcrypt().Replace("$2a$", "$2y$"), strong })
        {
            var login = LegacyLogins.NewLogin();
            await world.ImportAsync($"{company.Slug};{login};C1;F1;;a@test.example;;{hash}");
            (await world.SignInAsync(login, "Old-horse-78", world.NewAddress())).ShouldBeNull();
            (await world.SignInAsync(login.ToLowerInvariant(), OldLogin.Password, world.NewAddress())).ShouldNotBeNull().Email.ShouldBe(login);
            var stored = (await FindAsync(world, login))!.PasswordHash;
            stored.ShouldNotBe(hash);
            stored!.ShouldNotStartWith("$2");
            (await world.SignInAsync(login, OldLogin.Password, world.NewAddress())).ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("$2b$13$abcdefghijklmnopqrstuuAbCdEfGhIjKlMnOpQrStUvWxYzAbCdE")]
    [InlineData("$2x$10$abcdefghijklmnopqrstuuAbCdEfGhIjKlMnOpQrStUvWxYzAbCdE")]
    [InlineData("$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub")]
    [InlineData("AAAA")]
    [InlineData("5f4dcc3b5aa765d61d8327deb882cf99")]
    public void Hash_OfAnotherKind_IsNotAccepted(string hash) => LegacyPasswordHash.IsAccepted(hash).ShouldBeFalse();

    [Theory, Databases]
    public async Task Progress_ByCompany_CountsFiltersExportsAndReminds(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (open, done) = (await world.OldLoginAsync(), await world.OldLoginAsync(withPassword: false));
        await done.MigrateAsync();
        await open.AsAsync(m => m.PostponeAsync());
        var filter = new LegacyProgressInput(open.Company.Name.ToUpperInvariant());
        var mine = (await world.OperatorAsync(i => i.GetProgressAsync(filter))).Single(c => c.CompanyId == open.Company.Id);
        (mine.NotStarted, mine.Postponed, mine.InProgress, mine.Done, mine.Closed).ShouldBe((0, 1, 0, 0, 0));
        (await world.OperatorAsync(i => i.GetProgressAsync(new LegacyProgressInput(State: LegacyState.Done)))).Select(c => c.CompanyId).ShouldContain(done.Company.Id);
        (await world.OperatorAsync(i => i.GetProgressAsync(new LegacyProgressInput(State: LegacyState.Done)))).Select(c => c.CompanyId).ShouldNotContain(open.Company.Id);
        using var csv = new MemoryStream();
        await world.OperatorAsync(async i => { await i.WriteReportAsync(filter, csv); return 0; });
        Encoding.UTF8.GetString(csv.ToArray()).ShouldContain($"{open.Login};");
        (await world.OperatorAsync(i => i.RemindAsync(open.Company.Id))).ShouldBe(1);
        (await world.OperatorAsync(i => i.RemindAsync(open.Company.Id))).ShouldBe(0, "once a day");
        (await world.OperatorAsync(i => i.RemindAsync(done.Company.Id))).ShouldBe(0, "nothing to remind of");
        world.Mail.To(open.Known).ShouldHaveSingleItem().Text.ShouldContain(open.Login);
    }

    [Theory, Databases]
    public async Task Company_ItsAdministrator_SeesItsOwnAndSetsTheProfile(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (login, foreign) = (await world.OldLoginAsync(), await world.OldLoginAsync());
        var admin = await world.PersonAsync(login.Company, StandardRoles.Administrator);
        var mine = (await world.AsAsync<ILegacyLoginAppService, IReadOnlyList<LegacyLoginDto>>(login.Company, admin, l => l.GetListAsync())).ShouldHaveSingleItem();
        mine.Roles.ShouldHaveSingleItem().Name.ShouldBe("Reader", "the default profile");
        var theirs = (await ListAsync(world, foreign.Company)).ShouldHaveSingleItem();
        var role = await world.RoleAsync(login.Company, StandardRoles.Bookkeeper);
        await Should.ThrowAsync<EntityNotFoundException>(() => world.AsAsync<ILegacyLoginAppService>(login.Company, admin, l => l.SetProfileAsync(theirs.Id, new LegacyProfileDto(role))));
        await world.AsAsync<ILegacyLoginAppService>(login.Company, admin, l => l.SetProfileAsync(mine.Id, new LegacyProfileDto(role)));
        (await ListAsync(world, login.Company))[0].Roles.ShouldHaveSingleItem().Id.ShouldBe(role);
        var reader = await world.PersonAsync(login.Company, StandardRoles.Reader);
        await Should.ThrowAsync<PermissionDeniedException>(() => world.AsAsync<ILegacyLoginAppService>(login.Company, reader, l => l.GetListAsync()));
    }

    private static Task<User?> FindAsync(World world, string login) => world.Host.RunAsync(
        null, null, s => s.GetRequiredService<IdentityDbContext>().Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == login));

    private static Task<IReadOnlyList<LegacyLoginDto>> ListAsync(World world, TenantInfo company) =>
        world.Host.RunAsync(company, null, s => s.GetRequiredService<LegacyLoginReader>().GetListAsync(null, CancellationToken.None));
}
