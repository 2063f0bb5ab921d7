using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.ModuleName.Web;

[Authorize(ModuleNamePermissions.Notes.Create)]
public sealed class CreateModel(INoteAppService notes, IStringLocalizer<ModuleNameResource> texts) : PlatformPageModel
{
    [BindProperty]
    public CreateNoteDto Input { get; set; } = new();

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var note = await notes.CreateAsync(Input, cancellationToken);
        Notify(texts["Notes:Saved", note.Title]);
        return LocalRedirect(TenantUrl("modulename/notes"));
    });
}
