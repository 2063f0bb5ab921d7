using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Codes that prove a mailbox, for a session wherever it is.</summary>
internal sealed class MigrationCodes(IdentityDbContext context, SentCodes codes, IAuditLog audit, ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    /// <summary>A new code in place of the former one, whatever mailbox that was for.</summary>
    public async Task<string> MakeAsync(LegacyMigration row, CancellationToken cancellationToken) =>
        (await codes.MakeAsync(PlaceOf(row), row.UserId, number: null, cancellationToken)).Code;

    /// <summary>Whether the code proves the mailbox. To be run in a transaction of its own.</summary>
    public async Task<bool> UseAsync(LegacyMigration row, Guid company, string code, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(company);
        // What is not looked at leaves no entry either.
        if (await codes.FindAsync(PlaceOf(row), cancellationToken) is not { Tries: < SentCode.MostTries })
            return false;
        var now = clock.GetUtcNow().UtcDateTime;
        var used = await codes.TakeAsync(PlaceOf(row), code, cancellationToken) is not null
            && await context.LegacyMigrations.Where(m => m.SessionId == row.SessionId && m.Email == row.Email)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.VerifiedAt, now), cancellationToken) > 0;
        audit.Add(used ? "Identity.Migration.CodeAccepted" : "Identity.Migration.CodeFailed", nameof(User), row.UserId.ToString());
        return used;
    }

    private static CodePlace PlaceOf(LegacyMigration row) => new(row.SessionId, CodePlace.Migration, Guid.Empty, "");
}
