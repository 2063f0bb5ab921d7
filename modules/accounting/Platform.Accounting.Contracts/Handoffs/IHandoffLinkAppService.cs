using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>What the holder of a mailed link gets, without signing in: the link is the authority.</summary>
public interface IHandoffLinkAppService : IApplicationService
{
    /// <summary>What the link leads to. Counts no use.</summary>
    /// <exception cref="DeadLinkException">Expired, revoked, or never a link.</exception>
    Task<HandoffToCollectDto> LookAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>
    /// The zip. A start is a use of the link, recorded in the company that made the handoff with the network address and the device. What resumes a start
    /// of the same link, address and device within a day is none.
    /// </summary>
    /// <exception cref="DeadLinkException">As above.</exception>
    Task<HandoffZip> DownloadAsync(string token, HandoffZipRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A handoff that waits for whoever holds its link.</summary>
/// <param name="Company">Whose documents they are.</param>
/// <param name="Number">Of the company's handoffs.</param>
/// <param name="BaseNumber">Of the one it adds to; null for none.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Types">How many of each type.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record HandoffToCollectDto(string Company, int Number, int? BaseNumber, DateTime MadeAt, IReadOnlyList<HandoffTypeCountDto> Types, DateTime ExpiresAt);

/// <summary>How a zip is asked for.</summary>
/// <param name="IsHead">Only its length and names are: no download.</param>
/// <param name="From">First byte asked for; null for the whole, or where nothing says.</param>
/// <param name="IfRange">Entity tag that the range holds for (RFC 9110, 13.1.5); null for none.</param>
public sealed record HandoffZipRequest(bool IsHead = false, long? From = null, string? IfRange = null);

/// <summary>A handoff's zip; the receiver disposes the content.</summary>
/// <param name="FileName">ASCII: "company-documents-003-2026-07-31.zip".</param>
/// <param name="EntityTag">With its quotation marks; strong: the same tag is the same bytes.</param>
/// <param name="At">UTC, to the second.</param>
/// <param name="Content">
/// Can be sought, knows its length, and reads a document when its bytes are asked for. Breaks off with an <see cref="IOException"/> where a document is not what it was.
/// </param>
public sealed record HandoffZip(string FileName, string EntityTag, DateTime At, Stream Content);
