using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

internal static class Arbitraries
{
    public const string SepaCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ";

    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static Arbitrary<Iban> Iban { get; } = Gen.Elements(IbanRegistry.All.ToArray()).SelectMany(Bban).ToArbitrary();

    public static Arbitrary<CreditorIdentifier> CreditorIdentifier { get; } = (
        from country in Gen.Elements("DE", "AT")
        from business in Text(Letters + Digits, 3)
        from national in Text(Digits, 11)
        select Sepa.CreditorIdentifier.Create(country, business, national)).ToArbitrary();

    public static Gen<string> Text(string characters, int length) =>
        Gen.Elements(characters.ToCharArray()).ArrayOf(length).Select(c => new string(c));

    public static Gen<string> SepaText(int maxLength) => Gen.Choose(1, maxLength).SelectMany(n => Text(SepaCharacters, n));

    /// <summary>Another character of the same kind at a place (modulo the length).</summary>
    public static string Change(string text, int at, int shift)
    {
        var chars = text.ToCharArray();
        at %= chars.Length;
        chars[at] = char.IsAsciiDigit(chars[at])
            ? (char)('0' + (chars[at] - '0' + shift) % 10)
            : (char)('A' + (chars[at] - 'A' + shift) % 26);
        return new(chars);
    }

    public static string Swap(string text, int at)
    {
        var chars = text.ToCharArray();
        (chars[at], chars[at + 1]) = (chars[at + 1], chars[at]);
        return new(chars);
    }

    private static Gen<Iban> Bban(IbanCountry country) => country.Bban
        .Select(part => Text(part.Kind switch { 'n' => Digits, 'a' => Letters, _ => Letters + Digits }, part.Length))
        .Aggregate(Gen.Constant(""), (left, right) => left.SelectMany(l => right.Select(r => l + r)))
        .Select(bban => Sepa.Iban.Create(country.Code, bban));
}
