using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Platform.AspNetCore;

namespace Platform.Audit.Web;

/// <summary>One entry with old and new values: a page, or the drawer of the list.</summary>
[Authorize(AuditPermissions.Trail)]
public sealed class EntryModel(IAuditAppService trail) : PlatformPageModel
{
    /// <summary>The entry.</summary>
    public AuditEntryDetailDto Entry { get; private set; } = null!;

    /// <summary>Of the installation's own trail.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Installation { get; set; }

    /// <summary>Everything that happened to the same record.</summary>
    public string HistoryUrl => TrailUrl("entityType", Entry.EntityType, "entityId", Entry.EntityId);

    /// <summary>Everything done in the same session.</summary>
    public string SessionUrl => TrailUrl("sessionId", Entry.SessionId?.ToString());

    /// <summary>Everything the same request or job did.</summary>
    public string OperationUrl => TrailUrl("correlationId", Entry.CorrelationId);

    /// <summary>Reads it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Entry = await trail.GetAsync(id, Installation, cancellationToken);
        return IsHtmx("drawer-body") ? Partial("_Drawer", this) : Page();
    }

    private string TrailUrl(params string?[] pairs) => QueryHelpers.AddQueryString(
        Url.Content($"~{TenantUrl("audit")}"),
        pairs.Chunk(2).Append(["installation", Installation ? "true" : null]).Where(p => p[1] is not null).Select(p => KeyValuePair.Create(p[0]!, p[1])));
}

/// <summary>An old or new value as the trail holds it.</summary>
public sealed record ValueModel(string? Text);
