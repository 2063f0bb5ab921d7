using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Codes that go out by text message or mail: one at a time for each place, ten minutes, five tries, taken once.</summary>
internal sealed class SentCodes(IdentityDbContext context, IStringEncryptionService encryption, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A new code in place of the former one.</summary>
    public async Task<(string Code, DateTime Until)> MakeAsync(CodePlace place, Guid userId, string? number, CancellationToken cancellationToken)
    {
        await Of(place).ExecuteDeleteAsync(cancellationToken);
        var (id, code, until) = (Guid.CreateVersion7(), SentCode.NewCode(), Now + SentCode.Lasts);
        context.SentCodes.Add(new SentCode
        {
            SessionId = place.SessionId,
            Purpose = place.Purpose,
            CompanyId = place.CompanyId,
            Id = id,
            UserId = userId,
            Network = place.Network,
            SealedHash = encryption.Encrypt(SentCode.HashOf(id, code), place.ToString()),
            Number = number,
            ExpiresAt = until,
        });
        await context.SaveChangesAsync(cancellationToken);
        return (code, until);
    }

    /// <summary>The code that waits to be typed in, or null.</summary>
    public Task<SentCode?> FindAsync(CodePlace place, CancellationToken cancellationToken)
    {
        var now = Now;
        return Of(place).AsNoTracking().SingleOrDefaultAsync(c => c.Network == place.Network && c.ExpiresAt > now, cancellationToken);
    }

    /// <summary>
    /// Counts the try before the code is looked at; the right one is gone afterwards. To be run in a transaction of its own: a refused
    /// request must not take the try back.
    /// </summary>
    public async Task<SentCode?> TakeAsync(CodePlace place, string code, CancellationToken cancellationToken)
    {
        var now = Now;
        var counted = await Of(place).Where(c => c.Network == place.Network && c.ExpiresAt > now && c.Tries < SentCode.MostTries)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Tries, c => c.Tries + 1), cancellationToken);
        var row = counted == 1 ? await Of(place).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        if (row is null || !IsRight(row, place, new string([.. code.Where(c => !char.IsWhiteSpace(c))])))
            return null;
        return await context.SentCodes.Where(c => c.Id == row.Id).ExecuteDeleteAsync(cancellationToken) == 1 ? row : null;
    }

    private IQueryable<SentCode> Of(CodePlace place) =>
        context.SentCodes.Where(c => c.SessionId == place.SessionId && c.Purpose == place.Purpose && c.CompanyId == place.CompanyId);

    private bool IsRight(SentCode row, CodePlace place, string code)
    {
        try
        {
            return Secrets.Matches(SentCode.HashOf(row.Id, code), encryption.Decrypt(row.SealedHash, place.ToString()));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
