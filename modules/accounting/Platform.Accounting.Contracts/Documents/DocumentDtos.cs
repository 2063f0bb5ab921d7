namespace Platform.Accounting;

/// <summary>A document of the inbox.</summary>
/// <param name="Id">Ascending in the order of arrival.</param>
/// <param name="Name">As the person's computer named it, or as it was renamed; for display and download, never a path.</param>
/// <param name="Type">What it is.</param>
/// <param name="State">How far it has come.</param>
/// <param name="MediaType">By its content; application/octet-stream where that is not recognised.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Tags">As they were typed.</param>
/// <param name="UploadedAt">UTC.</param>
/// <param name="UploadedBy">Null for the system.</param>
/// <param name="UploadedByName">Null for the system.</param>
/// <param name="ScannedAt">When no virus was found in it, UTC; null where nothing scanned it.</param>
/// <param name="TrashedAt">UTC; null outside the trash.</param>
/// <param name="ConcurrencyStamp">Give it back with a change.</param>
/// <param name="Mail">How it came by e-mail; null where somebody uploaded it.</param>
public sealed record DocumentDto(
    Guid Id,
    string Name,
    DocumentType Type,
    DocumentState State,
    string MediaType,
    long Size,
    string Sha256,
    IReadOnlyList<string> Tags,
    DateTime UploadedAt,
    Guid? UploadedBy,
    string? UploadedByName,
    DateTime? ScannedAt,
    DateTime? TrashedAt,
    Guid ConcurrencyStamp,
    DocumentMailDto? Mail = null);

/// <summary>The mail that brought a document.</summary>
/// <param name="From">Address of the sender, as the mail says it: it proves nothing.</param>
/// <param name="Subject">In one line; empty for none.</param>
/// <param name="MessageId">Without the brackets; empty for none.</param>
public sealed record DocumentMailDto(string From, string Subject, string MessageId);

/// <summary>Which documents; all conditions hold together.</summary>
/// <param name="Search">Words of name or tags, in any order, whatever the case and accents; at most five count.</param>
/// <param name="Tag">One tag, whole, whatever the case and accents.</param>
/// <param name="Type">Of this type.</param>
/// <param name="State">In this state.</param>
/// <param name="UploadedBy">By this person.</param>
/// <param name="From">First day of arrival, UTC.</param>
/// <param name="Until">Last day of arrival, UTC.</param>
/// <param name="Hash">First characters of the SHA-256, hexadecimal.</param>
/// <param name="Trashed">Those in the trash instead of the others.</param>
/// <param name="Cursor">Of the page before; null for the first.</param>
/// <param name="PageSize">1 to 200.</param>
public sealed record GetDocumentsInput(
    string? Search = null,
    string? Tag = null,
    DocumentType? Type = null,
    DocumentState? State = null,
    Guid? UploadedBy = null,
    DateOnly? From = null,
    DateOnly? Until = null,
    string? Hash = null,
    bool Trashed = false,
    string? Cursor = null,
    int PageSize = 25);

/// <summary>What may be changed of a document.</summary>
/// <param name="Name">At most 255 characters; what stands before a slash is cut.</param>
/// <param name="Type">What it is.</param>
/// <param name="Tags">At most 10 of at most 30 characters; the same tag twice counts once.</param>
/// <param name="ConcurrencyStamp">As it was read.</param>
public sealed record UpdateDocumentInput(string Name, DocumentType Type, IReadOnlyList<string> Tags, Guid ConcurrencyStamp);

/// <summary>Documents that something is done with, all or none.</summary>
/// <param name="Ids">1 to 200.</param>
public sealed record DocumentsInput(IReadOnlyList<Guid> Ids);

/// <summary>Documents that become of one type.</summary>
/// <param name="Ids">1 to 200.</param>
/// <param name="Type">The new type.</param>
public sealed record SetDocumentTypeInput(IReadOnlyList<Guid> Ids, DocumentType Type);

/// <summary>Documents that get one more tag.</summary>
/// <param name="Ids">1 to 200.</param>
/// <param name="Tag">At most 30 characters.</param>
public sealed record TagDocumentsInput(IReadOnlyList<Guid> Ids, string Tag);

/// <summary>The bytes of a document.</summary>
/// <param name="Document">What is known of it.</param>
/// <param name="Content">Can seek; the caller disposes.</param>
public sealed record DocumentDownload(DocumentDto Document, Stream Content);

/// <summary>Somebody who uploaded documents.</summary>
/// <param name="Id">Of the person.</param>
/// <param name="Name">As it was with the last document.</param>
public sealed record DocumentPersonDto(Guid Id, string Name);
