using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>An old login on its way, as the current session sees it.</summary>
/// <param name="Login">Its person.</param>
/// <param name="Account">What is known of it.</param>
/// <param name="Row">What this session typed and proved; null for nothing yet.</param>
/// <param name="Company">Its company.</param>
/// <param name="IsVerified">The mailbox was proven, not too long ago.</param>
/// <param name="Existing">The account of the proven address.</param>
/// <param name="Means">Second factors of that account, once its password was given.</param>
internal sealed record LegacyMove(
    User Login, LegacyAccount Account, LegacyMigration? Row, TenantInfo Company, bool IsVerified, User? Existing, FactorMeans? Means)
{
    public bool NeedsProof => IsVerified && !Account.Knows(Row!.Email);

    public MigrationStep Step => this switch
    {
        { Account.IsOpen: false } => MigrationStep.Done,
        { IsVerified: false } => Row is { VerifiedAt: null } ? MigrationStep.Code : MigrationStep.Email,
        { Existing: { } account } when Row!.JoinedId != account.Id => MigrationStep.Account,
        { Means.Any: true, Row.FactorProven: false } => MigrationStep.Factor,
        { Existing: null, Row.PasswordHash: null } => MigrationStep.Identity,
        { NeedsProof: true, Row.CustomerProven: false } => MigrationStep.Proof,
        _ => MigrationStep.Terms,
    };

    /// <summary>The step must have been reached, whatever comes after it.</summary>
    public LegacyMigration Require(MigrationStep step) => Step switch
    {
        MigrationStep.Done => throw new BusinessException(IdentityErrorCodes.MigrationDone),
        var reached when reached < step => throw new BusinessException(IdentityErrorCodes.MigrationUnfinished),
        _ => Row!,
    };
}

/// <summary>Finds the migration of the signed-in old login.</summary>
internal sealed class Migrations(
    IdentityDbContext context, ISecondFactorService factors, ITenantStore tenants, ILookupNormalizer normalizer, ICurrentTenant tenant, ICurrentUser currentUser,
    TimeProvider clock) : IScopedDependency
{
    public Guid SessionId => currentUser.Info.SessionId ?? throw new PermissionDeniedException("Platform.SignedIn");

    public async Task<LegacyMove> LoadAsync(CancellationToken cancellationToken)
    {
        var id = currentUser.RequireFullPerson();
        var login = await context.Users.SingleOrDefaultAsync(u => u.Id == id && u.IsActive, cancellationToken);
        if (login?.LegacyCompanyId is not { } companyId || await tenants.FindByIdAsync(companyId, cancellationToken) is not { } company)
            throw new EntityNotFoundException();
        // Taken out of the company, it leads nobody into it any more.
        if (!await tenants.IsMemberAsync(id, companyId, cancellationToken))
            throw new EntityNotFoundException();
        using var current = tenant.Change(company);
        var account = await context.LegacyAccounts.SingleOrDefaultAsync(a => a.UserId == id, cancellationToken) ?? throw new EntityNotFoundException();
        var row = await context.LegacyMigrations.SingleOrDefaultAsync(m => m.SessionId == SessionId && m.UserId == id, cancellationToken);
        var verified = row?.IsVerified(clock.GetUtcNow().UtcDateTime) == true;
        var existing = verified ? await FindAccountAsync(row!.Email, cancellationToken) : null;
        var joined = existing is not null && row!.JoinedId == existing.Id;
        return new LegacyMove(login, account, row, company, verified, existing, joined ? await factors.GetMeansAsync(existing!.Id, cancellationToken) : null);
    }

    private Task<User?> FindAccountAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeEmail(email);
        return context.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, cancellationToken);
    }
}
