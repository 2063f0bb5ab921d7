using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What signed-in people do with their own account.</summary>
public interface IAccountAppService : IApplicationService
{
    /// <summary>The signed-in person.</summary>
    Task<ProfileDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Changes name and language. Not with a limited API token.</summary>
    /// <exception cref="InputException">Name or language refused.</exception>
    Task UpdateAsync(UpdateProfileDto input, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes the password and ends every other session. The new one obeys the strictest policy of all companies of the person.
    /// </summary>
    /// <exception cref="InputException">CurrentPassword, NewPassword or RepeatPassword refused.</exception>
    Task ChangePasswordAsync(ChangePasswordDto input, CancellationToken cancellationToken = default);

    /// <summary>The rules a new password of the signed-in person, or of a stranger, must obey.</summary>
    Task<PasswordPolicyDto> GetPasswordPolicyAsync(CancellationToken cancellationToken = default);
}

/// <summary>A person as shown to the person.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Email">Sign-in address.</param>
/// <param name="Name">Display name.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="LastSignInAt">UTC.</param>
/// <param name="PasswordChangedAt">UTC.</param>
public sealed record ProfileDto(Guid Id, string Email, string Name, string Language, DateTime? LastSignInAt, DateTime? PasswordChangedAt);

/// <summary>New name and language.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Language">A code of <see cref="Platform.Tenancy.CompanyLanguages"/>.</param>
public sealed record UpdateProfileDto(string Name, string Language);

/// <summary>A change of password.</summary>
/// <param name="CurrentPassword">Proves that the person is present; counted as a sign-in when wrong.</param>
/// <param name="NewPassword">The new one.</param>
/// <param name="RepeatPassword">The new one again.</param>
public sealed record ChangePasswordDto(string CurrentPassword, string NewPassword, string RepeatPassword);

/// <summary>The composition rules that apply, besides common and personal passwords, which are always refused.</summary>
/// <param name="MinimumLength">At least 8.</param>
/// <param name="MixedCase">Upper and lower case are needed, not just a letter.</param>
public sealed record PasswordPolicyDto(int MinimumLength, bool MixedCase);
