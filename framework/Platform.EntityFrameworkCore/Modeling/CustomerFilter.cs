using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>Builds the query filter of rows about customers; it asks the context at each execution what the current person sees.</summary>
internal static class CustomerFilter
{
    private static readonly Expression<Func<PlatformDbContext, Guid?, CustomerDataAttribute, bool>> Template = (db, customer, data) =>
        db.Sight(data).Everything || db.Set<CustomerAssignment>().Any(a => a.CustomerId == customer
            && ((a.Kind == CustomerView.Managed && db.Sight(data).ManagedBy.Contains(a.UserId))
                || (a.Kind == CustomerView.Assigned && db.Sight(data).AssignedTo.Contains(a.UserId))));

    public static LambdaExpression For(PlatformDbContext context, Type type, CustomerDataAttribute data)
    {
        var row = Expression.Parameter(type, "row");
        var customer = Expression.Convert(Expression.Property(row, data.CustomerId), typeof(Guid?));
        Expression[] values = [Expression.Constant(context, typeof(PlatformDbContext)), customer, Expression.Constant(data)];
        return Expression.Lambda(new ReplacingExpressionVisitor([.. Template.Parameters], values).Visit(Template.Body), row);
    }
}
