using System.Linq.Expressions;
using Platform.Kernel;

namespace Platform.Audit;

/// <summary>Turns the filter into conditions, only those that are given, so that the database can choose an index.</summary>
internal static class AuditQuery
{
    public static IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries, AuditFilterDto filter)
    {
        if (filter is { From: { } begin, To: { } end } && end <= begin)
            throw new BusinessException(AuditErrorCodes.PeriodInvalid);
        entries = ApplyPeriod(entries, filter);
        entries = Equal(entries, filter.Action, e => e.Action == filter.Action);
        entries = Equal(entries, filter.EntityType, e => e.EntityType == filter.EntityType);
        entries = Equal(entries, filter.EntityId, e => e.EntityId == filter.EntityId);
        entries = Equal(entries, filter.CorrelationId, e => e.CorrelationId == filter.CorrelationId);
        entries = filter.UserId is null ? entries : entries.Where(e => e.UserId == filter.UserId);
        entries = filter.SessionId is null ? entries : entries.Where(e => e.SessionId == filter.SessionId);
        entries = AuditSearch.Words(filter.Person).Aggregate(entries, (found, word) => found.Where(e => e.PersonText.Contains(word)));
        return AuditSearch.Words(filter.Text).Aggregate(entries, (found, word) => found.Where(e => e.SearchText.Contains(word)));
    }

    private static IQueryable<AuditEntry> ApplyPeriod(IQueryable<AuditEntry> entries, AuditFilterDto filter)
    {
        if (filter.From is { } from)
        {
            var first = AuditCursor.At(from);
            entries = entries.Where(e => e.Id >= first);
        }

        if (filter.To is { } to)
        {
            var end = AuditCursor.At(to);
            entries = entries.Where(e => e.Id < end);
        }

        return entries;
    }

    private static IQueryable<AuditEntry> Equal(IQueryable<AuditEntry> entries, string? value, Expression<Func<AuditEntry, bool>> condition) =>
        string.IsNullOrEmpty(value) ? entries : entries.Where(condition);
}
