using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Mandates.Default)]
internal sealed class MandatesModel(IMandateAppService mandates, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public MandateStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public SddScheme? Scheme { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Import { get; set; }

    [BindProperty(SupportsGet = true)]
    public MandateSort Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<MandateListDto> Mandates { get; private set; } = new([], null);

    public MandateDto? Detail { get; private set; }

    public bool CanEdit { get; private set; }

    public bool CanImport { get; private set; }

    public IStringLocalizer<SepaResource> Texts => texts;

    public bool IsFiltered => !string.IsNullOrEmpty(Q) || Status is not null || Scheme is not null || Import is not null;

    public string FirstUrl => UrlOf(Sort, null);

    public string? NextUrl => Mandates.NextCursor is { } next ? UrlOf(Sort, next) : null;

    public string UrlOf(MandateSort sort, string? cursor = null) => this.Link(
        "mandates", ("q", Q), ("status", Status), ("scheme", Scheme), ("import", Import), ("sort", sort == MandateSort.Newest ? null : sort), ("cursor", cursor));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Mandates = await mandates.GetListAsync(new GetMandatesInput(Q, Status, Scheme, Import, Sort, Cursor), cancellationToken);
        CanEdit = await permissions.IsGrantedAsync(SepaPermissions.Mandates.Edit, cancellationToken);
        CanImport = await permissions.IsGrantedAsync(SepaPermissions.Imports.Default, cancellationToken);
        return IsHtmx("mandate-list") ? Partial("_MandateTable", this) : Page();
    }

    public async Task<IActionResult> OnGetDetailAsync(Guid id, CancellationToken cancellationToken)
    {
        Detail = await mandates.GetAsync(id, cancellationToken);
        CanEdit = await permissions.IsGrantedAsync(SepaPermissions.Mandates.Edit, cancellationToken);
        return Partial("_MandateDrawer", this);
    }
}
