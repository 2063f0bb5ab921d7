using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>One thing to do, with a path below the company's root.</summary>
internal sealed record DashboardTask(string Icon, string Text, string Path);

internal sealed record DashboardTasks(string Slug, DateTime At, IReadOnlyList<DashboardTask> Tasks);

internal sealed record DashboardWaiting(string Slug, DateTime At, OrderTotalDto Total);

internal sealed record DashboardRecent(string Slug, DateTime At, PagedResult<RemittanceListDto> Remittances);
