using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>How whoever gets a proof verifies it, in both languages: it travels farther than its maker.</summary>
internal sealed class ProofTexts(IStringLocalizer<SepaResource> texts) : IScopedDependency
{
    private static readonly (string File, CultureInfo Language)[] Readers =
        [("README.en.txt", CultureInfo.GetCultureInfo("en")), ("LISEZMOI.fr.txt", CultureInfo.GetCultureInfo("fr"))];

    public IEnumerable<(string File, string Text)> Of(string bankFile, IReadOnlyList<SignatureDownload> signatures) =>
        Readers.Select(r => (r.File, ReaderLanguage.Write(r.Language, () => Write(bankFile, signatures))));

    private string Write(string bankFile, IReadOnlyList<SignatureDownload> signatures) => string.Join(
        '\n',
        texts["Proof:Introduction", bankFile], "", "  sha256sum -c SHA256SUMS", "", signatures.Count == 0 ? texts["Proof:Unsigned"] : texts["Proof:Signed"], "",
        string.Join('\n', signatures.Select(s => $"  openssl cms -verify -cades -binary -inform DER -in {s.FileName} -content {bankFile} -CAfile authority.pem -purpose any -out /dev/null")),
        "", texts["Proof:Authority"], "");
}
