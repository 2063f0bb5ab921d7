using Microsoft.EntityFrameworkCore;

namespace Platform.Vault;

/// <summary>Plain statements: a rotation writes a hundred thousand of them.</summary>
internal static class SecretWrites
{
    /// <summary>Writes what was sealed anew, whatever the row holds now.</summary>
    public static Task WriteAsync(this VaultDbContext db, SealedSecret s, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE "VaultSecrets" SET "MasterKeyVersion" = {s.MasterKeyVersion}, "DataKeyVersion" = {s.DataKeyVersion}, "DataKeyCreatedAt" = {s.DataKeyCreatedAt},
        "WrappedDataKey" = {s.WrappedDataKey}, "Ciphertext" = {s.Ciphertext}, "Damage" = {s.Damage}, "Stamp" = {s.Stamp} WHERE "Id" = {s.Id}
        """, cancellationToken);

    /// <summary>Writes it only over what it was made of. A renewal or shredding in between wins: then nothing is written.</summary>
    public static Task WriteOverAsync(this VaultDbContext db, SealedSecret s, Guid read, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE "VaultSecrets" SET "MasterKeyVersion" = {s.MasterKeyVersion}, "DataKeyVersion" = {s.DataKeyVersion}, "DataKeyCreatedAt" = {s.DataKeyCreatedAt},
        "WrappedDataKey" = {s.WrappedDataKey}, "Ciphertext" = {s.Ciphertext}, "Damage" = {s.Damage}, "Stamp" = {s.Stamp} WHERE "Id" = {s.Id} AND "Stamp" = {read}
        """, cancellationToken);
}
