using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Platform.Identity;

/// <summary>Identity's own store, with passkeys in a table of ours. Identity's passkey handler reads them here.</summary>
internal sealed class UserStore(IdentityDbContext context) : UserOnlyStore<User, IdentityDbContext, Guid, UserClaim, UserLogin, UserToken>(context)
{
    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        (await Passkeys.Where(p => p.UserId == user.Id).OrderBy(p => p.Id).ToListAsync(cancellationToken)).ConvertAll(p => p.ToInfo());

    public override Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Passkeys.Where(p => p.CredentialId == credentialId).Join(Context.Users, p => p.UserId, u => u.Id, (_, user) => user).SingleOrDefaultAsync(cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await Passkeys.SingleOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == credentialId, cancellationToken))?.ToInfo();

    public override Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Elsewhere();

    public override Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) => throw Elsewhere();

    private IQueryable<Passkey> Passkeys => Context.Passkeys.AsNoTracking();

    private static NotSupportedException Elsewhere() => new("Passkeys are added and removed by IPasskeyAppService, which asks for a fresh proof.");
}
