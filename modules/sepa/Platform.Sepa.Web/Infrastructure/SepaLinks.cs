using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

internal static class SepaLinks
{
    /// <summary>Back to a page of this company after a successful post.</summary>
    public static IActionResult Go(this PlatformPageModel page, string path) => page.LocalRedirect(page.Link(path));

    /// <summary>The history of a record, or null where the person may not read the trail: the link's own page decides.</summary>
    public static string History(this PlatformPageModel page, string entity, Guid id) => page.Link("audit", ("entityType", entity), ("entityId", id));
}
