using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// The telephone number of the signed-in person: it gets the codes that open companies from unknown addresses. It counts once a code sent to
/// it was typed in. Not with a limited API token.
/// </summary>
public interface IPhoneAppService : IApplicationService
{
    /// <summary>What is known, masked.</summary>
    Task<PhoneDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends a code to the number; the former number stays until it is confirmed. Asks for a fresh proof of presence. Call it before the first
    /// write: it counts by itself.
    /// </summary>
    /// <param name="number">With its country code: "+33 6 12 34 56 78"; of a mobile telephone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InputException">Number: Identity:PhoneFormat.</exception>
    /// <exception cref="BusinessException">
    /// Identity:PhoneUnavailable: the installation sends no text messages; Identity:PhoneFromUnknownAddress: else whoever knows the password
    /// could let themselves in by a telephone of theirs; Identity:CodeTooMany.
    /// </exception>
    Task SetAsync(string? number, CancellationToken cancellationToken = default);

    /// <summary>The number counts from now on; the person is told by mail.</summary>
    /// <exception cref="InputException">Code: Identity:CodeWrong.</exception>
    Task ConfirmAsync(string? code, CancellationToken cancellationToken = default);

    /// <summary>Forgets the number. Asks for a fresh proof of presence.</summary>
    Task RemoveAsync(CancellationToken cancellationToken = default);
}

/// <summary>A person's telephone.</summary>
/// <param name="Number">Country code and last digits of the confirmed number, or null.</param>
/// <param name="Pending">The same of the number that waits for its code in this session, or null.</param>
/// <param name="IsAvailable">The installation sends text messages.</param>
public sealed record PhoneDto(string? Number, string? Pending, bool IsAvailable);
