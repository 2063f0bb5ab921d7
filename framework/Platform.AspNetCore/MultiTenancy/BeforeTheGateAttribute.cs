using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>A page of a company that its member reaches though an <see cref="ITenantGate"/> refuses: it must show nothing of the company's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeTheGateAttribute : Attribute;
