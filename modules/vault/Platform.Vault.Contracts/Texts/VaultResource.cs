using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Texts of the Vault module: permissions, errors, pages.</summary>
[LocalizationResourceName("Vault")]
public sealed class VaultResource;
