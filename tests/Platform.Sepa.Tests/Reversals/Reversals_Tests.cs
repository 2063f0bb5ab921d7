using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Settled collections are given back: what may be, once, and through the same hands as transfers. The clock stands on a Monday.</summary>
[Trait("Req", "SEP-11")]
public sealed class Reversals_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Remittance_OfReversals_GivesAValidFileThatNamesTheOriginal(TestDatabase database)
    {
        foreach (var (scheme, reversal, version, edition) in new[]
        {
            (PaymentScheme.Core, PaymentScheme.CoreReversal, Pain008Version.V08, "08"), (PaymentScheme.B2b, PaymentScheme.B2bReversal, Pain008Version.V02, "02"),
        })
        {
            var settled = await SettledCompany.NewAsync(hosts, database, 3, scheme, version: version);
            await settled.GiveBackAsync(1, 3);
            var draft = await settled.RemittanceAsync(reversal);
            draft.ShouldSatisfyAllConditions(
                r => r.Number.ShouldBe("REV-2026-00002"), r => r.Total.ShouldBe(40m), r => (r.ErrorCount, r.WarningCount).ShouldBe((0, 0)),
                r => r.Blocks.Select(b => (b.SequenceType, b.ExecutionDate, b.Count)).ShouldBe([((SequenceType?)null, SettledCompany.Today, 2)]));
            var approved = await settled.Company.ApproveAsync(await settled.Company.SubmitAsync(draft));
            approved.File!.Format.ShouldBe($"pain.007.001.{edition}");
            var bytes = await FileAsync(settled.Company, approved);
            IsoSchema.Validate(new MemoryStream(bytes), Shared.File("iso20022", "iso", $"pain.007.001.{edition}.xsd")).ShouldBeEmpty();
            var (original, text) = (settled.Issued.File!, Encoding.UTF8.GetString(bytes));
            text.ShouldContain($"<OrgnlMsgId>{original.MessageId}</OrgnlMsgId><OrgnlMsgNmId>{original.Format}</OrgnlMsgNmId>");
            text.ShouldContain($"<OrgnlPmtInfId>{original.MessageId}-001</OrgnlPmtInfId>");
            text.ShouldContain("<NbOfTxs>2</NbOfTxs><CtrlSum>40.00</CtrlSum>");
            XDocument.Parse(text).Descendants().Where(e => e.Name.LocalName == "OrgnlEndToEndId").Select(e => e.Value).ShouldBe(["E2E-1", "E2E-3"]);
        }
    }

    [Theory, Databases]
    public async Task GiveBack_OfWhatWasNotPaid_IsRefusedAndMakesNothing(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database, 3, isSettled: false);
        (await SettledCompany.RefusedAsync(() => settled.GiveBackAsync(1))).ShouldBe(SepaErrorCodes.OriginalUnanswered);
        await settled.ImportAsync(AnswerTexts.Report(settled.Issued.File!.MessageId, "ACSC", ""));
        await settled.BookAsync("UPDD", 2, "AM04");
        (await SettledCompany.RefusedAsync(() => settled.GiveBackAsync(1, 2))).ShouldBe(SepaErrorCodes.OriginalFailed);
        var waiting = await settled.Company.AddCollectionAsync(settled.Orders[0].MandateId, 5m);
        (await SettledCompany.RefusedAsync(() => CreateAsync(settled, waiting.Id))).ShouldBe(SepaErrorCodes.ReversalNotIssued);
        await Should.ThrowAsync<EntityNotFoundException>(() => CreateAsync(settled, Guid.CreateVersion7()));
        (await SettledCompany.RefusedAsync(() => settled.GiveBackAsync(null, null, 1))).ShouldBe(SepaErrorCodes.Required);
        (await SettledCompany.RefusedAsync(() => CreateAsync(settled))).ShouldBe(SepaErrorCodes.Required);
        (await TotalAsync(settled, null)).Count.ShouldBe(0);
    }

    [Theory, Databases]
    public async Task GiveBack_OutsideItsDays_IsRefused(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database, 1);
        await settled.DueOnAsync(SettledCompany.Today.AddDays(1));
        (await SettledCompany.RefusedAsync(() => settled.GiveBackAsync(1))).ShouldBe(SepaErrorCodes.ReversalTooEarly);
        await settled.DueOnAsync(TargetCalendar.AddBusinessDays(SettledCompany.Today, -6));
        (await settled.CollectionAsync(1)).ReversibleUntil.ShouldBeNull();
        (await SettledCompany.RefusedAsync(() => settled.GiveBackAsync(1))).ShouldBe(SepaErrorCodes.ReversalTooLate);
        await settled.DueOnAsync(TargetCalendar.AddBusinessDays(SettledCompany.Today, -5));
        (await settled.CollectionAsync(1)).ReversibleUntil.ShouldBe(SettledCompany.Today);
        (await settled.GiveBackAsync(1))[0].LastDay.ShouldBe(SettledCompany.Today);
    }

    [Theory, Databases]
    public async Task GiveBack_Twice_IsRefusedUntilTheFirstIsTakenBack(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        var first = (await settled.GiveBackAsync(1))[0];
        (await SettledCompany.RefusedAsync(() => settled.GiveBackAsync(2, 1))).ShouldBe(SepaErrorCodes.AlreadyReversed);
        (await TotalAsync(settled, null)).Count.ShouldBe(1);
        (await settled.CollectionAsync(1)).ShouldSatisfyAllConditions(c => c.Reversal!.Id.ShouldBe(first.Id), c => c.ReversibleUntil.ShouldBeNull());
        await settled.Company.RunAsync<IReversalAppService>(s => s.CancelAsync(first.Id));
        (await settled.CollectionAsync(1)).Reversal.ShouldBeNull();
        (await SettledCompany.RefusedAsync(() => settled.Company.RunAsync<IReversalAppService>(s => s.CancelAsync(first.Id)))).ShouldBe(SepaErrorCodes.OrderNotWaiting);
        await settled.ReverseAsync(1);
        (await SettledCompany.RefusedAsync(() => settled.GiveBackAsync(1))).ShouldBe(SepaErrorCodes.AlreadyReversed);
    }

    [Theory, Databases]
    public async Task GiveBack_ByTwoAtOnce_MakesOne(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database, 1);
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                return (await settled.GiveBackAsync(ReversalReason.NotSpecified, i % 2 == 0 ? settled.Company.Preparer : settled.Company.Second, 1)).Count;
            }
            catch (BusinessException refused)
            {
                refused.Code.ShouldBe(SepaErrorCodes.AlreadyReversed);
                return 0;
            }
        }));
        tries.Sum().ShouldBe(1);
        (await TotalAsync(settled, null)).ShouldBe(new OrderTotalDto(1, 10m));
    }

    [Theory, Databases]
    public async Task Database_AgainstASecondReversal_RefusesWhateverTheCode(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database, 1);
        await settled.GiveBackAsync(1);
        await Should.ThrowAsync<DbUpdateException>(() => settled.Company.Host.RunAsync(settled.Company.Tenant, settled.Company.Preparer, async services =>
        {
            var db = services.GetRequiredService<SepaDbContext>();
            var collection = await db.Collections.SingleAsync(c => c.EndToEndId == "E2E-1");
            db.Reversals.Add(new Reversal(collection, 1, ReversalReason.Duplicate, null, SepaHosts.Start.UtcDateTime));
            await db.SaveChangesAsync();
        }));
    }

    [Theory, Databases]
    public async Task Remittance_OfSeveralFiles_IsRefused(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        await settled.Company.AddCollectionAsync(settled.Orders[0].MandateId, 7m, c => c with { EndToEndId = "E2E-9" });
        var other = await IssuedCompany.IssueAsync(settled.Company, settled.Account.Id);
        await settled.ImportAsync(AnswerTexts.Report(other.File!.MessageId, "ACSC", "", "PSR-OTHER"));
        var late = (await settled.Company.RemittancesAsync(s => s.GetLinesAsync(other.Id, new GetRemittanceLinesInput()))).Items.Single();
        await CreateAsync(settled, settled.Orders[0].Id, late.Id);
        var waiting = await settled.Company.RunAsync<IReversalAppService, IReadOnlyList<WaitingReversalsDto>>(s => s.GetWaitingAsync());
        waiting.Select(w => (w.OriginalRemittanceId, w.Total, w.Scheme)).ShouldBe(
            [(settled.Issued.Id, new OrderTotalDto(1, 10m), PaymentScheme.CoreReversal), (other.Id, new OrderTotalDto(1, 7m), PaymentScheme.CoreReversal)]);
        (await SettledCompany.RefusedAsync(() => settled.Company.CreateRemittanceAsync(settled.Account.Id, PaymentScheme.CoreReversal))).ShouldBe(SepaErrorCodes.ReversalsOfSeveralFiles);
        (await settled.RemittanceAsync()).Total.ShouldBe(10m);
        (await SettledCompany.RefusedAsync(() => settled.Company.CreateRemittanceAsync(settled.Account.Id, PaymentScheme.B2bReversal))).ShouldBe(SepaErrorCodes.NothingToCollect);
    }

    [Theory, Databases]
    [Trait("Req", "SEP-14")]
    public async Task Calendar_OfWhatIsGivenBack_CountsItOnceUntilItIsBooked(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        await settled.GiveBackAsync(1);
        (await CalendarAsync(settled)).WithoutDay.ShouldBe(new CashDto(new OrderTotalDto(0, 0), new OrderTotalDto(0, 0), new OrderTotalDto(1, 10m)));
        await settled.Company.ApproveAsync(await settled.Company.SubmitAsync(await settled.RemittanceAsync()));
        var issued = await CalendarAsync(settled);
        issued.Periods[0].Cash.Reversed.ShouldBe(new OrderTotalDto(1, 10m));
        issued.WithoutDay.Reversed.ShouldBe(new OrderTotalDto(0, 0));
        await settled.BookAsync("PRDD", 1);
        (await CalendarAsync(settled)).Periods[0].Cash.ShouldBe(new CashDto(new OrderTotalDto(0, 0), new OrderTotalDto(0, 0), new OrderTotalDto(0, 0)));
    }

    private static Task<CashCalendarDto> CalendarAsync(SettledCompany settled) =>
        settled.Company.RunAsync<ICashAppService, CashCalendarDto>(s => s.GetCalendarAsync(new GetPeriodsInput()));

    private static Task<IReadOnlyList<ReversalDto>> CreateAsync(SettledCompany settled, params Guid[] ids) =>
        settled.Company.RunAsync<IReversalAppService, IReadOnlyList<ReversalDto>>(s => s.CreateAsync(new CreateReversalsDto(ids, ReversalReason.Duplicate)));

    private static Task<OrderTotalDto> TotalAsync(SettledCompany settled, OrderStatus? status) =>
        settled.Company.RunAsync<IReversalAppService, OrderTotalDto>(s => s.GetTotalAsync(new GetReversalsInput(Status: status)));

    private static Task<byte[]> FileAsync(SepaCompany company, RemittanceDto approved) => company.RemittancesAsync(async s =>
    {
        var download = await s.DownloadAsync(approved.Id);
        await using var content = download.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }, company.Approver);
}
