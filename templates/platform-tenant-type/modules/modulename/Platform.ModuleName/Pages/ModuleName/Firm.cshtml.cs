using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.ModuleName;

/// <summary>What a firm does, for all its clients.</summary>
[Authorize(ModuleNamePermissions.Firm)]
internal sealed class FirmModel(FirmAppService firm) : PlatformPageModel
{
    internal const string ListId = "matter-list";

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<FirmMatterDto> Matters { get; private set; } = new([], null);

    public IReadOnlyList<TenantInfo> Clients { get; private set; } = [];

    public string? FirstUrl => Cursor is null ? null : this.Link("modulename/work");

    public string? NextUrl => Matters.NextCursor is { } next ? this.Link("modulename/work", ("cursor", next)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Matters = await firm.GetListAsync(new GetMattersInput(Cursor), cancellationToken);
        if (IsHtmx(ListId))
            return Partial("_FirmTable", this);
        Clients = await firm.GetClientsAsync(cancellationToken);
        return Page();
    }
}
