using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Finds companies by what people type: words of the name, or a part of the VAT number, with or without prefix and separators.</summary>
internal static partial class CompanySearch
{
    // Shorter parts than this no trigram index finds, save at the beginning of a word.
    private const int Trigram = 3;

    // So many digits and nothing else but a country's two letters are a number, and no name.
    private const int NumberDigits = 8;
    private const int PrefixLetters = 2;

    private static readonly ParameterExpression Company = Expression.Parameter(typeof(Company), "c");

    /// <summary>
    /// The first of those that match: names that begin with what was typed, by name, then others, the longest here first. No order by name
    /// for these: of a common word late in the alphabet a database would look at all names before it.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> FindFirstAsync(this IQueryable<Company> companies, string search, int most, CancellationToken cancellationToken)
    {
        var begin = companies.Where(BeginsWith(search)).OrderBy(c => c.SearchText).Take(most).Select(c => c.Id);
        var found = await begin.ToListAsync(cancellationToken);
        if (found.Count == most)
            return found;
        // The order of an index that holds all this asks for, so that PostgreSQL reads no rows either.
        var others = companies.Matching(search).OrderBy(c => c.ClosedAt).ThenBy(c => c.Id).Take(most).Select(c => c.Id);
        return [.. found.Union(await others.ToListAsync(cancellationToken)).Take(most)];
    }

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

    // A range, which an index answers on both databases; SearchText begins with a space and is compared by its bytes.
    private static Expression<Func<Company, bool>> BeginsWith(string search)
    {
        var low = $" {string.Join(' ', SearchTexts.Words(search))}";
        var high = $"{low}\uffff";
        return c => c.SearchText!.CompareTo(low) >= 0 && c.SearchText!.CompareTo(high) < 0;
    }

    private static Expression Holds(string word)
    {
        var part = word.Length < Trigram ? $" {word}" : word;
        var pattern = $"%{Wildcards().Replace(part, @"\$0")}%";
        // Contains is instr on SQLite, which takes longer.
        Expression<Func<Company, bool>> holds = c => EF.Functions.Like(c.SearchText!, pattern, @"\");
        return new Renaming(holds.Parameters[0]).Visit(holds.Body);
    }

    [GeneratedRegex(@"[%_\\]")]
    private static partial Regex Wildcards();

    private sealed class Renaming(ParameterExpression from) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? Company : node;
    }
}
