using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>The columns a person chose for files with this header: proposed again at the next such file.</summary>
[DisableAuditing("A convenience without meaning of its own.")]
internal sealed class ImportMapping : SepaEntity
{
    public ImportMapping(ImportKind kind, string headerFingerprint) => (Kind, HeaderFingerprint) = (kind, headerFingerprint);

    private ImportMapping()
    {
    }

    public ImportKind Kind { get; private set; }

    public string HeaderFingerprint { get; private set; } = "";

    public string Mapping { get; private set; } = "{}";

    public DecimalSign DecimalSign { get; private set; }

    public void Remember(string mapping, DecimalSign decimalSign) => (Mapping, DecimalSign) = (mapping, decimalSign);
}
