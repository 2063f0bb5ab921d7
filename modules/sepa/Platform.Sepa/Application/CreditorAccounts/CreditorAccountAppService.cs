using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class CreditorAccountAppService(
    SepaDbContext db, Reach reach, CreditorChanges changes, IUnitOfWork unitOfWork, IPermissionChecker permissions, IFreshProof proof, ICurrentUser user, TimeProvider clock) : ICreditorAccountAppService
{
    public async Task<IReadOnlyList<CreditorAccountDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.CreditorAccounts.Default, cancellationToken);
        var reachable = await reach.OfAsync(db.CreditorAccounts.AsNoTracking(), SepaPermissions.CreditorAccounts.Default, cancellationToken);
        var accounts = await reachable.OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        return [.. accounts.Select(a => a.ToDto())];
    }

    public async Task<CreditorAccountDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.CreditorAccounts.Default, cancellationToken);
        return (await LoadAsync(id, SepaPermissions.CreditorAccounts.Default, cancellationToken)).ToDto();
    }

    public async Task<CreditorAccountDto> CreateAsync(SaveCreditorAccountDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.CreditorAccounts.Edit, cancellationToken);
        await reach.RequireEveryAccountAsync(SepaPermissions.CreditorAccounts.Edit, cancellationToken);
        var account = db.CreditorAccounts.Add(new CreditorAccount(CreditorAccountReader.Read(input), Actor.Of(user), Now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return account.ToDto();
    }

    public async Task<CreditorAccountDto> UpdateAsync(Guid id, SaveCreditorAccountDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.CreditorAccounts.Edit, cancellationToken);
        var account = await LoadAsync(id, SepaPermissions.CreditorAccounts.Edit, cancellationToken);
        account.Require(input.ConcurrencyStamp);
        account.Update(CreditorAccountReader.Read(input), Actor.Of(user), Now);
        await db.SaveChangesAsync(cancellationToken);
        return account.ToDto();
    }

    public async Task<CreditorAccountDto> ApproveAsync(Guid id, Guid concurrencyStamp, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.CreditorAccounts.Approve, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var account = await LoadAsync(id, SepaPermissions.CreditorAccounts.Approve, cancellationToken);
        account.Require(concurrencyStamp);
        var change = account.CreditorChange(Actor.Of(user), Now);
        account.Approve(Actor.Of(user), Now);
        if (change is not null)
            await changes.FollowAsync(account, change, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return account.ToDto();
    }

    public async Task<CreditorAccountDto> CloseAsync(Guid id, Guid concurrencyStamp, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.CreditorAccounts.Edit, cancellationToken);
        var account = await LoadAsync(id, SepaPermissions.CreditorAccounts.Edit, cancellationToken);
        account.Require(concurrencyStamp);
        account.Close();
        await db.SaveChangesAsync(cancellationToken);
        return account.ToDto();
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<CreditorAccount> LoadAsync(Guid id, string permission, CancellationToken cancellationToken) =>
        await (await reach.OfAsync(db.CreditorAccounts, permission, cancellationToken)).SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
        ?? throw new EntityNotFoundException();
}
