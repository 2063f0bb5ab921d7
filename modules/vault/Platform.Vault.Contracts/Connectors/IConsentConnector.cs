using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// Something a person connects the company to: a bank, an accounting package. Found by the scanner; everything else of a connector,
/// its pages and its calls, is its own. Secrets go through <see cref="IConsentVault"/> only.
/// </summary>
public interface IConsentConnector : IScopedDependency
{
    /// <summary>Never changes: the provider of its consents.</summary>
    string Name { get; }

    /// <summary>
    /// Key of its name in the reader's language, its module's resource first: "Ledger.Connector.Name". A purpose of its consents is
    /// named by "Ledger.Purpose.{purpose}" in the same resource.
    /// </summary>
    string TextKey { get; }

    /// <summary>Where a person connects it, relative to the company's root; null where it is not configured on this installation.</summary>
    string? ConnectPath { get; }

    /// <summary>
    /// Tells the provider that a consent ended, before its secret is destroyed. Runs in the background and is tried again; throws
    /// where the provider did not answer, and returns where it knows nothing of the consent any more.
    /// </summary>
    Task RevokeAtProviderAsync(ConsentUse consent, SecretBuffer secret, CancellationToken cancellationToken);
}
