using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>A file of the inbox with what is known of it. Its content never changes and is stored once for each hash.</summary>
[Retained(120, "Accounting.Retained.Documents")]
[ExportedFile("documents/{Sha256:2}/{Sha256}", "documents/{Name}")]
internal sealed class Document : IMultiTenant, IHasConcurrencyStamp
{
    public const int NameLength = DocumentLimits.NameLength;
    public const int MediaTypeLength = 100;
    public const int HashLength = 64;
    public const int PersonLength = 256;
    public const int TagsLength = DocumentLimits.MaxTags * (DocumentLimits.TagLength + 1);

    /// <summary>Letters may fall apart into three (Unicode, NFD of Hangul).</summary>
    public const int SearchLength = 3 * (NameLength + TagsLength + 2);

    private Document()
    {
    }

    public Document(string name, DocumentType type, DocumentContent content, Guid? uploadedBy, string? uploadedByName, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (Name, Type, UploadedAt, UploadedBy, UploadedByName) = (name, type, now, uploadedBy, uploadedByName);
        (MediaType, Size, Sha256, Crc32) = (content.MediaType, content.Size, content.Sha256, content.Crc32);
        Describe(name, type, []);
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    /// <summary>As the person's computer named it; for display and download only, never a path.</summary>
    public string Name { get; private set; } = "";

    public DocumentType Type { get; private set; }

    public DocumentState State { get; private set; }

    public string MediaType { get; private set; } = "";

    public long Size { get; private set; }

    /// <summary>Lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Of the content, as a zip's directory wants it (ISO 3309).</summary>
    public long Crc32 { get; private set; }

    public DateTime UploadedAt { get; private set; }

    public Guid? UploadedBy { get; private set; }

    public string? UploadedByName { get; private set; }

    /// <summary>When no virus was found in it; null where nothing scanned it.</summary>
    public DateTime? ScannedAt { get; init; }

    /// <summary>Who mailed it, as the mail says; null where somebody uploaded it.</summary>
    public string? MailedBy { get; init; }

    public string? MailSubject { get; init; }

    public string? MailMessageId { get; init; }

    public DateTime? TrashedAt { get; private set; }

    /// <summary>One a line.</summary>
    public string Tags { get; private set; } = "";

    /// <summary>The name, then each tag between line breaks.</summary>
    [DisableAuditing("It follows from name and tags.")]
    public string SearchText { get; private set; } = "";

    public Guid ConcurrencyStamp { get; set; }

    public IReadOnlyList<string> TagList => Tags.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where its content is kept.</summary>
    public string BlobName => $"documents/{Sha256[..2]}/{Sha256}";

    /// <summary>What a tag looks like within <see cref="SearchText"/>.</summary>
    public static string SearchTag(string tag) => $"\n{SearchTexts.Normalize(tag.Trim())}\n";

    public void Describe(string name, DocumentType type, IReadOnlyList<string> tags)
    {
        (Name, Type, Tags) = (name, type, string.Join('\n', tags));
        SearchText = $"{SearchTexts.Normalize(name)}\n{SearchTexts.Normalize(Tags)}\n";
    }

    public void Trash(DateTime now)
    {
        if (State != DocumentState.New)
            throw new BusinessException(AccountingErrorCodes.DocumentKept).WithData("name", Name);
        TrashedAt ??= now;
    }

    public void Restore(DateTime now)
    {
        if (TrashedAt <= now.AddDays(-DocumentLimits.TrashDays))
            throw new BusinessException(AccountingErrorCodes.TrashOver).WithData("name", Name);
        TrashedAt = null;
    }

    public void MarkSent()
    {
        if (State == DocumentState.New)
            State = DocumentState.Sent;
    }

    /// <summary>Also while a question is open: the accountant found the answer.</summary>
    public void Accept() => Move(DocumentState.Accepted, DocumentState.Sent, DocumentState.Questioned);

    public void Ask() => Move(DocumentState.Questioned, DocumentState.Sent, DocumentState.Accepted);

    public void Book() => Move(DocumentState.Booked, DocumentState.Sent, DocumentState.Accepted, DocumentState.Questioned);

    /// <summary>The document waits for the accountant again.</summary>
    public void Answer() => State = State == DocumentState.Questioned
        ? DocumentState.Sent
        : throw new BusinessException(AccountingErrorCodes.NoQuestion).WithData("name", Name);

    private void Move(DocumentState to, params ReadOnlySpan<DocumentState> from)
    {
        if (State != to && !from.Contains(State))
            throw new BusinessException(AccountingErrorCodes.WorkState).WithData("name", Name);
        State = to;
    }
}

/// <summary>Content that was received whole.</summary>
/// <param name="MediaType">By what the content is, not by what was said of it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Crc32">ISO 3309.</param>
internal sealed record DocumentContent(string MediaType, long Size, string Sha256, long Crc32);
