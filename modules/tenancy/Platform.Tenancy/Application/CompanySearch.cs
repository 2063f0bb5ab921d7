using System.Linq.Expressions;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Finds companies by what people type: words of the name, or a part of the VAT number, with or without prefix and separators.</summary>
internal static class CompanySearch
{
    // Shorter parts than this no trigram index finds, save at the beginning of a word.
    private const int Trigram = 3;

    // So many digits and nothing else but a country's two letters are a number, and no name.
    private const int NumberDigits = 8;
    private const int PrefixLetters = 2;

    private static readonly ParameterExpression Company = Expression.Parameter(typeof(Company), "c");

    public static IQueryable<Company> Matching(this IQueryable<Company> companies, string? search)
    {
        var words = SearchTexts.Words(search).ToArray();
        if (words.Length == 0)
            return companies;
        var found = words.Select(w => SearchTexts.Spellings(w).Select(Holds).Aggregate(Expression.OrElse)).Aggregate(Expression.AndAlso);
        var number = string.Concat(string.Concat(words).Where(char.IsLetterOrDigit));
        // "FR 17 912 038 460": the parts stand together in the number, not apart in the name.
        if (number.Count(char.IsAsciiDigit) >= NumberDigits && number.Count(char.IsAsciiLetter) <= PrefixLetters)
            found = Holds(number);
        // What is longer than any number is a name alone.
        else if (number.Length <= VatNumber.MaxLength && number.Any(char.IsAsciiDigit) && number != words[0])
            found = Expression.OrElse(found, Holds(number));
        return companies.Where(Expression.Lambda<Func<Company, bool>>(found, Company));
    }

    private static Expression Holds(string word)
    {
        var part = word.Length < Trigram ? $" {word}" : word;
        Expression<Func<Company, bool>> holds = c => c.SearchText!.Contains(part);
        return new Renaming(holds.Parameters[0]).Visit(holds.Body);
    }

    private sealed class Renaming(ParameterExpression from) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? Company : node;
    }
}
