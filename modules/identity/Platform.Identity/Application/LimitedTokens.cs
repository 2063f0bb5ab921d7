using Platform.Kernel;

namespace Platform.Identity;

internal static class LimitedTokens
{
    /// <summary>The signed-in person, unless acting through a token limited to scopes or a company: that one must not widen itself.</summary>
    public static Guid RequireFullPerson(this ICurrentUser user) => user switch
    {
        { Id: null } => throw new PermissionDeniedException("Platform.SignedIn"),
        { Info.Scopes: not null } => throw new BusinessException(IdentityErrorCodes.TokenLimited),
        _ => user.Id.Value,
    };

    /// <summary>The signed-in person.</summary>
    public static Guid RequirePerson(this ICurrentUser user) => user.Id ?? throw new PermissionDeniedException("Platform.SignedIn");
}
