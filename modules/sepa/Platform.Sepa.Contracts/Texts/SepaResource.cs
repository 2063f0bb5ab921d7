using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Texts of the SEPA module: error codes, permissions, pages.</summary>
[LocalizationResourceName("Sepa")]
public sealed class SepaResource;
