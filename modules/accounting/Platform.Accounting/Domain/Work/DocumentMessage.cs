using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>A question about a document, or the answer; never changed.</summary>
[AppendOnly]
internal sealed class DocumentMessage : IMultiTenant
{
    public const int TextLength = 2000;

    private DocumentMessage()
    {
    }

    public DocumentMessage(Guid documentId, bool isFromAccountant, string? text, CurrentUserInfo by, DateTime now)
    {
        Id = Guid.CreateVersion7(now);
        (DocumentId, IsFromAccountant, Text, At, By, Firm) = (documentId, isFromAccountant, text?.Trim() ?? "", now, by.Name, by.ActingFor?.Firm.Name);
        var code = Text.Length == 0 ? AccountingErrorCodes.Required
            : Text.Length > TextLength ? AccountingErrorCodes.Max2000
            : Text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? AccountingErrorCodes.Characters
            : null;
        if (code is not null)
            throw new InputException(new FieldError(nameof(Text), code, Text.Length > 100 ? Text[..100] : Text));
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    public Guid DocumentId { get; private set; }

    public bool IsFromAccountant { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }

    public string? By { get; private set; }

    public string? Firm { get; private set; }
}
