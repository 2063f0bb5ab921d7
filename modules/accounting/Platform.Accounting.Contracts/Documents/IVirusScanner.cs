namespace Platform.Accounting;

/// <summary>Looks for viruses in a file.</summary>
public interface IVirusScanner
{
    /// <summary>Reads the content to its end, in constant memory.</summary>
    /// <exception cref="Platform.Kernel.BusinessException">Accounting:ScannerUnavailable: a scanner is configured and gave no verdict.</exception>
    Task<VirusScanResult> ScanAsync(Stream content, CancellationToken cancellationToken = default);
}

/// <summary>What a scanner says.</summary>
public enum VirusVerdict
{
    /// <summary>No scanner is configured.</summary>
    NotScanned,

    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>Something was found.</summary>
    Infected,
}

/// <summary>Verdict of a scanner.</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="Signature">What was found, as the scanner names it; null otherwise.</param>
public sealed record VirusScanResult(VirusVerdict Verdict, string? Signature = null);
