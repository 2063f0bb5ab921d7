using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>What closing the current company needs and does.</summary>
internal sealed class ClosingReader(
    TenancyDbContext db, IEnumerable<IClosingObstacles> obstacles, ITenantTables tables, IPlatformTexts texts, ClosingOptions options, IConfiguration configuration, TimeProvider clock)
    : IScopedDependency
{
    private static readonly TimeSpan FreshExport = TimeSpan.FromHours(24);

    public async Task<ClosingDto> ReadAsync(Company company, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = company.ClosedAt is null;
        return new ClosingDto(
            company.ClosedAt, company.ErasureDue ?? now.AddDays(options.Days), options.Days, !open && company.ErasureStartedAt is null,
            (await FindExportAsync(open ? now : null, cancellationToken))?.ToDto(), IsOperator(company), open ? await FindObstaclesAsync(cancellationToken) : [],
            await Open(db.Engagements.Where(e => e.ClientId == company.Id)).CountAsync(cancellationToken),
            await Open(db.Engagements.Where(e => e.FirmId == company.Id)).CountAsync(cancellationToken),
            await db.Groups.Where(g => g.Id == company.GroupId).Select(g => g.Name).SingleOrDefaultAsync(cancellationToken), Retained());
    }

    public bool IsOperator(Company company) => company.Slug == configuration["Operator:Company"];

    /// <param name="now">Only one that still allows closing then; null for any that is there.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<CompanyExport?> FindExportAsync(DateTime? now, CancellationToken cancellationToken)
    {
        var since = now - FreshExport;
        return db.Exports.AsNoTracking().Where(e => e.Stage == ExportStage.Done && (now == null || (e.StartedAt >= since && e.ExpiresAt > now)))
            .OrderByDescending(e => e.StartedAt).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ClosingObstacle>> FindObstaclesAsync(CancellationToken cancellationToken)
    {
        var found = new List<ClosingObstacle>();
        foreach (var module in obstacles)
            found.AddRange(await module.FindAsync(cancellationToken));
        return found;
    }

    public static IQueryable<Engagement> Open(IQueryable<Engagement> engagements) =>
        engagements.Where(e => e.State == EngagementState.Requested || e.State == EngagementState.Accepted);

    private IReadOnlyList<RetainedDto> Retained() => [.. tables.Retained.GroupBy(t => (t.Retained!.TextKey, t.Retained.Months))
        .Select(g => new RetainedDto(texts.Get(g.Key.TextKey), g.Key.Months, [.. g.Select(t => $"{t.Module}/{t.Name}")]))
        .OrderByDescending(r => r.Months).ThenBy(r => r.Text, StringComparer.CurrentCulture)];
}
