namespace Platform.Tenancy.Web;

/// <summary>A page or endpoint of a company that stays open when the company has closed its account, for who may take that back.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpenWhenClosedAttribute : Attribute;
