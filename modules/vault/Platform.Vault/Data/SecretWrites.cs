using Microsoft.EntityFrameworkCore;

namespace Platform.Vault;

/// <summary>Plain statements: a rotation writes a hundred thousand of them.</summary>
internal static class SecretWrites
{
    private const string Update =
        """
        UPDATE "VaultSecrets" SET "MasterKeyVersion" = {0}, "DataKeyVersion" = {1}, "DataKeyCreatedAt" = {2}, "WrappedDataKey" = {3},
        "Ciphertext" = {4}, "Damage" = {5}, "Stamp" = {6} WHERE "Id" = {7}
        """;

    /// <summary>Writes what was sealed anew, whatever the row holds now.</summary>
    public static Task WriteAsync(this VaultDbContext db, SealedSecret secret, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(Update, Values(secret), cancellationToken);

    /// <summary>Writes it only over what it was made of. A renewal or shredding in between wins: then nothing is written.</summary>
    public static Task WriteOverAsync(this VaultDbContext db, SealedSecret secret, Guid read, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(Update + """ AND "Stamp" = {8}""", [.. Values(secret), read], cancellationToken);

    private static object[] Values(SealedSecret s) =>
        [s.MasterKeyVersion, s.DataKeyVersion, s.DataKeyCreatedAt, s.WrappedDataKey, s.Ciphertext, s.Damage!, s.Stamp, s.Id];
}
