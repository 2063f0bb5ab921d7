using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Whoever runs a provider must not bind the person to more than it opens: links are made in a session of the person's own.</summary>
internal sealed class OwnSession(IdentityDbContext context, ICurrentUser currentUser) : IScopedDependency
{
    /// <summary>The signed-in person.</summary>
    /// <exception cref="BusinessException">Identity:SignOnLimited: a provider began this session. Identity:TokenLimited.</exception>
    public async Task<Guid> RequireAsync(CancellationToken cancellationToken)
    {
        var id = currentUser.RequireFullPerson();
        return await context.Sessions.AnyAsync(s => s.Id == currentUser.Info.SessionId && s.SignOnLinkId != null, cancellationToken)
            ? throw new BusinessException(IdentityErrorCodes.SignOnLimited)
            : id;
    }
}
