using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Adds entries to the shell's navigation and command palette (ABP: IMenuContributor). Found by the scanner.</summary>
public interface IMenuContributor : ISingletonDependency
{
    /// <summary>The resource marker class whose texts hold the entries' keys.</summary>
    Type ResourceType { get; }

    /// <summary>The entries; asked on each page, so return constants.</summary>
    IEnumerable<MenuItem> GetItems();
}

/// <summary>One entry of the navigation. Shown only where its permission is granted in the current company.</summary>
/// <param name="Name">Unique and stable, the module first: "Sepa.Mandates".</param>
/// <param name="TextKey">Key of the text in the contributor's resource; the shell's own resource is asked next.</param>
/// <param name="Url">
/// Relative to the company's root ("mandates", "" for the dashboard), and then hidden outside a company; or absolute ("/account").
/// </param>
/// <param name="Icon">Name of a Tabler outline icon, without prefix: "building-bank".</param>
/// <param name="Order">Ascending within the group; groups stand in the order of their first entry.</param>
/// <param name="Permission">Needed to see the entry; null for everyone signed in.</param>
/// <param name="Group">Key of the group's heading, looked up like the text; null for the entries on top, without heading.</param>
/// <param name="TracksSends">Where people follow what they sent: pages that welcome somebody lead there.</param>
public sealed record MenuItem(
    string Name, string TextKey, string Url, string Icon, int Order, string? Permission = null, string? Group = null, bool TracksSends = false);
