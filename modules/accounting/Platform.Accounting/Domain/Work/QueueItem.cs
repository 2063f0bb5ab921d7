using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>
/// A client's document as the firm's queue lists it: belongs to the firm, follows the document in the same transactions, and is shown
/// only while the person may enter the client's company.
/// </summary>
[DisableAuditing("Repeats the client's document, whose changes are audited on both sides.")]
internal sealed class QueueItem : IMultiTenant
{
    public const int SearchLength = 3 * (Document.NameLength + Accountant.NameLength);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    public Guid ClientId { get; init; }

    public Guid DocumentId { get; init; }

    public string Name { get; private set; } = "";

    public DocumentType Type { get; private set; }

    public DocumentState State { get; private set; }

    public long Size { get; init; }

    public DateTime ArrivedAt { get; init; }

    public string SearchText { get; private set; } = "";

    public void Follow(Document document, string client) =>
        (Name, Type, State, SearchText) = (document.Name, document.Type, document.State, SearchTexts.Of(document.Name, client));
}
