using System.Linq.Expressions;

namespace Platform.Kernel;

/// <summary>Narrows a list to what a person looks for.</summary>
public static class SearchQueries
{
    /// <summary>The rows that hold every word, in one of its spellings (<see cref="SearchTexts"/>); all of them where nothing is looked for.</summary>
    /// <param name="rows">The list.</param>
    /// <param name="search">As typed.</param>
    /// <param name="holds">What of a row a word is looked for in.</param>
    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, string? search, Func<string, Expression<Func<T, bool>>> holds) =>
        SearchTexts.Words(search).Aggregate(rows, (found, word) => found.Where(SearchTexts.Spellings(word).Select(holds).Aggregate(Or)));

    private static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> one, Expression<Func<T, bool>> other)
    {
        var row = one.Parameters[0];
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(one.Body, new Renaming(other.Parameters[0], row).Visit(other.Body)), row);
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
