using Microsoft.EntityFrameworkCore;

namespace Platform.Vault;

internal static class SecretWrites
{
    /// <summary>Writes what was sealed anew, whatever the row holds now.</summary>
    public static Task<int> WriteAsync(this VaultDbContext db, SealedSecret secret, CancellationToken cancellationToken) =>
        WriteAsync(db.Secrets.Where(s => s.Id == secret.Id), secret, cancellationToken);

    /// <summary>Writes it only over what it was made of. A use, renewal or shredding in between wins: then nothing is written.</summary>
    public static async Task<bool> TryWriteAsync(this VaultDbContext db, SealedSecret secret, Guid read, CancellationToken cancellationToken) =>
        await WriteAsync(db.Secrets.Where(s => s.Id == secret.Id && s.Stamp == read), secret, cancellationToken) == 1;

    private static Task<int> WriteAsync(IQueryable<SealedSecret> row, SealedSecret secret, CancellationToken cancellationToken) =>
        row.ExecuteUpdateAsync(
            s => s.SetProperty(x => x.MasterKeyVersion, secret.MasterKeyVersion)
                .SetProperty(x => x.DataKeyVersion, secret.DataKeyVersion)
                .SetProperty(x => x.DataKeyCreatedAt, secret.DataKeyCreatedAt)
                .SetProperty(x => x.WrappedDataKey, secret.WrappedDataKey)
                .SetProperty(x => x.Ciphertext, secret.Ciphertext)
                .SetProperty(x => x.Damage, secret.Damage)
                .SetProperty(x => x.Stamp, secret.Stamp),
            cancellationToken);
}
