using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// The way into the current company for its member who is at an address that is not on its list: a code by text message to the person or to
/// the administrators, as the company set. A code counts for ten minutes, five tries, once, and only in the session and from the network
/// that asked for it; another one takes its place. Only for sessions: an API token has nobody who could type it in.
/// </summary>
public interface IAdmissionAppService : IApplicationService
{
    /// <summary>Where the person stands.</summary>
    Task<AdmissionDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Sends a code. Call it before the first write: it counts by itself.</summary>
    /// <exception cref="BusinessException">
    /// Identity:AdmissionNobody: there is no telephone it could go to, and the administrators were told; Identity:CodeTooMany.
    /// </exception>
    Task SendAsync(CancellationToken cancellationToken = default);

    /// <summary>Lets the person in, for the session or for some days, and tells the administrators.</summary>
    /// <exception cref="InputException">Code: Identity:CodeWrong.</exception>
    Task EnterAsync(string code, CancellationToken cancellationToken = default);
}

/// <summary>Before a company's door.</summary>
/// <param name="IsAdmitted">It is open from here.</param>
/// <param name="Address">Where the person is; empty when it is not known.</param>
/// <param name="ToAdministrators">The code goes to them, else to the person.</param>
/// <param name="Number">Last digits of the person's number, where the code goes there.</param>
/// <param name="Administrators">Names of those who get the code; where nobody can get one, of those to ask.</param>
/// <param name="CanSend">There is a telephone the code can go to.</param>
/// <param name="IsSent">A code waits to be typed in.</param>
public sealed record AdmissionDto(
    bool IsAdmitted, string Address, bool ToAdministrators, string? Number, IReadOnlyList<string> Administrators, bool CanSend, bool IsSent);
