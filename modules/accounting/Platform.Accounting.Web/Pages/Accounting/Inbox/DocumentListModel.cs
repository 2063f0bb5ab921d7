using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

/// <summary>The inbox or its trash: filters in the address, acts on chosen rows.</summary>
internal abstract class DocumentListModel(IDocumentAppService documents, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts) : PlatformPageModel
{
    internal const string ListId = "document-list";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Tag { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentType? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Hash { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>Below the company's root.</summary>
    public abstract string Path { get; }

    public abstract bool IsTrash { get; }

    public PagedResult<DocumentDto> Documents { get; private set; } = new([], null);

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public bool CanEdit { get; private set; }

    public bool CanHandOver { get; private set; }

    public IStringLocalizer<AccountingResource> Texts => texts;

    /// <summary>Conditions that stand in the folded part of the filters.</summary>
    public bool IsNarrowed => By is not null || From is not null || Until is not null || !string.IsNullOrEmpty(Tag) || !string.IsNullOrEmpty(Hash);

    public bool IsFiltered => IsNarrowed || !string.IsNullOrEmpty(Q) || Type is not null || State is not null;

    public string? PreviousUrl => Cursor is null ? null : UrlOf();

    public string? NextUrl => Documents.NextCursor is { } next ? UrlOf(next) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(ListId) ? Partial("_DocumentTable", this) : Page();
    }

    /// <summary>Where a form of the list posts to: back to the same rows.</summary>
    public string ActUrl(string handler) => UrlOf(Cursor, handler);

    protected IDocumentAppService Service => documents;

    protected Task<bool> IsGrantedAsync(string permission) => permissions.IsGrantedAsync(permission, HttpContext.RequestAborted);

    protected Task<IActionResult> ActAsync(string notice, IReadOnlyCollection<Guid> ids, Func<Task> act) => TryAsync(async () =>
    {
        await act();
        Notify(texts.Count(notice, ids.Count));
        return LocalRedirect(UrlOf());
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Documents = await documents.GetListAsync(new GetDocumentsInput(Q, Tag, Type, State, By, From, Until, Hash, IsTrash, Cursor), aborted);
        People = [new SelectListItem(texts["Inbox:Anybody"], ""), .. (await documents.GetPeopleAsync(aborted)).Select(p => new SelectListItem(p.Name, $"{p.Id}"))];
        CanEdit = await permissions.IsGrantedAsync(AccountingPermissions.Documents.Edit, aborted);
        CanHandOver = await permissions.IsGrantedAsync(AccountingPermissions.Handoffs.Send, aborted);
    }

    private string UrlOf(string? cursor = null, string? handler = null) => this.Link(
        Path, ("q", Q), ("tag", Tag), ("type", Type), ("state", State), ("by", By), ("from", From), ("until", Until), ("hash", Hash), ("cursor", cursor), ("handler", handler));
}
