using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Finds companies by what people type: words of the name, or a part of the VAT number, with or without prefix and separators.</summary>
internal static class CompanySearch
{
    public static IQueryable<Company> Matching(this IQueryable<Company> companies, string? search)
    {
        var words = SearchTexts.Words(search).ToArray();
        if (words.Length == 0)
            return companies;
        var byWords = words.Aggregate(companies, (found, word) => found.Where(c => c.SearchText!.Contains(word)));
        var number = string.Concat(string.Concat(words).Where(char.IsLetterOrDigit));
        // "FR 17 912 038 460": the parts stand together in the number, not apart in the name.
        return words.Length > 1 && number.Any(char.IsAsciiDigit) || number != words[0] && number.Length > 0
            ? byWords.Union(companies.Where(c => c.SearchText!.Contains(number)))
            : byWords;
    }
}
