using Platform.Kernel;

namespace Platform.Customers;

/// <summary>Texts of the Customers module: permissions, errors, pages.</summary>
[LocalizationResourceName("Customers")]
public sealed class CustomersResource;
