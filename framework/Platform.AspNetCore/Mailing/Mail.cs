using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Configuration section "Mail".</summary>
internal sealed class MailOptions
{
    /// <summary>"Captured" (default: kept and shown on /dev/mail in Development) or "Smtp".</summary>
    public string Mode { get; set; } = "Captured";

    public string Host { get; set; } = "127.0.0.1";

    public int Port { get; set; } = 25;

    public bool StartTls { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "platform@localhost";
}

internal sealed record SendEmailArgs(string To, string Subject, string Text, string? Reference = null);

internal sealed class EmailSender(IBackgroundJobManager jobs) : IEmailSender, IScopedDependency
{
    public Task QueueAsync(EmailMessage message, CancellationToken cancellationToken = default) =>
        jobs.EnqueueAsync(new SendEmailArgs(message.To, message.Subject, message.Text, message.Reference), cancellationToken: cancellationToken);
}

internal sealed class CapturedEmailTransport(KernelDbContext context, TimeProvider clock) : IEmailTransport
{
    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        context.CapturedMails.Add(new CapturedMail
        {
            Id = Guid.CreateVersion7(),
            SentAt = clock.GetUtcNow().UtcDateTime,
            To = message.To,
            Subject = message.Subject,
            Text = message.Text,
        });
        return Task.CompletedTask;
    }
}

internal sealed class ConfiguredMailPassword(IOptions<MailOptions> options) : IMailPassword
{
    public Task UseAsync(Func<string?, Task> send, CancellationToken cancellationToken = default) => send(options.Value.Password);
}

internal sealed class SmtpEmailTransport(IOptions<MailOptions> options, IMailPassword password) : IEmailTransport
{
    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken) => options.Value.UserName is { Length: > 0 } user
        ? password.UseAsync(secret => SendAsync(message, new NetworkCredential(user, secret), cancellationToken), cancellationToken)
        : SendAsync(message, null, cancellationToken);

    private async Task SendAsync(EmailMessage message, NetworkCredential? credential, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(options.Value.Host, options.Value.Port) { EnableSsl = options.Value.StartTls, Credentials = credential };
        using var mail = new MailMessage(options.Value.From, message.To)
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
        };
        if (message.Reference is { } reference)
        {
            mail.Headers.Add("Message-ID", $"<{reference}@{mail.From!.Host}>");
        }

        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(Html(message.Text), Encoding.UTF8, MediaTypeNames.Text.Html));
        await client.SendMailAsync(mail, cancellationToken);
    }

    private static string Html(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var lines = paragraphs.Select(p => $"<p>{string.Join("<br>", p.Split('\n').Select(Line))}</p>");
        return $"<!doctype html><html><body style=\"font-family:sans-serif;line-height:1.5;color:#1f2937\">{string.Concat(lines)}</body></html>";
    }

    private static string Line(string line) =>
        Uri.TryCreate(line.Trim(), UriKind.Absolute, out var link) && link.Scheme is "https" or "http" && line.Trim().StartsWith("http", StringComparison.Ordinal)
            ? $"<a href=\"{WebUtility.HtmlEncode(link.ToString())}\">{WebUtility.HtmlEncode(link.ToString())}</a>"
            : WebUtility.HtmlEncode(line);
}

internal static class MailRegistration
{
    public static void AddPlatformMail(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Mail");
        services.TryAddScoped<IMailPassword, ConfiguredMailPassword>();
        services.Configure<MailOptions>(section);
        if (section["Mode"] == "Smtp")
        {
            services.AddScoped<IEmailTransport, SmtpEmailTransport>();
        }
        else
        {
            services.AddScoped<IEmailTransport, CapturedEmailTransport>();
        }
    }
}
