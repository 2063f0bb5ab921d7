namespace Platform.Identity.Web;

/// <summary>A page that opens while the session still owes something: where it is done, or where one leaves.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DespiteObligationAttribute : Attribute;
