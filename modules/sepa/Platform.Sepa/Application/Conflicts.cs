using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal static class Conflicts
{
    /// <summary>Refuses to act on something that changed since the caller read it.</summary>
    public static void Require(this IHasConcurrencyStamp entity, Guid? asRead)
    {
        if (asRead != entity.ConcurrencyStamp)
            throw new DbUpdateConcurrencyException("The record changed since it was read.");
    }
}
