using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// A kind of link that a module sends. Its text is "LinkKind:{Name}" in the resource its first segment names. A link of one kind opens as
/// no other.
/// </summary>
/// <param name="Name">Dotted, the module first, at most 64 characters: "Handoffs.Zip".</param>
/// <param name="Path">Of the page that opens it; the token is added as its last segment: "/handoffs/zip".</param>
/// <param name="DaysSetting">
/// Setting with the most days a link may last: <see cref="IdentitySettings.MailLinkDays"/> for interactive e-mails,
/// <see cref="IdentitySettings.DocumentLinkDays"/> for hosted documents, or one of the module's own. Null where none bounds it.
/// </param>
/// <param name="Lasts">How long a link lasts unless asked otherwise; null for the setting's days. One of the two must be given.</param>
/// <param name="MostUses">After so many a link is used up; null for any number.</param>
/// <param name="OneAtATime">A newer link for the same subject takes the place of the former ones.</param>
/// <param name="OfPerson">Belongs to a person and to no company; no administrator sees it.</param>
/// <param name="OfNobody">Belongs to no company either, and to nobody yet: to an address that asked for it.</param>
/// <param name="RenewPath">Page where its holder can ask for a new one; null where whoever sent it must send another.</param>
public sealed record LinkKindDefinition(
    string Name, string Path, string? DaysSetting = null, TimeSpan? Lasts = null, int? MostUses = null, bool OneAtATime = false, bool OfPerson = false,
    bool OfNobody = false, string? RenewPath = null)
{
    /// <summary>Whether no company has it.</summary>
    public bool OfHost => OfPerson || OfNobody;
}

/// <summary>Declares a module's kinds of links. Stands in Contracts; found by the scanner.</summary>
public interface ILinkKindProvider : ISingletonDependency
{
    /// <summary>Read once, at the first link.</summary>
    IEnumerable<LinkKindDefinition> GetKinds();
}
