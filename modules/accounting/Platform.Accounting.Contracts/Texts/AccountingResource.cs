using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Texts of the Accounting module: permissions, errors, pages.</summary>
[LocalizationResourceName("Accounting")]
public sealed class AccountingResource;
