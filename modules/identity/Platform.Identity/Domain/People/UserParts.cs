using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Identity;

[HostWide("Part of a host-wide person.")]
internal sealed class UserClaim : IdentityUserClaim<Guid>
{
    // Identity's own key is a number made by the database, which the two databases make differently.
    public Guid RowId { get; set; } = Guid.CreateVersion7();
}

[HostWide("Part of a host-wide person.")]
internal sealed class UserLogin : IdentityUserLogin<Guid>;

[HostWide("Part of a host-wide person.")]
internal sealed class UserToken : IdentityUserToken<Guid>
{
    [DisableAuditing("Secret.")]
    public override string? Value { get; set; }
}
