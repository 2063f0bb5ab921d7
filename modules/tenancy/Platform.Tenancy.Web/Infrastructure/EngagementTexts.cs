using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Engagements in the reader's words.</summary>
internal sealed class EngagementTexts(IPlatformTexts texts, EngagementKindCatalog kinds, IStringLocalizer<TenancyResource> own) : ISingletonDependency
{
    public string Kind(string name) => texts.Get(kinds.TextKeyOf(name));

    public string Scope(string permission) => texts.Get($"Permission:{permission}");

    /// <summary>The latest that happened.</summary>
    public string Course(EngagementDto e) => e switch
    {
        { State: EngagementState.Ended, ClosedAt: { } at } => Said("Engagements:EndedOn", at, e.ClosedBy),
        { State: EngagementState.Refused, DecidedAt: { } at } => Said("Engagements:RefusedOn", at, e.DecidedBy),
        { State: EngagementState.Accepted, DecidedAt: { } at } => Said("Engagements:AcceptedOn", at, e.DecidedBy),
        _ => Said("Engagements:AskedOn", e.RequestedAt, e.RequestedBy),
    };

    public static Tone ToneOf(EngagementState state) => state switch
    {
        EngagementState.Accepted => Tone.Success,
        EngagementState.Requested => Tone.Warning,
        EngagementState.Refused => Tone.Danger,
        _ => Tone.Neutral,
    };

    private string Said(string key, DateTime at, string? by) => own[key, at.ToString("d", CultureInfo.CurrentCulture), by ?? "–"];
}

/// <summary>Permissions to tick.</summary>
/// <param name="Offered">Names of permissions.</param>
/// <param name="Chosen">Those that are ticked.</param>
public sealed record ScopeChoices(IReadOnlyList<string> Offered, IReadOnlyList<string> Chosen);
