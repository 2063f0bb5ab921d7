using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class RecoveryCodes(IdentityDbContext context) : IScopedDependency
{
    /// <summary>New ones in place of all former ones; kept as hashes only.</summary>
    public async Task<IReadOnlyList<string>> ReplaceAsync(Guid userId, CancellationToken cancellationToken)
    {
        await context.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New()).ToList();
        context.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCode { Id = Guid.CreateVersion7(), UserId = userId, Hash = RecoveryCode.HashOf(c) }));
        await context.SaveChangesAsync(cancellationToken);
        return codes;
    }
}
