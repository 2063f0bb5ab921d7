using Platform.AspNetCore;

namespace Platform.Vault.Web;

/// <summary>Pages, API and menu of the vault.</summary>
public sealed class VaultWebModule : PlatformWebModule;
