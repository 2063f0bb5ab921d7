using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Platform.Kernel;

namespace Platform.Sepa.Tests;

/// <summary>Whatever comes in place of a payment file is refused with its place and rule; nothing else is ever thrown.</summary>
[Trait("Req", "SEP-04")]
public sealed class PaymentHostile_Tests
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:";

    private static string Whole => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + PaymentFiles.Debits(PaymentFiles.Debit1() + PaymentFiles.Debit1("E-2"), count: 2, sum: "24.68");

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<Document/>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.008.001.09\"/>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.008.003.02\"/>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"/>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrDrctDbtInitn/></Document>")]
    public void Read_NoPaymentFile_IsRefused(string text) => Refuse(text).Code.ShouldBe(SepaErrorCodes.PaymentFileUnknown);

    [Theory]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"/>", "Document/CstmrCdtTrfInitn")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn/></Document>", "Document/CstmrCdtTrfInitn/PmtInf")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn><PmtInf/></CstmrCdtTrfInitn></Document>", "Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf")]
    public void Read_WithoutOrders_IsRefusedWithWhatIsMissing(string text, string place)
    {
        var error = Refuse(text);
        (error.Code, error.Field).ShouldBe((SepaErrorCodes.PaymentFileMissing, place));
    }

    [Fact]
    public void Read_WithoutAStatedCount_IsRefused()
    {
        var error = Refuse(PaymentFiles.Debits(PaymentFiles.Debit1()).Replace("<NbOfTxs>1</NbOfTxs>", ""));
        (error.Code, error.Field).ShouldBe((SepaErrorCodes.PaymentFileMissing, "Document/CstmrDrctDbtInitn/GrpHdr/NbOfTxs"));
    }

    [Fact]
    public void Read_TruncatedAtAnyByte_IsRefusedWithItsLine()
    {
        var whole = Encoding.UTF8.GetBytes(Whole);
        PaymentFiles.Read(whole).Count.ShouldBe(2);
        for (var length = 0; length < whole.Length; length++)
        {
            var error = Refuse(whole[..length]);
            error.Code.ShouldBeOneOf(SepaErrorCodes.PaymentFileMalformed, SepaErrorCodes.PaymentFileUnknown);
            error.Line.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Read_AnyByteChanged_IsReadOrRefusedAndNeverAnythingElse()
    {
        var whole = Encoding.UTF8.GetBytes(Whole);
        Prop.ForAll(Gen.Choose(0, whole.Length - 1).ToArbitrary(), ArbMap.Default.ArbFor<byte>(), (at, to) =>
        {
            byte[] changed = [.. whole];
            changed[at] = to;
            Read(changed);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such")]
    [InlineData("utf-32")]
    [InlineData("ibm037")]
    public void Read_DeclaredInAnEncodingItIsNotIn_IsRefused(string encoding) =>
        Read(Encoding.UTF8.GetBytes(Whole.Replace("UTF-8", encoding))).ShouldBeFalse();

    [Fact]
    public void Read_Dtd_IsRefusedUnread()
    {
        Refuse("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + PaymentFiles.Debits(PaymentFiles.Debit1(name: "&x;"))).Code.ShouldBe(SepaErrorCodes.PaymentFileDtd);
        Refuse(PaymentFiles.Debits(PaymentFiles.Debit1(name: "&x;"))).Code.ShouldBe(SepaErrorCodes.PaymentFileMalformed);
    }

    [Fact]
    public void Read_MixedVersions_AreRefused()
    {
        var error = Refuse(PaymentFiles.Debits(PaymentFiles.Debit1().Replace("<InstdAmt", $"<InstdAmt xmlns=\"{Namespace}pain.008.001.02\"")));
        (error.Code, error.Field).ShouldBe((SepaErrorCodes.PaymentFileNamespace, "Document/CstmrDrctDbtInitn/PmtInf/DrctDbtTxInf/InstdAmt"));
        Refuse(PaymentFiles.Debits(PaymentFiles.Debit1()) + PaymentFiles.Debits(PaymentFiles.Debit1(), version: "02")).Code.ShouldBe(SepaErrorCodes.PaymentFileSeveral);
        Refuse(PaymentFiles.Debits(PaymentFiles.Debit1()) + PaymentFiles.Credits(PaymentFiles.Credit1())).Code.ShouldBe(SepaErrorCodes.PaymentFileSeveral);
    }

    [Theory]
    [InlineData("Ccy=\"EUR\">12.34", "Ccy=\"CHF\">12.34", "InstdAmt/@Ccy", SepaErrorCodes.PaymentFileCurrency)]
    [InlineData("Ccy=\"EUR\">12.34", ">12.34", "InstdAmt/@Ccy", SepaErrorCodes.PaymentFileValue)]
    [InlineData("Ccy=\"EUR\">12.34", "Ccy=\"EUR\">12,34", "InstdAmt", SepaErrorCodes.PaymentFileValue)]
    [InlineData("Ccy=\"EUR\">12.34", "Ccy=\"EUR\">-12.34", "InstdAmt", SepaErrorCodes.PaymentFileValue)]
    [InlineData("InstdAmt", "EqvtAmt", "InstdAmt", SepaErrorCodes.PaymentFileMissing)]
    [InlineData("<Nm>Éric</Nm>", "<Nm><b>Éric</b></Nm>", "Dbtr/Nm", SepaErrorCodes.PaymentFileValue)]
    public void Read_WrongValue_NamesElementAndRule(string old, string now, string place, string code)
    {
        var error = Refuse(PaymentFiles.Debits(PaymentFiles.Debit1().Replace(old, now)));
        (error.Code, error.Field).ShouldBe((code, $"Document/CstmrDrctDbtInitn/PmtInf/DrctDbtTxInf/{place}"));
    }

    [Fact]
    public void Read_HeadBehindItsOrders_IsRefused() =>
        Refuse(PaymentFiles.Debits(PaymentFiles.Debit1() + "<ReqdColltnDt>2026-12-02</ReqdColltnDt>")).Code.ShouldBe(SepaErrorCodes.PaymentFileOrder);

    [Fact]
    public void Read_HugeTextOrDepth_IsRefusedWithoutBeingHeld()
    {
        var huge = new string('A', 5_000_000);
        var text = Encoding.UTF8.GetBytes(PaymentFiles.Debits(PaymentFiles.Debit1(name: huge)));
        var passedOver = Encoding.UTF8.GetBytes(PaymentFiles.Debits(PaymentFiles.Debit1().Replace("<RmtInf>", $"<Purp><Cd>{huge}</Cd></Purp><RmtInf>")));
        var deep = Encoding.UTF8.GetBytes(PaymentFiles.Debits(PaymentFiles.Debit1().Replace("<RmtInf>", string.Concat(Enumerable.Repeat("<X>", 1_000_000)) + "<RmtInf>")));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refuse(text).Code.ShouldBe(SepaErrorCodes.PaymentFileValueLength);
        Refuse(deep).Code.ShouldBe(SepaErrorCodes.PaymentFileTooDeep);
        Read(passedOver).ShouldBeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2_000_000);
    }

    private static bool Read(byte[] file)
    {
        try
        {
            PaymentFiles.Read(file);
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }

    private static FieldError Refuse(string text) => Refuse(Encoding.UTF8.GetBytes(text));

    private static FieldError Refuse(byte[] file) => Should.Throw<InputException>(() => PaymentFiles.Read(file)).Errors.ShouldHaveSingleItem();
}
