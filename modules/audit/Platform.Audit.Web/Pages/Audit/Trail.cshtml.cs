using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Audit.Web;

/// <summary>The trail of a company. All conditions stand in the address; other pages link here with entityType and entityId.</summary>
[Authorize(AuditPermissions.Trail)]
public sealed class TrailModel(
    IAuditAppService trail, IPermissionChecker permissions, IPlatformTexts messages, IStringLocalizer<AuditResource> texts, AuditNames names)
    : PlatformPageModel
{
    private static readonly string[] BasicActs = ["Created", "Updated", "Deleted"];

    /// <summary>The installation's own trail instead of the company's.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Installation { get; set; }

    /// <summary>Whether the reader may see the installation's.</summary>
    public bool CanSeeInstallation { get; private set; }

    /// <summary>Words anywhere in the entry.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    /// <summary>Part of a name or e-mail address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>The act, exactly; not called "action", which Razor Pages keeps for itself.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    /// <summary>First day, UTC.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Last day, UTC, included.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Kind of record.</summary>
    [BindProperty(SupportsGet = true)]
    public string? EntityType { get; set; }

    /// <summary>Key of the record.</summary>
    [BindProperty(SupportsGet = true)]
    public string? EntityId { get; set; }

    /// <summary>Session or API token.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? SessionId { get; set; }

    /// <summary>One request or job.</summary>
    [BindProperty(SupportsGet = true)]
    public string? CorrelationId { get; set; }

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>What matches.</summary>
    public PagedResult<AuditEntryDto> Entries { get; private set; } = new([], null);

    /// <summary>Why nothing is shown, if the conditions were refused.</summary>
    public string? Error { get; private set; }

    /// <summary>Acts to choose from.</summary>
    public IEnumerable<string> Acts => string.IsNullOrEmpty(Act) ? BasicActs : BasicActs.Append(Act).Distinct();

    /// <summary>The page without conditions.</summary>
    public string Here => Url.Content($"~{TenantUrl("audit")}");

    /// <summary>The trail that is shown, without conditions.</summary>
    public string Whole => Installation ? $"{Here}?installation=true" : Here;

    /// <summary>The next page, or null.</summary>
    public string? NextPage => Entries.NextCursor is { } next ? QueryHelpers.AddQueryString(WithConditions(), "cursor", next) : null;

    /// <summary>The newest entries again, from a later page.</summary>
    public string? FirstPage => string.IsNullOrEmpty(Cursor) ? null : WithConditions();

    /// <summary>Conditions that came with a link and have no control of their own.</summary>
    public IEnumerable<KeyValuePair<string, string>> FixedConditions => Given(
        ("installation", Installation ? "true" : null), ("entityType", EntityType), ("entityId", EntityId), ("sessionId", SessionId?.ToString()), ("correlationId", CorrelationId));

    /// <summary>The same in words; null for none.</summary>
    public string? Condition =>
        EntityType is { } type ? texts[EntityId is null ? "Trail:OfType" : "Trail:OfRecord", names.Entity(type)].Value
        : EntityId is { } id ? texts["Trail:OfRecord", id].Value
        : SessionId is not null ? texts["Trail:OfSession"].Value
        : CorrelationId is not null ? texts["Trail:OfOperation"].Value
        : null;

    /// <summary>The page, or its table for htmx.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        try
        {
            CanSeeInstallation = await permissions.IsGrantedAsync(AuditPermissions.Installation, cancellationToken);
            Entries = await trail.GetListAsync(ToFilter(), Cursor, cancellationToken: cancellationToken);
        }
        catch (BusinessException refused) when (refused.Code is AuditErrorCodes.CursorInvalid or AuditErrorCodes.PeriodInvalid)
        {
            Error = messages.Get(refused.Code, refused.Data);
        }

        return IsHtmx("audit-list") ? Partial("_Trail", this) : Page();
    }

    /// <summary>The page of one entry.</summary>
    public string UrlOf(AuditEntryDto entry) => Installation ? $"{Here}/{entry.Id}?installation=true" : $"{Here}/{entry.Id}";

    private AuditFilterDto ToFilter() => new()
    {
        Installation = Installation,
        Text = Text,
        Person = Person,
        Action = Act,
        From = From?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        To = To is { } day && day < DateOnly.MaxValue ? day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null,
        EntityType = EntityType,
        EntityId = EntityId,
        SessionId = SessionId,
        CorrelationId = CorrelationId,
    };

    private string WithConditions() => QueryHelpers.AddQueryString(
        Here,
        Given(("text", Text), ("person", Person), ("act", Act), ("from", Iso(From)), ("to", Iso(To)))
            .Concat(FixedConditions)
            .Select(c => KeyValuePair.Create(c.Key, (string?)c.Value)));

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static IEnumerable<KeyValuePair<string, string>> Given(params (string Name, string? Value)[] conditions) =>
        conditions.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => KeyValuePair.Create(c.Name, c.Value!));
}
