using Microsoft.AspNetCore.Mvc;

namespace Platform.Accounting.Web;

/// <content>What the accountant and the company say about the document.</content>
internal sealed partial class DocumentPageModel
{
    [BindProperty]
    public string? Message { get; set; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<DocumentMessageDto> Messages { get; private set; } = [];

    /// <summary>What became of it in the books; empty for who may not see that.</summary>
    public IReadOnlyList<BookingDto> Bookings { get; private set; } = [];

    public bool CanProcess { get; private set; }

    public bool MayBeInvoice => Document.MediaType is "application/pdf" or "application/xml" or "text/xml";

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) => WorkAsync("Work:IsAccepted", () => work.AcceptAsync([Id], cancellationToken));

    public Task<IActionResult> OnPostBookAsync(CancellationToken cancellationToken) => WorkAsync("Work:IsBooked", () => work.BookAsync([Id], cancellationToken));

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) => WorkAsync("Work:IsAsked", () => work.AskAsync(Id, Message, cancellationToken));

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken) => WorkAsync("Work:IsAnswered", () => work.AnswerAsync(Id, Message, cancellationToken));

    private Task<IActionResult> WorkAsync(string notice, Func<Task> act) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return this.Go($"inbox/{Id}");
    });
}
