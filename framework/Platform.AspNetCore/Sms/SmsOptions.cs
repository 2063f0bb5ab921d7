namespace Platform.AspNetCore;

/// <summary>Configuration section "Sms".</summary>
internal sealed class SmsOptions
{
    public const string Captured = "Captured";
    public const string Gateway = "Http";

    /// <summary>"Http", "Captured" (Development only, and the default there) or empty for none.</summary>
    public string? Mode { get; set; }

    /// <summary>Where each message is posted; https, but on the host's own machine.</summary>
    public Uri? Url { get; set; }

    /// <summary>Headers of each request: the gateway's secret, as "Authorization" or whatever it asks for.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>JSON in which "{to}" and "{text}" stand for number and text; or <see cref="Fields"/>.</summary>
    public string? Body { get; set; }

    /// <summary>Form fields in whose values "{to}" and "{text}" stand for number and text.</summary>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Header that bears the message's key.</summary>
    public string KeyHeader { get; set; } = "Idempotency-Key";

    /// <summary>Seconds one attempt may take.</summary>
    public double AttemptSeconds { get; set; } = 10;

    /// <summary>Seconds all attempts of one job may take.</summary>
    public double TotalSeconds { get; set; } = 45;

    /// <summary>Attempts after the first within one job.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Milliseconds before the second attempt; each further one waits about twice as long.</summary>
    public double RetryMilliseconds { get; set; } = 500;
}
