using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Hand-over of approved bank files (SEP-10). Each remittance is handed over once, by one person in one way: a second wish is refused, a
/// repeated one answered as the first.
/// </summary>
public interface IRemittanceHandOverAppService : IApplicationService
{
    /// <summary>Ways that are open in this company: <see cref="HandOverChannels.Download"/> first, then the names of connectors.</summary>
    IReadOnlyList<string> Channels { get; }

    /// <summary>Signatures that a file needs before it is handed over (<see cref="SepaSettings.RequiredSignatures"/>).</summary>
    Task<int> GetRequiredSignaturesAsync(CancellationToken cancellationToken = default);

    /// <summary>The hand-over of a remittance, or null. Needs <see cref="SepaPermissions.Remittances.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of reach.</exception>
    Task<RemittanceHandOverDto?> FindAsync(Guid remittanceId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Hands the file with its signatures over: at once where a person takes it to the bank, in the background through a connector.
    /// Needs <see cref="SepaPermissions.Remittances.HandOver"/> for the account.
    /// </summary>
    /// <exception cref="BusinessException">
    /// Sepa:RemittanceNotApproved, Sepa:RemittanceChanged (another file than the one that was seen), Sepa:RemittanceNotSigned,
    /// Sepa:HandedOverAlready, Sepa:BankHasAnswered, Sepa:FileAltered.
    /// </exception>
    /// <exception cref="InputException">Sepa:HandOverChannel on "Channel", Sepa:Required on "Id".</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<RemittanceHandOverDto> HandOverAsync(Guid remittanceId, HandOverRemittanceDto input, CancellationToken cancellationToken = default);

    /// <summary>The file, verified, with its signatures. Needs <see cref="SepaPermissions.Remittances.Download"/>.</summary>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<RemittancePackage> OpenPackageAsync(Guid remittanceId, CancellationToken cancellationToken = default);
}

/// <summary>Ways to a bank that need no connector.</summary>
public static class HandOverChannels
{
    /// <summary>A person takes the file to the bank.</summary>
    public const string Download = "Download";
}

/// <summary>How far a hand-over is.</summary>
public enum HandOverState
{
    /// <summary>A connector will take it.</summary>
    Waiting,

    /// <summary>A connector holds it and lets it go next.</summary>
    Staged,

    /// <summary>It has left.</summary>
    Done,
}

/// <summary>A wish to hand a file over.</summary>
/// <param name="Id">Chosen by the caller (UUID): a repetition answers the first one's result.</param>
/// <param name="Channel">One of <see cref="IRemittanceHandOverAppService.Channels"/>.</param>
/// <param name="Sha256">Of the file that was seen, lower-case hexadecimal.</param>
public sealed record HandOverRemittanceDto(Guid Id, string Channel, string Sha256);

/// <summary>The hand-over of a remittance.</summary>
/// <param name="RemittanceId">Remittance.</param>
/// <param name="Channel">Way to the bank.</param>
/// <param name="State">How far it is.</param>
/// <param name="UserId">Who handed it over.</param>
/// <param name="Name">Name at that time.</param>
/// <param name="At">UTC: when it was wished.</param>
/// <param name="DoneAt">UTC: when it left.</param>
/// <param name="Sha256">Of the file, lower-case hexadecimal.</param>
/// <param name="Signatures">That went with it.</param>
/// <param name="FailedAt">UTC: when the connector last failed; it is tried again.</param>
public sealed record RemittanceHandOverDto(
    Guid RemittanceId, string Channel, HandOverState State, Guid UserId, string? Name, DateTime At, DateTime? DoneAt, string Sha256, int Signatures,
    DateTime? FailedAt);

/// <summary>A bank file being read, with its signatures; dispose the download's content.</summary>
/// <param name="Download">The file.</param>
/// <param name="Signatures">In the order in which they were given.</param>
public sealed record RemittancePackage(RemittanceDownload Download, IReadOnlyList<SignatureDownload> Signatures);
