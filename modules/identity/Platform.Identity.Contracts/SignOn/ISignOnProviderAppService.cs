using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// The OpenID Connect provider of the current company or of a multi-entity group. Reading a company's needs
/// <see cref="IdentityPermissions.Security.Default"/>, changing it <see cref="IdentityPermissions.Security.Manage"/> and, since whoever runs a
/// provider can act as everybody who linked to it, every right there is in the companies it opens. A group's is for its administrators;
/// it opens those companies of the group in which who saves it holds every right. Changes ask for a fresh proof of presence.
/// </summary>
public interface ISignOnProviderAppService : IApplicationService
{
    /// <summary>What is set at this place.</summary>
    Task<SignOnPlaceDto> GetAsync(SettingPlace place, CancellationToken cancellationToken = default);

    /// <summary>Sets or changes it. Another issuer ends every link; switched off, every session it began ends.</summary>
    /// <exception cref="InputException">By field.</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    /// <exception cref="BusinessException">Identity:CannotGrantMore, Identity:SignOnNoCompany, Vault:Sealed.</exception>
    Task SetAsync(SettingPlace place, SignOnProviderInput input, CancellationToken cancellationToken = default);

    /// <summary>Removes it with all its links, the sessions it began and its secret.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    Task RemoveAsync(SettingPlace place, CancellationToken cancellationToken = default);

    /// <summary>Asks the provider for its metadata and keys and says what is wrong with them; nothing is changed.</summary>
    /// <param name="place">Where.</param>
    /// <param name="issuer">Null for the one that is set.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Codes; none when all is well.</returns>
    Task<IReadOnlyList<SignOnFindingDto>> TestAsync(SettingPlace place, string? issuer, CancellationToken cancellationToken = default);

    /// <summary>Who has linked, by name.</summary>
    Task<IReadOnlyList<SignOnPersonDto>> GetPeopleAsync(SettingPlace place, CancellationToken cancellationToken = default);

    /// <summary>Ends somebody's link and the sessions begun by it.</summary>
    /// <exception cref="EntityNotFoundException">No such link of this provider.</exception>
    Task UnlinkAsync(SettingPlace place, Guid linkId, CancellationToken cancellationToken = default);
}

/// <summary>Whether people use the provider.</summary>
public enum SignOnPolicy
{
    /// <summary>Nobody.</summary>
    Off,

    /// <summary>Who wants to.</summary>
    Allowed,

    /// <summary>
    /// Everybody but administrators, who keep their password together with a second factor: the companies do not open by a password or
    /// passkey any more.
    /// </summary>
    Required,
}

/// <summary>When a second factor of ours is asked for besides the provider.</summary>
public enum SignOnFactor
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>Unless the provider says ("amr", RFC 8176) that it asked for several factors, a one-time password, a hardware key or a smart card.</summary>
    UnlessProven,

    /// <summary>Only where a company it opens requires a second factor, whatever the provider says.</summary>
    ByPolicy,
}

/// <summary>What is set at a place.</summary>
/// <param name="Provider">Null for none.</param>
/// <param name="RedirectUri">To be registered with the provider.</param>
/// <param name="Opens">Names of the companies it opens now.</param>
/// <param name="SignInUrls">Where people of these companies begin.</param>
/// <param name="IsAvailable">False where the installation has no vault to keep the secret.</param>
public sealed record SignOnPlaceDto(
    SignOnProviderDto? Provider, string RedirectUri, IReadOnlyList<string> Opens, IReadOnlyList<string> SignInUrls, bool IsAvailable);

/// <summary>A provider without its secret.</summary>
/// <param name="Id">The provider.</param>
/// <param name="Name">As people see it.</param>
/// <param name="Issuer">Its identifier, exactly as it names itself.</param>
/// <param name="ClientId">As registered with it.</param>
/// <param name="Domains">Domains of e-mail addresses it may speak for; none for all.</param>
/// <param name="Policy">Whether people use it.</param>
/// <param name="Factor">When a second factor of ours is asked for.</param>
/// <param name="LetsInvitedIn">Invited people may accept by it, without choosing a password.</param>
/// <param name="ConcurrencyStamp">Sent back on change.</param>
public sealed record SignOnProviderDto(
    Guid Id, string Name, string Issuer, string ClientId, IReadOnlyList<string> Domains, SignOnPolicy Policy, SignOnFactor Factor, bool LetsInvitedIn,
    Guid ConcurrencyStamp);

/// <summary>A provider as wished.</summary>
/// <param name="Name">1 to 64 characters.</param>
/// <param name="Issuer">https, without query and fragment; at most 255 characters. In Development also http on this machine.</param>
/// <param name="ClientId">1 to 255 characters.</param>
/// <param name="ClientSecret">At most 1,000 characters; null keeps what is there.</param>
/// <param name="Domains">At most 20; null or empty for all.</param>
/// <param name="Policy">Whether people use it.</param>
/// <param name="Factor">When a second factor of ours is asked for.</param>
/// <param name="LetsInvitedIn">Invited people may accept by it.</param>
/// <param name="ConcurrencyStamp">Of the provider as it was read; null to overwrite whatever is there.</param>
public sealed record SignOnProviderInput(
    string? Name, string? Issuer, string? ClientId, string? ClientSecret, IReadOnlyList<string>? Domains, SignOnPolicy Policy, SignOnFactor Factor,
    bool LetsInvitedIn, Guid? ConcurrencyStamp = null)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => $"{Name}, {Issuer}";
}

/// <summary>What is wrong with a provider.</summary>
/// <param name="Code">"SignOn:Finding:..."; key of its text.</param>
/// <param name="Value">What was found instead, or null.</param>
public sealed record SignOnFindingDto(string Code, string? Value);

/// <summary>A person who has linked.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="UserId">The person.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Sign-in address.</param>
/// <param name="LinkedAt">UTC.</param>
/// <param name="LastUsedAt">UTC; null for never.</param>
public sealed record SignOnPersonDto(Guid LinkId, Guid UserId, string Name, string Email, DateTime LinkedAt, DateTime? LastUsedAt);
