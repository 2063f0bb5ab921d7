using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Accounting.Tests;

[Trait("Req", "ACC-05")]
public sealed class SafeNames_Tests
{
    [Theory]
    [InlineData("Facture été 2026.pdf", "Facture été 2026.pdf")]
    [InlineData("Rechnung 🧾 👨‍👩‍👧.pdf", "Rechnung 🧾 👨‍👩‍👧.pdf")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("C:\\temp\\x.pdf", "C__temp_x.pdf")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("Lpt1 .pdf", "_Lpt1 .pdf")]
    [InlineData("COM¹.pdf", "_COM¹.pdf")]
    [InlineData("console.txt", "console.txt")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("report.pdf. . ", "report.pdf")]
    [InlineData("a\r\nb\0.pdf", "a__b_.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("zero\u200Bwidth\uFEFF.pdf", "zerowidth.pdf")]
    [InlineData("what?<is>|*this\".pdf", "what__is___this_.pdf")]
    [InlineData("e\u0301te\u0301.pdf", "\u00e9t\u00e9.pdf")]
    [InlineData("", "document")]
    [InlineData(" . ", "document")]
    [InlineData("=cmd|'/c calc'!A1.csv", "=cmd_'_c calc'!A1.csv")]
    public void Of_Name_IsSafe(string name, string safe) => SafeNames.Of(name).ShouldBe(safe);

    [Fact]
    public void Of_LongNames_KeepTheirExtension()
    {
        SafeNames.Of($"{new string('a', 300)}.pdf").ShouldBe($"{new string('a', 116)}.pdf");
        SafeNames.Of($"{new string('漢', 200)}.pdf").ShouldBe($"{new string('漢', 78)}.pdf");
        SafeNames.Of($"x{string.Concat(Enumerable.Repeat("👨‍👩‍👧", 40))}.pdf").ShouldEndWith("👨‍👩‍👧.pdf", customMessage: "no emoji is cut in two");
        SafeNames.Of($"{new string('b', 130)}. pdf of somebody without extension").Length.ShouldBe(120);
    }

    [Fact]
    public void Of_AnyName_IsSafeForEverybody() => Prop.ForAll(Names.ToArbitrary(), name =>
    {
        var safe = SafeNames.Of(name);
        return safe.Length is > 0 and <= 120 && Encoding.UTF8.GetByteCount(safe) <= 240 && safe.IsNormalized(NormalizationForm.FormC)
            && safe.IndexOfAny([.. "/\\<>:\"|?*"]) < 0 && !safe.Any(char.IsControl) && !safe.Any(c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')
            && safe[0] is not ('.' or ' ') && safe[^1] is not ('.' or ' ') && SafeNames.Of(safe) == safe;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Take_AnyNames_AreDifferentWhateverTheirCase() => Prop.ForAll(Names.ListOf().ToArbitrary(), names =>
    {
        var folder = new FolderNames();
        var taken = names.Concat(names).Concat(names.Select(n => n.ToUpperInvariant())).Select(folder.Take).ToList();
        return taken.Distinct(StringComparer.OrdinalIgnoreCase).Count() == taken.Count && taken.TrueForAll(n => n.Length <= 120 && Encoding.UTF8.GetByteCount(n) <= 240);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Take_SameNames_AreNumbered()
    {
        var folder = new FolderNames();
        string[] names = ["a.pdf", "A.PDF", "a (2).pdf", "a.pdf", "a/", "a\\"];
        names.Select(folder.Take).ShouldBe(["a.pdf", "A (2).PDF", "a (2) (2).pdf", "a (3).pdf", "a_", "a_ (2)"]);
    }

    // What people, other systems and attackers name files.
    private static Gen<string> Names => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.Elements("..", "/", "\\", ".", " ", "CON", "aux", "NUL", ".pdf", ".tar.gz", "\0", "\n", "\u202E", "\u2066", "\u200D", "👩‍💻", "é", "e\u0301", "漢", "ﷺ", "\ud83d", "🇫🇷", "a", "Z", "😀😀😀😀😀😀😀😀😀😀", new string('x', 90))
            .ListOf().Select(string.Concat));
}
