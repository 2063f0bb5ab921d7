namespace Platform.Accounting;

/// <summary>A file that is about to come.</summary>
/// <param name="Name">At most 255 characters; what stands before a slash is cut.</param>
/// <param name="Size">In bytes, 1 to 512 MiB.</param>
/// <param name="Type">What it is.</param>
public sealed record StartUploadInput(string Name, long Size, DocumentType Type = DocumentType.Other);

/// <summary>How far an upload has come.</summary>
/// <param name="Id">Names the upload in all further calls.</param>
/// <param name="Name">Of the file.</param>
/// <param name="Size">Of the file, in bytes.</param>
/// <param name="ChunkSize">Every chunk but the last has this size, in bytes.</param>
/// <param name="Received">Bytes that are durable; the next chunk begins here.</param>
/// <param name="DocumentId">What became of it; null until it is completed.</param>
public sealed record DocumentUploadDto(Guid Id, string Name, long Size, int ChunkSize, long Received, Guid? DocumentId);

/// <summary>How an upload ends.</summary>
/// <param name="KeepDuplicate">Make a second document where the inbox has the same content already.</param>
public sealed record CompleteUploadInput(bool KeepDuplicate = false);

/// <summary>What became of an upload.</summary>
/// <param name="Document">The new document, or the one that has the same content.</param>
/// <param name="IsDuplicate">
/// True where the content was there already and nothing was made: the upload waits a day to be completed with KeepDuplicate, or is discarded.
/// </param>
public sealed record UploadResultDto(DocumentDto Document, bool IsDuplicate);
