using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>The mail and text messages that were captured instead of sent. In Development only: they hold links and codes.</summary>
[AllowAnonymous]
internal sealed class MailModel(KernelDbContext context, IHostEnvironment environment) : PageModel
{
    private const int Newest = 50;

    public IReadOnlyList<CapturedMail> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            throw new EntityNotFoundException();
        }

        Mails = await context.CapturedMails.AsNoTracking().OrderByDescending(m => m.Id).Take(Newest).ToListAsync(cancellationToken);
        return Page();
    }

    public static string? LinkOf(string line) =>
        Uri.TryCreate(line.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? line.Trim() : null;
}
