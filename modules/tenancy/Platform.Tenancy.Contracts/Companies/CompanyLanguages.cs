namespace Platform.Tenancy;

/// <summary>Languages a company can write in.</summary>
public static class CompanyLanguages
{
    /// <summary>ISO 639-1 codes of the languages the product's texts exist in.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "fr"];
}
