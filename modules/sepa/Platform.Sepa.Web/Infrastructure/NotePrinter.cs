using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>Notes as PDF files, from the views that the pages show.</summary>
internal sealed class NotePrinter(PdfPrinter printer, IStringLocalizer<SepaResource> texts) : IScopedDependency
{
    public const string MediaType = "application/pdf";

    public async Task<(byte[] Content, string FileName)> PrintAsync(AccompanyingNoteDto note, CancellationToken cancellationToken) =>
        (await printer.PrintAsync("/Pages/Sepa/Notes/_AccompanyingNote.cshtml", note, texts["Notes:AccompanyingOf", note.Number], cancellationToken), $"{note.Number}-note.pdf");

    /// <summary>In the debtor's language.</summary>
    public async Task<(byte[] Content, string FileName)> PrintAsync(MandateFormDto form, CancellationToken cancellationToken) => (
        await form.InLanguage(() => printer.PrintAsync("/Pages/Sepa/Notes/_MandatePaper.cshtml", form, texts["MandateForm:Of", form.Reference], cancellationToken)),
        $"{form.FileName()}.pdf");

    public async Task<(byte[] Content, string FileName)> PrintAsync(ConfirmationNoteDto note, CancellationToken cancellationToken) =>
        (await printer.PrintAsync("/Pages/Sepa/Notes/_ConfirmationNote.cshtml", note, texts["Notes:ConfirmationOf", note.Number], cancellationToken), $"{note.Number}-confirmation.pdf");
}
