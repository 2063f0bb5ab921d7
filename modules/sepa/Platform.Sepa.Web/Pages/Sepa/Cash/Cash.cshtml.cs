using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class CashModel(ICashAppService cash) : PlatformPageModel
{
    [BindProperty(SupportsGet = true, Name = "by")]
    public PeriodLength Length { get; set; } = PeriodLength.Week;

    public CashFigures Calendar { get; private set; } = null!;

    public FailureFigures Failures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var input = new GetPeriodsInput(Length, Length == PeriodLength.Day ? 14 : 12);
        Calendar = new CashFigures($"~{TenantUrl("")}".TrimEnd('/'), Length, await cash.GetCalendarAsync(input, cancellationToken));
        Failures = new FailureFigures(Calendar.Root, Length, await cash.GetFailuresAsync(input, cancellationToken));
    }
}
