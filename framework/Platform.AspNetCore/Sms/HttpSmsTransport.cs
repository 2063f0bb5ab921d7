using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Posts each message to a gateway, as its configuration describes.</summary>
internal sealed class HttpSmsTransport(HttpClient client, IOptions<SmsOptions> options) : ISmsTransport
{
    public async Task SendAsync(SmsMessage message, Guid key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Url) { Content = ContentOf(options.Value, message) };
        request.Headers.Add(options.Value.KeyHeader, key.ToString());
        foreach (var (name, value) in options.Value.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.IsSuccessStatusCode)
            return;
        throw IsFinal(answer.StatusCode)
            ? new SmsRefusedException((int)answer.StatusCode)
            : new HttpRequestException($"The SMS gateway answered {(int)answer.StatusCode}.", null, answer.StatusCode);
    }

    public static HttpContent ContentOf(SmsOptions options, SmsMessage message) => options.Body is { Length: > 0 } body
        ? new StringContent(Fill(body, Escaped(message.To), Escaped(message.Text)), Encoding.UTF8, "application/json")
        : new FormUrlEncodedContent(options.Fields.Select(f => KeyValuePair.Create(f.Key, Fill(f.Value, message.To, message.Text))));

    // A secret that is refused may be put right while the message still counts.
    private static bool IsFinal(HttpStatusCode status) => (int)status is >= 300 and < 500
        && status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    private static string Escaped(string value) => JsonEncodedText.Encode(value).ToString();

    // In one pass: what stands in the text is never filled in again.
    private static string Fill(string template, string to, string text) =>
        string.Join(text, template.Split("{text}").Select(part => part.Replace("{to}", to, StringComparison.Ordinal)));
}
