using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Audit;
using Platform.Kernel;

namespace Platform.Accounting.Web;

[Authorize(AccountingPermissions.Documents.Default)]
internal sealed partial class DocumentPageModel(
    IDocumentAppService documents, IDocumentWorkAppService work, IBookingAppService bookings, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DocumentForm Input { get; set; } = new();

    public DocumentDto Document { get; private set; } = null!;

    /// <summary>The beginning of a document that is a text.</summary>
    public string? Text { get; private set; }

    public bool CanEdit { get; private set; }

    public bool CanReadTrail { get; private set; }

    public IStringLocalizer<AccountingResource> Texts => texts;

    public async Task OnGetAsync()
    {
        await OnReloadAsync();
        Input = new DocumentForm { Name = Document.Name, Type = Document.Type, Tags = string.Join(", ", Document.Tags), Stamp = Document.ConcurrencyStamp };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var tags = (Input.Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        await documents.UpdateAsync(Id, new UpdateDocumentInput(Input.Name ?? "", Input.Type, tags, Input.Stamp), cancellationToken);
        Notify(texts["Document:Saved"]);
        return this.Go($"inbox/{Id}");
    });

    public Task<IActionResult> OnPostTrashAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var next = await documents.GetNextAsync(Id, cancellationToken);
        await documents.TrashAsync(new DocumentsInput([Id]), cancellationToken);
        Notify(texts.Count("Inbox:Trashed", 1));
        return this.Go(next is null ? "inbox" : $"inbox/{next}");
    });

    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await documents.RestoreAsync(new DocumentsInput([Id]), cancellationToken);
        Notify(texts.Count("Inbox:Restored", 1));
        return this.Go($"inbox/{Id}");
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Document = await documents.GetAsync(Id, aborted);
        CanEdit = await permissions.IsGrantedAsync(AccountingPermissions.Documents.Edit, aborted);
        CanProcess = await permissions.IsGrantedAsync(AccountingPermissions.Documents.Process, aborted);
        CanReadTrail = await permissions.IsGrantedAsync(AuditPermissions.Trail, aborted);
        if (await permissions.IsGrantedAsync(AccountingPermissions.Bookings.Default, aborted))
            Bookings = await bookings.GetOfDocumentAsync(Id, aborted);
        Messages = await work.GetMessagesAsync(Id, aborted);
        if (DocumentPreview.IsText(Document.MediaType))
        {
            var (_, content) = await documents.OpenAsync(Id, aborted);
            await using (content)
                Text = await DocumentPreview.ReadTextAsync(content, aborted);
        }
    }
}

/// <summary>What of a document a person changes.</summary>
internal sealed class DocumentForm
{
    public string? Name { get; set; }

    public DocumentType Type { get; set; }

    /// <summary>Between commas.</summary>
    public string? Tags { get; set; }

    public Guid Stamp { get; set; }
}
