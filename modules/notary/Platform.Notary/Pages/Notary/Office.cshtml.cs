using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Notary;

/// <summary>What an office prepares, for all its clients.</summary>
[Authorize(NotaryPermissions.Office)]
internal sealed class OfficeModel(OfficeAppService office) : PlatformPageModel
{
    internal const string ListId = "deed-list";

    [BindProperty(SupportsGet = true)]
    public DeedState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<OfficeDeedDto> Deeds { get; private set; } = new([], null);

    public IReadOnlyList<TenantInfo> Clients { get; private set; } = [];

    public string? FirstUrl => Cursor is null ? null : this.Link("deeds", ("state", State));

    public string? NextUrl => Deeds.NextCursor is { } next ? this.Link("deeds", ("state", State), ("cursor", next)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Deeds = await office.GetListAsync(new GetDeedsInput(State, Cursor), cancellationToken);
        if (IsHtmx(ListId))
            return Partial("_OfficeTable", this);
        Clients = await office.GetClientsAsync(cancellationToken);
        return Page();
    }
}
