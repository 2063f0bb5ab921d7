using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>Texts of the Ledger module: permissions, errors, pages.</summary>
[LocalizationResourceName("Ledger")]
public sealed class LedgerResource;
