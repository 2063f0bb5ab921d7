using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Accounting.Tests;

/// <summary>Documents that are e-invoices, and their payment.</summary>
[Trait("Req", "ACC-09")]
public sealed class EInvoiceDocuments_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task Get_AnXmlInvoice_IsReadAndKeptOnce(TestDatabase database)
    {
        var inbox = await InboxAsync(database);
        var id = await inbox.AddAsync(InvoiceInbox.Sample("ubl-invoice.xml", "KEPT-1"));
        var read = (await inbox.ReadAsync(id))!;
        (read.Invoice.Number, read.Attachment, read.CanPrepare, read.PaymentRefusal, read.TransferId).ShouldBe(("KEPT-1", null, true, null, null));
        read.Findings.ShouldBeEmpty("the demonstration company is the buyer");
        await inbox.ReadAsync(id);
        var kept = await inbox.RunAsync<AccountingDbContext, DocumentInvoice>(db => db.DocumentInvoices.AsNoTracking().SingleAsync(i => i.DocumentId == id));
        (kept.SellerName, kept.SellerVatNumber, kept.Number, kept.DueOn, kept.Currency, kept.PayableCents, kept.Iban)
            .ShouldBe(("Moulin de la Vanne SAS", "FR96552100554", "KEPT-1", InvoiceInbox.Due, "EUR", 100_000, "FR7630006000011234567890189"));
    }

    [Theory, Databases]
    public async Task Get_AFacturX_ReadsWhatIsInThePdf(TestDatabase database)
    {
        PdfDetach_Tests.RequireTool();
        Assert.SkipUnless(TestEnvironment.IsContinuousIntegration || File.Exists("/usr/bin/weasyprint"), "WeasyPrint is not installed");
        var inbox = await InboxAsync(database);
        var id = await inbox.AddAsync(await FacturX.PrintAsync("factur-x.xml", Samples.Text("cii-invoice.xml")), "application/pdf", "facture.pdf");
        var read = (await inbox.ReadAsync(id))!;
        (read.Attachment, read.Invoice.Number, read.Invoice.Sums.Payable).ShouldBe(("factur-x.xml", "R-88123", 638.10m));
    }

    [Theory, Databases]
    public async Task Get_OtherDocuments_GivesNull(TestDatabase database)
    {
        PdfDetach_Tests.RequireTool();
        var inbox = await InboxAsync(database);
        (await inbox.ReadAsync(await inbox.AddAsync("<note>not an invoice</note>"))).ShouldBeNull();
        (await inbox.ReadAsync(await inbox.AddAsync(FacturX.Pdf(($"{Guid.CreateVersion7()}.txt", [])), "application/pdf", "a.pdf"))).ShouldBeNull();
        var picture = await inbox.AddAsync(Guid.CreateVersion7().ToByteArray(), "image/png", "a.png");
        (await inbox.ReadAsync(picture)).ShouldBeNull();
        (await inbox.RefusedAsync(picture)).ShouldBe(AccountingErrorCodes.EInvoiceNone);
    }

    [Theory, Databases]
    public async Task Get_ReadTwiceAtTheSameMoment_AnswersBoth(TestDatabase database)
    {
        var inbox = await InboxAsync(database);
        var id = await inbox.AddAsync(InvoiceInbox.Sample("ubl-invoice.xml", "TWICE-1"));
        var read = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => inbox.ReadAsync(id))));
        read.ShouldAllBe(r => r!.Invoice.Number == "TWICE-1");
    }

    [Theory, Databases]
    public async Task Prepare_AnInvoiceInTheTrash_IsRefused(TestDatabase database)
    {
        var inbox = await InboxAsync(database);
        var id = await inbox.AddAsync(InvoiceInbox.Sample("ubl-invoice.xml", "TRASHED-1"));
        await inbox.RunAsync<IDocumentAppService, bool>(async s =>
        {
            await s.TrashAsync(new DocumentsInput([id]));
            return true;
        });
        (await inbox.ReadAsync(id))!.PaymentRefusal.ShouldBe(AccountingErrorCodes.EInvoiceTrashed);
        (await inbox.RefusedAsync(id)).ShouldBe(AccountingErrorCodes.EInvoiceTrashed);
    }

    [Theory, Databases]
    public async Task Documents_OfAnotherCompany_DoNotExist(TestDatabase database)
    {
        var inbox = await InboxAsync(database);
        var id = await inbox.AddAsync(InvoiceInbox.Sample("ubl-invoice.xml", "FOREIGN-1"));
        var foreign = await InvoiceInbox.OpenAsync(inbox.Host, "nova", "amelie");
        await Should.ThrowAsync<EntityNotFoundException>(() => foreign.ReadAsync(id));
        await Should.ThrowAsync<EntityNotFoundException>(() => foreign.PrepareAsync(id));
    }

    [Theory, Databases]
    public async Task Prepare_AnInvoice_MakesATransferThatPaysIt(TestDatabase database)
    {
        var inbox = await InboxAsync(database);
        var transfer = await inbox.TransferAsync(await inbox.PrepareAsync(await inbox.AddAsync(InvoiceInbox.Sample("ubl-invoice.xml", "PAID-1"))));
        (transfer.CreditorName, transfer.CreditorIban, transfer.CreditorBic, transfer.Amount, transfer.RequestedOn, transfer.InvoiceNumber, transfer.RemittanceInformation, transfer.Status)
            .ShouldBe(("Moulin de la Vanne", "FR7630006000011234567890189", "AGRIFRPP", 1000.00m, InvoiceInbox.Due, "PAID-1", "MV0417", OrderStatus.Waiting));
    }

    [Theory, Databases]
    public async Task Prepare_PastItsDueDateToAFactor_IsWantedAtOnce(TestDatabase database)
    {
        var inbox = await InboxAsync(database);
        var late = Samples.Text("cii-invoice.xml").Replace("20261205", "20200105").Replace("20261105", "20191105");
        var transfer = await inbox.TransferAsync(await inbox.PrepareAsync(await inbox.AddAsync(late)));
        (transfer.CreditorName, transfer.RequestedOn, transfer.RemittanceInformation).ShouldBe(("Factoring Süd AG", null, "88123-24"));
    }

    [Theory, Databases]
    public async Task Prepare_ASecondTime_NeedsTheFirstToBeTakenBack(TestDatabase database)
    {
        var inbox = await InboxAsync(database);
        var id = await inbox.AddAsync(InvoiceInbox.Sample("ubl-invoice.xml", "SECOND-1"));
        var first = await inbox.PrepareAsync(id);
        (await inbox.RefusedAsync(id)).ShouldBe(AccountingErrorCodes.EInvoicePaymentExists);
        var read = (await inbox.ReadAsync(id))!;
        (read.CanPrepare, read.PaymentRefusal, read.TransferId).ShouldBe((false, AccountingErrorCodes.EInvoicePaymentExists, first));
        await inbox.RunAsync<ITransferAppService, bool>(async s =>
        {
            await s.CancelAsync(first);
            return true;
        });
        (await inbox.ReadAsync(id))!.CanPrepare.ShouldBeTrue();
        (await inbox.PrepareAsync(id)).ShouldNotBe(first);
    }

    [Theory]
    [InlineData("ubl-credit-note.xml", "x", "x", AccountingErrorCodes.EInvoiceNothingToPay)]
    [InlineData("ubl-invoice.xml", ">1000.00<", ">0.00<", AccountingErrorCodes.EInvoiceNothingToPay)]
    [InlineData("ubl-invoice.xml", "EUR", "USD", AccountingErrorCodes.EInvoiceNotEuro)]
    [InlineData("ubl-invoice.xml", "Credit transfer\">30<", "x\">49<", AccountingErrorCodes.EInvoiceDirectDebit)]
    [InlineData("cii-invoice.xml", ">58<", ">59<", AccountingErrorCodes.EInvoiceDirectDebit)]
    [InlineData("ubl-invoice.xml", "FR76 3000 6000 0112 3456 7890 189", "", AccountingErrorCodes.EInvoiceNoAccount)]
    [InlineData("ubl-wrong-sums.xml", "x", "x", AccountingErrorCodes.EInvoiceAccountInvalid)]
    [InlineData("ubl-invoice.xml", "FR76 3000 6000 0112 3456 7890 189", "TR330006100519786457841326", AccountingErrorCodes.EInvoiceAccountInvalid)]
    public async Task Prepare_WhatCannotBePaid_IsRefusedAndSaidBefore(string sample, string former, string now, string code)
    {
        var inbox = await InboxAsync(TestDatabase.Sqlite);
        var id = await inbox.AddAsync(InvoiceInbox.Sample(sample, "NO-1").Replace(former, now));
        var read = (await inbox.ReadAsync(id))!;
        (read.CanPrepare, read.PaymentRefusal).ShouldBe((false, code));
        (await inbox.RefusedAsync(id)).ShouldBe(code);
    }

    [Theory, Databases]
    public async Task Prepare_WithoutTheRightToPay_IsDenied(TestDatabase database)
    {
        var inbox = await InboxAsync(database);
        var id = await inbox.AddAsync(InvoiceInbox.Sample("ubl-invoice.xml", "RIGHT-1"));
        var validator = await InvoiceInbox.OpenAsync(inbox.Host, person: "victor");
        (await validator.ReadAsync(id))!.CanPrepare.ShouldBeFalse();
        await Should.ThrowAsync<PermissionDeniedException>(() => validator.PrepareAsync(id));
    }

    private async Task<InvoiceInbox> InboxAsync(TestDatabase database) => await InvoiceInbox.OpenAsync(await hosts.GetAsync(database));
}
