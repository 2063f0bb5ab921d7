using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

internal sealed class MigrationAppService(
    IdentityDbContext context, Migrations migrations, MigrationCodes codes, MigrationCompletion completion, NewAdministrators administrators, CustomerProofs proofs, UserManager<User> users,
    PasswordPolicies policies, ISignInService signIn, ISecondFactorService factors, IPasskeyService passkeys, OwnTransaction own, Mails mails,
    ILookupNormalizer normalizer, IUnitOfWork unitOfWork, ICurrentTenant tenant, ICurrentUser currentUser, IAuditLog audit, TimeProvider clock) : IMigrationAppService
{
    public async Task<MigrationDto> GetAsync(CancellationToken cancellationToken = default)
    {
        var migration = await migrations.LoadAsync(cancellationToken);
        using var current = tenant.Change(migration.Company);
        var policy = await policies.GetAsync(migration.Existing?.Id, cancellationToken);
        return new MigrationDto(
            migration.Step, migration.Login.Email!, migration.Company.Name, migration.Row?.Email, migration.Row?.Name, migration.Existing is not null, migration.Means,
            migration.NeedsProof, new PasswordPolicyDto(policy.MinimumLength, policy.MixedCase), migration.Login.LegacyClosesAt);
    }

    public async Task PostponeAsync(CancellationToken cancellationToken = default)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        var migration = await migrations.LoadAsync(cancellationToken);
        using var current = tenant.Change(migration.Company);
        if (await context.Sessions.SingleOrDefaultAsync(s => s.Id == migrations.SessionId, cancellationToken) is { } session)
            session.Owes &= ~Obligation.Migration;
        if (migration.Account.IsOpen)
            migration.Account.State = LegacyState.Postponed;
        audit.Add("Identity.Migration.Postponed", nameof(User), migration.Login.Id.ToString());
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task SendCodeAsync(MigrationEmailDto input, CancellationToken cancellationToken = default)
    {
        new InputChecks().Email(nameof(input.Email), input.Email).ThrowIfAny();
        var email = input.Email.Trim();
        (await migrations.LoadAsync(cancellationToken)).Require(MigrationStep.Email);
        await CountMailAsync(FailureCounter.CodeKey(currentUser.Id!.Value), cancellationToken);
        await CountMailAsync(FailureCounter.ResetKey(normalizer.NormalizeEmail(email)), cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var migration = await migrations.LoadAsync(cancellationToken);
        using var current = tenant.Change(migration.Company);
        var row = migration.Row ?? context.LegacyMigrations.Add(new LegacyMigration { SessionId = migrations.SessionId, UserId = migration.Login.Id }).Entity;
        row.Begin(email, clock.GetUtcNow().UtcDateTime);
        migration.Account.State = LegacyState.InProgress;
        audit.Add("Identity.Migration.CodeSent", nameof(User), migration.Login.Id.ToString());
        await context.SaveChangesAsync(cancellationToken);
        var code = await codes.MakeAsync(row, cancellationToken);
        await mails.QueueAsync(email, Language, "MigrationCode", [], [code, migration.Login.Email!, migration.Company.Name], cancellationToken);
    }

    public async Task VerifyCodeAsync(MigrationCodeDto input, CancellationToken cancellationToken = default)
    {
        var migration = await migrations.LoadAsync(cancellationToken);
        var row = migration.Require(MigrationStep.Code);
        var proven = await own.RunAsync<MigrationCodes, bool>(c => c.UseAsync(row, migration.Company.Id, input.Code ?? "", cancellationToken), cancellationToken);
        new InputChecks().When(!proven, nameof(input.Code), IdentityErrorCodes.MigrationCodeWrong).ThrowIfAny();
    }

    public async Task ChooseIdentityAsync(NewAccountDto input, CancellationToken cancellationToken = default)
    {
        var migration = await migrations.LoadAsync(cancellationToken);
        var row = migration.Require(MigrationStep.Identity);
        if (migration.Existing is not null)
            throw new BusinessException(IdentityErrorCodes.MigrationUnfinished);
        new InputChecks()
            .Text(nameof(input.Name), input.Name, User.NameLength)
            .When(string.IsNullOrEmpty(input.Password), nameof(input.Password), IdentityErrorCodes.Required)
            .Same(nameof(input.RepeatPassword), input.Password, input.RepeatPassword)
            .ThrowIfAny();
        using var current = tenant.Change(migration.Company);
        var person = User.New(row.Email, input.Name.Trim(), Language, clock.GetUtcNow().UtcDateTime);
        foreach (var validator in users.PasswordValidators)
            (await validator.ValidateAsync(users, person, input.Password)).ThrowUnlessSucceeded(nameof(input.Password));
        (row.Name, row.PasswordHash) = (person.Name, users.PasswordHasher.HashPassword(person, input.Password));
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task JoinAsync(MigrationJoinDto input, CancellationToken cancellationToken = default)
    {
        var migration = await RequireAccountAsync(cancellationToken);
        var person = await signIn.SignInAsync(new SignInRequest(migration.Row!.Email, input.Password ?? ""), cancellationToken);
        new InputChecks().When(person?.UserId != migration.Existing!.Id, nameof(input.Password), IdentityErrorCodes.SignInRefused).ThrowIfAny();
        migration.Row.JoinedId = person!.UserId;
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task ProveFactorAsync(MigrationCodeDto input, CancellationToken cancellationToken = default) => ProveFactorAsync(
        id => factors.VerifyAsync(id, input.Code ?? "", cancellationToken), nameof(input.Code), IdentityErrorCodes.CodeWrong, cancellationToken);

    public async Task<PasskeyQuestion> AskPasskeyAsync(CancellationToken cancellationToken = default) =>
        await passkeys.AskAsync((await RequireJoinedAsync(cancellationToken)).Existing!.Id, cancellationToken);

    public Task ProvePasskeyAsync(PasskeyAnswer answer, CancellationToken cancellationToken = default) => ProveFactorAsync(
        id => passkeys.VerifyAsync(id, answer, cancellationToken), "", IdentityErrorCodes.PasskeyRefused, cancellationToken);

    public async Task ProveCustomerAsync(MigrationProofDto input, CancellationToken cancellationToken = default)
    {
        var migration = await migrations.LoadAsync(cancellationToken);
        var row = migration.Require(MigrationStep.Proof);
        new InputChecks()
            .Text(nameof(input.CustomerCode), input.CustomerCode, LegacyCsv.LongestNumber)
            .Text(nameof(input.Number), input.Number, LegacyCsv.LongestNumber)
            .ThrowIfAny();
        var proven = await proofs.CheckAsync(migration.Account, input, cancellationToken);
        new InputChecks().When(!proven, nameof(input.Number), IdentityErrorCodes.MigrationProofWrong).ThrowIfAny();
        row.CustomerProven = true;
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task<CompletedMigrationDto> CompleteAsync(AcceptTermsDto input, CancellationToken cancellationToken = default) => completion.CompleteAsync(input, cancellationToken);

    public Task<IReadOnlyList<MigratedCompanyDto>> GetCompletedAsync(CancellationToken cancellationToken = default) => administrators.GetCompaniesAsync(cancellationToken);

    public Task BecomeAdministratorAsync(Guid companyId, CancellationToken cancellationToken = default) => administrators.BecomeAsync(companyId, cancellationToken);

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var language && CompanyLanguages.All.Contains(language) ? language : "en";

    private async Task CountMailAsync(string key, CancellationToken cancellationToken)
    {
        if (!await own.RunAsync<FailureCounters, bool>(c => c.CountAsync(key, network: null, cancellationToken), cancellationToken))
            throw new BusinessException(IdentityErrorCodes.CodeLimit);
    }

    private async Task ProveFactorAsync(Func<Guid, Task<bool>> verify, string field, string refusal, CancellationToken cancellationToken)
    {
        var migration = await RequireJoinedAsync(cancellationToken);
        new InputChecks().When(!await verify(migration.Existing!.Id), field, refusal).ThrowIfAny();
        migration.Row!.FactorProven = true;
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<LegacyMove> RequireAccountAsync(CancellationToken cancellationToken)
    {
        var migration = await migrations.LoadAsync(cancellationToken);
        migration.Require(MigrationStep.Identity);
        return migration.Existing is null ? throw new BusinessException(IdentityErrorCodes.MigrationUnfinished) : migration;
    }

    private async Task<LegacyMove> RequireJoinedAsync(CancellationToken cancellationToken) =>
        await RequireAccountAsync(cancellationToken) is { Means: not null } joined ? joined : throw new BusinessException(IdentityErrorCodes.MigrationUnfinished);
}
