using Platform.Identity;

namespace Platform.Sepa;

/// <summary>The link with which a debtor signs; its subject is the mandate.</summary>
internal sealed class MandateSigningLink : ILinkKindProvider
{
    public const string Kind = "Sepa.MandateSigning";

    public IEnumerable<LinkKindDefinition> GetKinds() =>
        [new(Kind, "/sepa/sign-mandate", IdentitySettings.DocumentLinkDays, MostUses: 1, OneAtATime: true)];
}
