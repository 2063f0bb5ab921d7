using Platform.AspNetCore;

namespace Platform.ModuleName.Web;

internal sealed class ModuleNameMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(ModuleNameResource);

    public IEnumerable<MenuItem> GetItems() =>
        [new("ModuleName.Notes", "Notes:Title", "modulename/notes", "notes", 500, ModuleNamePermissions.Notes.Default)];
}
