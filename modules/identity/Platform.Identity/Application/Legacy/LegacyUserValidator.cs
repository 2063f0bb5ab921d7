using Microsoft.AspNetCore.Identity;

namespace Platform.Identity;

/// <summary>UserManager's rules, but for old logins: their sign-in address is none, and the import has checked what it is.</summary>
internal sealed class LegacyUserValidator(IdentityErrorDescriber errors) : UserValidator<User>(errors)
{
    public override Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user) =>
        user.LegacyCompanyId is null ? base.ValidateAsync(manager, user) : Task.FromResult(IdentityResult.Success);
}
