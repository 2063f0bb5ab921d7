namespace Platform.Accounting;

/// <summary>Which documents: those named, or everything new.</summary>
/// <param name="DocumentIds">At most 1,000, all of them new; null for everything new.</param>
/// <param name="From">Uploaded on this day or later, UTC. With named documents it only says what they are of.</param>
/// <param name="To">Uploaded on this day or before, UTC. As above.</param>
public sealed record HandoffChoice(IReadOnlyList<Guid>? DocumentIds = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>A handoff to be made.</summary>
/// <param name="Key">Made up by the caller, once for each handoff wanted: the same key never makes two.</param>
/// <param name="Choice">Which documents.</param>
/// <param name="LinkDays">How long the link lasts, 1 to the most days allowed; null for the default.</param>
/// <param name="Message">To the accountant, at most 1,000 characters, line breaks allowed.</param>
/// <param name="BaseId">The handoff that these are late additions to; null for none.</param>
public sealed record CreateHandoffDto(Guid Key, HandoffChoice Choice, int? LinkDays = null, string? Message = null, Guid? BaseId = null);

/// <summary>Documents of one type.</summary>
/// <param name="Type">Type.</param>
/// <param name="Count">How many.</param>
/// <param name="Size">Bytes of all.</param>
public sealed record HandoffTypeCountDto(DocumentType Type, int Count, long Size);

/// <summary>Whom a handoff is for.</summary>
/// <param name="Name">Of the firm or the contact.</param>
/// <param name="Email">Empty for an accountant who reads on the platform only.</param>
/// <param name="Language">Of the mail: "en" or "fr".</param>
public sealed record HandoffRecipientDto(string Name, string Email, string Language);

/// <summary>What a handoff would hold.</summary>
/// <param name="Recipient">Null as long as no accountant is chosen.</param>
/// <param name="Types">How many of each type, those that there are; empty for nothing new.</param>
/// <param name="FirstUpload">Of the oldest, UTC; null for none.</param>
/// <param name="LastUpload">Of the newest, UTC; null for none.</param>
/// <param name="DefaultDays">How long the link lasts unless asked otherwise.</param>
/// <param name="MostDays">The longest it may last.</param>
public sealed record HandoffPreviewDto(
    HandoffRecipientDto? Recipient, IReadOnlyList<HandoffTypeCountDto> Types, DateTime? FirstUpload, DateTime? LastUpload, int DefaultDays, int MostDays);

/// <summary>What a handoff's links are worth. Its text is "HandoffState:{name}".</summary>
public enum HandoffState
{
    /// <summary>A link opens.</summary>
    Open,

    /// <summary>The time of its links is over.</summary>
    Expired,

    /// <summary>Its links were withdrawn.</summary>
    Revoked,

    /// <summary>There is no link: the accountant reads on the platform.</summary>
    OnPlatform,
}

/// <summary>What to list.</summary>
/// <param name="Cursor">Of the page before.</param>
/// <param name="PageSize">1 to 100.</param>
public sealed record GetHandoffsInput(string? Cursor = null, int PageSize = 25);

/// <summary>A handoff in the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">1, 2, 3 … in the company.</param>
/// <param name="BaseNumber">Of the one it adds to; null for none.</param>
/// <param name="Recipient">Name.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="MadeByName">Who made it.</param>
/// <param name="Count">Documents.</param>
/// <param name="Size">Bytes of its documents.</param>
/// <param name="State">Now.</param>
/// <param name="ExpiresAt">When the last open link ends, UTC; null where none is open.</param>
/// <param name="Downloads">How often its download was started.</param>
public sealed record HandoffListDto(
    Guid Id, int Number, int? BaseNumber, string Recipient, DateTime MadeAt, string? MadeByName, int Count, long Size, HandoffState State, DateTime? ExpiresAt, int Downloads);

/// <summary>A handoff.</summary>
/// <param name="Head">As in the list.</param>
/// <param name="Recipient">As it was when the handoff was made.</param>
/// <param name="BaseId">The one it adds to; null for none.</param>
/// <param name="From">First day of what it is of; null where nobody said.</param>
/// <param name="To">Last day.</param>
/// <param name="Message">To the accountant; null for none.</param>
/// <param name="Types">How many of each type.</param>
/// <param name="Links">Newest first.</param>
/// <param name="Downloads">The latest 100, newest first.</param>
/// <param name="DefaultDays">How long another link lasts unless asked otherwise.</param>
/// <param name="MostDays">The longest it may last.</param>
public sealed record HandoffDto(
    HandoffListDto Head, HandoffRecipientDto Recipient, Guid? BaseId, DateOnly? From, DateOnly? To, string? Message, IReadOnlyList<HandoffTypeCountDto> Types,
    IReadOnlyList<HandoffLinkDto> Links, IReadOnlyList<HandoffDownloadDto> Downloads, int DefaultDays, int MostDays);

/// <summary>A link that was mailed; its address is nowhere but in the mail.</summary>
/// <param name="Recipient">Masked.</param>
/// <param name="SentAt">UTC.</param>
/// <param name="ExpiresAt">UTC, by the settings of this moment.</param>
/// <param name="State">Open, Expired or Revoked.</param>
/// <param name="Uses">Downloads that began with it.</param>
public sealed record HandoffLinkDto(string Recipient, DateTime SentAt, DateTime ExpiresAt, HandoffState State, int Uses);

/// <summary>A download that was started.</summary>
/// <param name="At">UTC.</param>
/// <param name="UserName">The member of the company; null for the holder of a link.</param>
/// <param name="ClientAddress">Network address.</param>
/// <param name="Device">User agent.</param>
public sealed record HandoffDownloadDto(DateTime At, string? UserName, string? ClientAddress, string? Device);

/// <summary>A file of the zip.</summary>
/// <param name="Name">Path within the zip.</param>
/// <param name="DocumentId">Null for what the handoff adds: the manifest and the checksums.</param>
/// <param name="Type">Null as above.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 hexadecimal digits, lower case.</param>
public sealed record HandoffItemDto(string Name, Guid? DocumentId, DocumentType? Type, long Size, string Sha256);
