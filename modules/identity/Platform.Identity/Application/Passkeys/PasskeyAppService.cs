using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class PasskeyAppService(
    IdentityDbContext context, PasskeyMaker maker, ISecondFactorService factors, FactorRemoval removal, RecoveryCodes codes, SessionWriter sessions, IFreshProof proof,
    ICurrentUser currentUser, IAuditLog audit)
    : IPasskeyAppService
{
    public async Task<IReadOnlyList<PasskeyDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        var rows = await context.Passkeys.AsNoTracking().Where(p => p.UserId == id).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(p => new PasskeyDto(p.Id, p.Name, p.CreatedAt, p.LastUsedAt));
    }

    public async Task<PasskeyQuestion> BeginAsync(string name, CancellationToken cancellationToken = default)
    {
        await CheckAsync(currentUser.RequireFullPerson(), name, cancellationToken);
        return await maker.AskAsync(currentUser.Info);
    }

    public async Task<IReadOnlyList<string>> AddAsync(NewPasskeyDto input, CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        await CheckAsync(id, input.Name, cancellationToken);
        var passkey = await maker.MakeAsync(id, input) ?? throw new BusinessException(IdentityErrorCodes.PasskeyRefused);
        var isFirst = !await factors.IsRequiredAsync(id, cancellationToken);
        context.Passkeys.Add(passkey);
        await context.SaveChangesAsync(cancellationToken);
        Record("Identity.Passkey.Added", passkey, new AuditChange("Name", null, passkey.Name));
        await sessions.FulfilAsync(id, Obligation.SecondFactor, cancellationToken);
        if (!isFirst)
            return [];
        await removal.EndOtherSessionsAsync(id, cancellationToken);
        return await codes.ReplaceAsync(id, cancellationToken);
    }

    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var userId = currentUser.RequireFullPerson();
        var passkey = await context.Passkeys.SingleOrDefaultAsync(p => p.Id == id && p.UserId == userId, cancellationToken) ?? throw new EntityNotFoundException();
        await proof.RequireAsync(cancellationToken);
        context.Passkeys.Remove(passkey);
        await context.SaveChangesAsync(cancellationToken);
        // A token proves nothing when it is used: whoever found one must not take the second factor away.
        if (!await factors.IsRequiredAsync(userId, cancellationToken) && !await IsAtASessionAsync(userId, cancellationToken))
            throw new BusinessException(IdentityErrorCodes.PasskeyLast);
        await removal.DropUnneededCodesAsync(userId, cancellationToken);
        await removal.EndOtherSessionsAsync(userId, cancellationToken);
        Record("Identity.Passkey.Removed", passkey, new AuditChange("Name", passkey.Name, null));
    }

    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        if (!await context.Passkeys.AnyAsync(p => p.UserId == id, cancellationToken))
            throw new EntityNotFoundException();
        await proof.RequireAsync(cancellationToken);
        audit.Add("Identity.RecoveryCodes.Renewed", nameof(User), id.ToString());
        return await codes.ReplaceAsync(id, cancellationToken);
    }

    private async Task CheckAsync(Guid id, string name, CancellationToken cancellationToken)
    {
        maker.RequireAvailable();
        await proof.RequireAsync(cancellationToken);
        new InputChecks().Text(nameof(name), name, Passkey.NameLength).ThrowIfAny();
        if (await context.Passkeys.CountAsync(p => p.UserId == id, cancellationToken) >= Passkey.MostPerUser)
            throw new BusinessException(IdentityErrorCodes.PasskeyCount).WithData("count", Passkey.MostPerUser);
    }

    private Task<bool> IsAtASessionAsync(Guid userId, CancellationToken cancellationToken) =>
        context.Sessions.AnyAsync(s => s.Id == currentUser.Info.SessionId && s.UserId == userId, cancellationToken);

    private void Record(string act, Passkey passkey, AuditChange name) => audit.Add(act, nameof(User), passkey.UserId.ToString(), name);
}
