using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.ModuleName.Web;

[Authorize(ModuleNamePermissions.Notes.Default)]
public sealed class IndexModel(INoteAppService notes, IPermissionChecker permissions) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<NoteDto> Notes { get; private set; } = new([], null);

    public bool MayCreate { get; private set; }

    public string? NextUrl => Notes.NextCursor is { } next ? TenantUrl($"modulename/notes?cursor={next}") : null;

    public string? FirstUrl => Cursor is null ? null : TenantUrl("modulename/notes");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        MayCreate = await permissions.IsGrantedAsync(ModuleNamePermissions.Notes.Create, cancellationToken);
        Notes = await notes.GetListAsync(new GetNotesInput(Cursor), cancellationToken);
        return IsHtmx("notes") ? Partial("_Table", this) : Page();
    }
}
