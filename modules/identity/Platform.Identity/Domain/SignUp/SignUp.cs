using Platform.Kernel;

namespace Platform.Identity;

/// <summary>An address that somebody wants an account for. One per address; goes when the account is made, or after a day.</summary>
[HostWide("Belongs to nobody and to no company before the address is proven.")]
[DisableAuditing("The account that comes of it is on record; an address that anybody may type is not.")]
internal sealed class SignUp
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    public Guid Id { get; set; }

    public string Email { get; set; } = "";

    public string NormalizedEmail { get; set; } = "";

    public string Language { get; set; } = "en";

    public DateTime AskedAt { get; set; }
}
