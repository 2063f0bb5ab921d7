using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>How far the companies are. Each is looked at from within, so that what keeps companies apart holds here too.</summary>
internal sealed class LegacyReport(
    IdentityDbContext context, LegacyLoginReader reader, ITenantStore tenants, ICurrentTenant tenant, IStringLocalizer<IdentityResource> texts) : IScopedDependency
{
    private static readonly string[] Columns = ["Company", "Report:Vat", "Legacy:Login", "Status", "Roles", "Users:LastSignIn", "Legacy:RemindedAt", "Legacy:DoneAt", "Legacy:DoneBy", "Legacy:ClosesAt"];

    public async Task<IReadOnlyList<LegacyProgressDto>> GetAsync(LegacyProgressInput input, CancellationToken cancellationToken)
    {
        var found = new List<LegacyProgressDto>();
        foreach (var company in await CompaniesAsync(input, cancellationToken))
        {
            using var current = tenant.Change(company);
            var counts = await context.LegacyAccounts.GroupBy(a => a.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            if (counts.Count > 0 && (input.State is not { } state || counts.ContainsKey(state)))
            {
                found.Add(new LegacyProgressDto(
                    company.Id, company.Name, company.VatNumber, Of(LegacyState.NotStarted), Of(LegacyState.Postponed), Of(LegacyState.InProgress), Of(LegacyState.Done), Of(LegacyState.Closed)));
            }

            int Of(LegacyState wanted) => counts.GetValueOrDefault(wanted);
        }

        return found;
    }

    public async Task WriteAsync(LegacyProgressInput input, Stream output, CancellationToken cancellationToken)
    {
        var format = new CsvConfiguration(CultureInfo.CurrentCulture) { Delimiter = ";", InjectionOptions = InjectionOptions.Escape };
        await using var csv = new CsvWriter(new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true), format);
        await WriteLineAsync(csv, Columns.Select(c => texts[c].Value));
        foreach (var company in await CompaniesAsync(input, cancellationToken))
        {
            using var current = tenant.Change(company);
            foreach (var login in await reader.GetListAsync(input.State, cancellationToken))
                await WriteLineAsync(csv, Cells(company, login));
        }
    }

    private IEnumerable<string> Cells(TenantInfo company, LegacyLoginDto login) =>
    [
        company.Name, company.VatNumber, login.Login, texts[$"Legacy:State:{login.State}"].Value, string.Join(", ", login.Roles.Select(r => r.Name)), Day(login.LastSignInAt),
        Day(login.RemindedAt), Day(login.DoneAt), login.DoneBy ?? "", Day(login.ClosesAt),
    ];

    private static string Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static async Task WriteLineAsync(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        await csv.NextRecordAsync();
    }

    private async Task<IReadOnlyList<TenantInfo>> CompaniesAsync(LegacyProgressInput input, CancellationToken cancellationToken)
    {
        var ids = await context.Users.Where(u => u.LegacyCompanyId != null).Select(u => u.LegacyCompanyId!.Value).Distinct().ToListAsync(cancellationToken);
        var found = new List<TenantInfo>();
        foreach (var id in ids)
        {
            if (await tenants.FindByIdAsync(id, cancellationToken) is { } company && Matches(company, input.Search?.Trim()))
                found.Add(company);
        }

        return [.. found.OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(c => c.Id)];
    }

    private static bool Matches(TenantInfo company, string? search) =>
        string.IsNullOrEmpty(search) || CultureInfo.CurrentCulture.CompareInfo.IndexOf($"{company.Name} {company.VatNumber}", search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
