using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>A mandate as plain text in its debtor's language: what is hashed, signed, kept and mailed.</summary>
internal sealed class MandateRecord(IStringLocalizer<SepaResource> texts) : IScopedDependency
{
    private const string Line = "----------";

    public static string Sha256(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>All that the debtor is asked to sign.</summary>
    public string Content(MandateFormDto form) => Write(form, () => Lines(
        texts[$"MandateForm:Title.{form.Scheme}"], "",
        Fact("MandateForm:Reference", form.Reference), "",
        texts[$"MandateForm:Text.{form.Scheme}", form.Creditor.Name], texts["MandateForm:Rights"], "",
        Fact("Creditor", form.Creditor.Name), Fact("MandateForm:Identifier", form.Creditor.Identifier), Fact("Address", One(form.Creditor.Address)), "",
        Fact("Debtor", form.Debtor.Name), Fact("Address", One(form.Debtor.Address)), Fact("Iban", SepaValue.Parse<Iban>(form.Debtor.Iban).Format()),
        Fact("Bic", form.Debtor.Bic), Fact("MandateForm:Payment", texts[$"MandateForm:Payment.{form.Type}"])));

    /// <summary>The content, and below the line how it was signed; the hash is that of what stands above the line.</summary>
    public string Signed(MandateFormDto form, string content, MandateSignature signature) => content + Write(form, () => Lines(
        Line,
        Fact("MandateSigning:SignedBy", signature.SignerName), Fact("MandateSigning:Place", signature.Place),
        Fact("MandateSigning:At", signature.At.ToString("u", CultureInfo.InvariantCulture)), Fact("MandateSigning:LinkTo", signature.Email),
        Fact("MandateSigning:Hash", Sha256(content))));

    public (string Subject, string Text) Mail(MandateFormDto form, string key, params object[] words) =>
        Write(form, () => (texts[$"{key}.Subject", form.Creditor.Name].Value, texts[$"{key}.Text", words].Value));

    private static T Write<T>(MandateFormDto form, Func<T> write) => ReaderLanguage.Write(CultureInfo.GetCultureInfo(form.Language), write);

    private static string Lines(params string?[] lines) => string.Concat(lines.OfType<string>().Select(line => line + '\n'));

    private string? Fact(string key, string? value) => string.IsNullOrEmpty(value) ? null : texts["MandateSigning:Fact", texts[key].Value, value].Value;

    private static string One(AddressDto address) => string.Join(", ", new[]
    {
        address.Street, address.BuildingNumber, address.Line1, address.Line2, address.PostalCode, address.Town, address.Country,
    }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>Who signed, and how it is known.</summary>
internal sealed record MandateSignature(string SignerName, string Place, string Email, DateTime At);
