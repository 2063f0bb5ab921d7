using Platform.Kernel;

namespace Platform.ModuleName;

/// <summary>Texts of the ModuleName module: tenant type, permissions, errors, pages.</summary>
[LocalizationResourceName("ModuleName")]
public sealed class ModuleNameResource;
