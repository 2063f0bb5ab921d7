using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Codes that prove a mailbox. A try is counted before the code is looked at, and a code is used up in one statement.</summary>
internal sealed class MigrationCodes(IdentityDbContext context, IAuditLog audit, ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    private const int Most = 1_000_000;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public static string New() => RandomNumberGenerator.GetInt32(Most).ToString($"D{LegacyMigration.CodeDigits}", CultureInfo.InvariantCulture);

    /// <summary>Whether the code may be looked at.</summary>
    public async Task<bool> CountAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = Now;
        return await context.LegacyMigrations
            .Where(m => m.SessionId == sessionId && m.CodeHash != null && m.CodeExpiresAt > now && m.CodeTries < LegacyMigration.Tries)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.CodeTries, m => m.CodeTries + 1), cancellationToken) > 0;
    }

    public async Task<bool> UseAsync(Guid sessionId, Guid company, Guid login, string hash, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(company);
        var now = Now;
        var used = await context.LegacyMigrations.Where(m => m.SessionId == sessionId && m.CodeHash == hash && m.CodeExpiresAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.CodeHash, (string?)null).SetProperty(m => m.VerifiedAt, now), cancellationToken) > 0;
        audit.Add(used ? "Identity.Migration.CodeAccepted" : "Identity.Migration.CodeFailed", nameof(User), login.ToString());
        await context.SaveChangesAsync(cancellationToken);
        return used;
    }
}
