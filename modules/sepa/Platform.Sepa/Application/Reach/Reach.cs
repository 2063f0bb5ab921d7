using System.Linq.Expressions;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What of the company's accounts and remittances the current person reaches with a right.</summary>
internal sealed class Reach(IPermissionChecker permissions, ICurrentUser user) : IScopedDependency
{
    public async Task<IQueryable<CreditorAccount>> OfAsync(IQueryable<CreditorAccount> accounts, string permission, CancellationToken cancellationToken) =>
        await AccountsAsync(permission, cancellationToken) is { } within ? accounts.Where(a => within.Contains(a.Id)) : accounts;

    public async Task<IQueryable<Remittance>> OfAsync(IQueryable<Remittance> remittances, string permission, CancellationToken cancellationToken) =>
        await AccountsAsync(permission, cancellationToken) is { } within ? remittances.Where(r => within.Contains(r.CreditorAccountId)) : remittances;

    /// <summary>An account out of reach does not exist.</summary>
    public async Task RequireAccountAsync(Guid accountId, string permission, CancellationToken cancellationToken)
    {
        if (await AccountsAsync(permission, cancellationToken) is { } within && !within.Contains(accountId))
            throw new EntityNotFoundException();
    }

    /// <summary>A new account would be nobody's choice yet.</summary>
    public async Task RequireEveryAccountAsync(string permission, CancellationToken cancellationToken)
    {
        if (await AccountsAsync(permission, cancellationToken) is not null)
            throw new BusinessException(SepaErrorCodes.AccountsLimited);
    }

    /// <summary>One source of rights must allow both the account and the amount.</summary>
    public async Task RequireAmountAsync(Remittance remittance, string permission, CancellationToken cancellationToken)
    {
        if (!(await BundlesAsync(remittance, permission, cancellationToken)).Any(b => AllowsAmount(b, remittance)))
            throw TooMuch(remittance);
    }

    /// <summary>The same by a right of the person's own: a lent one signs nothing.</summary>
    public async Task RequireOwnAmountAsync(Remittance remittance, string permission, CancellationToken cancellationToken)
    {
        var able = (await BundlesAsync(remittance, permission, cancellationToken)).Where(b => AllowsAmount(b, remittance)).ToList();
        if (able.Count == 0)
            throw TooMuch(remittance);
        if (able.TrueForAll(b => b.OnBehalfOf is not null))
            throw new BusinessException(SepaErrorCodes.SignatureLent);
    }

    /// <summary>
    /// The source by which the person approves, their own first. What was lent does not approve what its lender prepared or approved:
    /// it would be the same two eyes.
    /// </summary>
    public async Task<GrantBundle> RequireApprovalAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        var able = (await BundlesAsync(remittance, SepaPermissions.Remittances.Approve, cancellationToken)).Where(b => AllowsAmount(b, remittance)).ToList();
        if (able.Count == 0)
            throw TooMuch(remittance);
        return able.Find(b => b.OnBehalfOf is not { } lender || remittance.CanBeApprovedFor(lender)) ?? throw new BusinessException(SepaErrorCodes.FourEyes);
    }

    public async Task<bool> CanApproveAsync(Remittance remittance, CancellationToken cancellationToken) =>
        remittance.CanBeApprovedBy(user.Id ?? Guid.Empty)
        && (await BundlesAsync(remittance, SepaPermissions.Remittances.Approve, cancellationToken))
            .Any(b => AllowsAmount(b, remittance) && (b.OnBehalfOf is not { } lender || remittance.CanBeApprovedFor(lender)));

    /// <summary>Those that wait for the current person; <see cref="CanApproveAsync"/> for the database.</summary>
    public async Task<IQueryable<Remittance>> ApprovableAsync(IQueryable<Remittance> remittances, CancellationToken cancellationToken)
    {
        var waiting = remittances.Where(Approvable(user.Id ?? Guid.Empty));
        var bundles = await permissions.GetBundlesAsync(SepaPermissions.Remittances.Approve, cancellationToken);
        if (bundles.Count == 0)
            return waiting.Where(_ => false);
        var ids = bundles.Select(b => Within(waiting, b)).Aggregate((a, b) => a.Union(b));
        return remittances.Where(r => ids.Contains(r.Id));
    }

    /// <summary>Those that the current person may sign, by rights of their own and if they prepared none of it.</summary>
    public async Task<IQueryable<Remittance>> SignableAsync(IQueryable<Remittance> remittances, CancellationToken cancellationToken)
    {
        var id = (user.Id ?? Guid.Empty).ToString("N");
        var waiting = remittances.Where(r => !r.Preparers.Contains(id));
        var own = (await permissions.GetBundlesAsync(SepaPermissions.Remittances.Sign, cancellationToken)).Where(b => b.OnBehalfOf is null).ToList();
        if (own.Count == 0)
            return waiting.Where(_ => false);
        var ids = own.Select(b => Within(waiting, b)).Aggregate((a, b) => a.Union(b));
        return remittances.Where(r => ids.Contains(r.Id));
    }

    private static IQueryable<Guid> Within(IQueryable<Remittance> waiting, GrantBundle bundle)
    {
        if (bundle.Limits.GetValueOrDefault(SepaDataScopes.CreditorAccounts)?.Items is { } accounts)
            waiting = waiting.Where(r => accounts.Contains(r.CreditorAccountId));
        if (bundle.Limits.GetValueOrDefault(SepaDataScopes.RemittanceAmount)?.Cents is { } most)
            waiting = waiting.Where(r => r.TotalCents <= most);
        if (bundle.OnBehalfOf is { } lender)
            waiting = waiting.Where(Approvable(lender));
        return waiting.Select(r => r.Id);
    }

    // Remittance.CanBeApprovedFor, for the database.
    private static Expression<Func<Remittance, bool>> Approvable(Guid person)
    {
        var id = person.ToString("N");
        return r => r.Status == RemittanceStatus.Submitted && !r.Preparers.Contains(id)
            && !r.Approvals.Any(a => a.Round == r.Round && (a.UserId == person || a.OnBehalfOf == person));
    }

    private Task<IReadOnlySet<Guid>?> AccountsAsync(string permission, CancellationToken cancellationToken) =>
        permissions.GetItemsAsync(SepaDataScopes.CreditorAccounts, permission, cancellationToken);

    private async Task<IEnumerable<GrantBundle>> BundlesAsync(Remittance remittance, string permission, CancellationToken cancellationToken) =>
        (await permissions.GetBundlesAsync(permission, cancellationToken)).Where(b => b.Allows(SepaDataScopes.CreditorAccounts, remittance.CreditorAccountId));

    private static bool AllowsAmount(GrantBundle bundle, Remittance remittance) => bundle.Allows(SepaDataScopes.RemittanceAmount, remittance.TotalCents);

    private static BusinessException TooMuch(Remittance remittance) =>
        new BusinessException(SepaErrorCodes.AmountAboveLimit).WithData("number", remittance.Number).WithData("amount", remittance.TotalCents / 100m);
}
