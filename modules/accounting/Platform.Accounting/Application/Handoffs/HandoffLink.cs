using Platform.Identity;

namespace Platform.Accounting;

/// <summary>The link with which an accountant outside the platform downloads; its subject is the handoff. A second one leaves the first open.</summary>
internal sealed class HandoffLink : ILinkKindProvider
{
    public const string Kind = "Accounting.Handoff";
    public const string Path = "/handoffs/zip";

    public IEnumerable<LinkKindDefinition> GetKinds() => [new(Kind, Path, IdentitySettings.DocumentLinkDays)];
}
