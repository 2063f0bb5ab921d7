using System.Text;
using Platform.Kernel;

namespace Platform.Sepa.Tests;

/// <summary>Whatever comes in place of an answer is refused with its place and rule, and nothing else happens.</summary>
[Trait("Req", "SEP-11")]
public sealed class AnswerHostile_Tests
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:";

    [Theory]
    [InlineData("")]
    [InlineData("not xml at all")]
    [InlineData("<a/>")]
    [InlineData("{\"Document\":1}")]
    [InlineData("<Document/>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.008.001.08\"/>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"/>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><BkToCstmrStmt/></Document>")]
    public void Read_NoAnswer_IsRefused(string text) => Refuse(text).Code.ShouldStartWith("Sepa:Answer");

    [Fact]
    public void Read_TruncatedAnywhere_IsRefusedWithItsLine()
    {
        var whole = Encoding.UTF8.GetBytes(AnswerTexts.Returns());
        Items(whole).Count.ShouldBe(3);
        for (var length = 0; length < whole.Length - 1; length += 3)
        {
            var error = Should.Throw<InputException>(() => Items(whole[..length]), $"{length}").Errors.ShouldHaveSingleItem();
            error.Code.ShouldBeOneOf(SepaErrorCodes.AnswerMalformed, SepaErrorCodes.AnswerUnknownMessage);
            error.Line.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Read_PublishedAnswersTruncated_AreRefused()
    {
        foreach (var kind in new[] { "pain.002", "camt.053", "camt.054" })
        {
            foreach (var (file, _) in AnswerSamples.All(kind))
            {
                var whole = File.ReadAllBytes(Shared.File("samples", "sepa", file));
                var end = Encoding.UTF8.GetString(whole).TrimEnd().Length - 1;
                for (var length = 0; length < end; length += 97)
                    Should.Throw<InputException>(() => Items(whole[..length]), $"{file} {length}");
            }
        }
    }

    [Fact]
    public void Read_Dtd_IsRefusedUnread()
    {
        var text = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + AnswerTexts.Returns("&x;");

        Refuse(text).Code.ShouldBe(SepaErrorCodes.AnswerDtd);
        Refuse(AnswerTexts.Returns("&x;")).Code.ShouldBe(SepaErrorCodes.AnswerMalformed);
    }

    [Fact]
    public void Read_ElementOfAnotherEdition_IsRefusedAtItsPlace()
    {
        var text = AnswerTexts.Returns().Replace("<RtrInf>", $"<RtrInf xmlns=\"{Namespace}camt.053.001.02\">");

        var error = Refuse(text);
        error.Code.ShouldBe(SepaErrorCodes.AnswerNamespace);
        error.Field.ShouldBe("Document/BkToCstmrStmt/Stmt/Ntry/NtryDtls/TxDtls/RtrInf");
        error.Value.ShouldBe($"{Namespace}camt.053.001.02");
    }

    [Fact]
    public void Read_TwoMessagesInOneFile_IsRefusedButTwoEditionsAreNot()
    {
        Refuse(AnswerTexts.Returns() + AnswerTexts.Status("RJCT")).Code.ShouldBe(SepaErrorCodes.AnswerMixed);
        Items(AnswerTexts.Returns() + AnswerTexts.Returns(edition: "02")).Count.ShouldBe(6);
    }

    [Fact]
    public void Read_DocumentsInAnEnvelope_AreAllRead() =>
        Items($"<Envelope><AppHdr/><Body>{AnswerTexts.Returns()}</Body><Body>{AnswerTexts.Returns()}</Body></Envelope>").Count.ShouldBe(6);

    [Theory]
    [InlineData("<Amt Ccy=\"EUR\">1,50</Amt>", "Amt", SepaErrorCodes.AnswerValue)]
    [InlineData("<Amt>1.50</Amt>", "Amt/@Ccy", SepaErrorCodes.AnswerValue)]
    [InlineData("<Amt Ccy=\"EUR\">-1.50</Amt>", "Amt", SepaErrorCodes.AnswerValue)]
    [InlineData("<Amt Ccy=\"EUR\"><x/></Amt>", "Amt", SepaErrorCodes.AnswerValue)]
    [InlineData("", "Amt", SepaErrorCodes.AnswerMissing)]
    [InlineData("<Amt Ccy=\"EUR\">1.50</Amt><BookgDt><Dt>2026-13-40</Dt></BookgDt>", "BookgDt/Dt", SepaErrorCodes.AnswerValue)]
    [InlineData("<Amt Ccy=\"EUR\">1.50</Amt><RvslInd>maybe</RvslInd>", "RvslInd", SepaErrorCodes.AnswerValue)]
    public void Read_WrongValue_NamesElementLineAndRule(string head, string place, string code)
    {
        var error = Refuse(AnswerTexts.Statement($"<Ntry>\n{head}<CdtDbtInd>DBIT</CdtDbtInd></Ntry>"));

        error.Code.ShouldBe(code);
        error.Field.ShouldBe($"Document/BkToCstmrStmt/Stmt/Ntry/{place}");
        error.Line.ShouldBe(3);
    }

    [Fact]
    public void Read_HeadBehindItsOrders_IsRefused()
    {
        Refuse(AnswerTexts.Returns().Replace("</NtryDtls>", "</NtryDtls><CdtDbtInd>CRDT</CdtDbtInd>")).Code.ShouldBe(SepaErrorCodes.AnswerOrder);
        Refuse(AnswerTexts.Status("RJCT").Replace("</TxInfAndSts>", "</TxInfAndSts><PmtInfSts>ACCP</PmtInfSts>")).Code.ShouldBe(SepaErrorCodes.AnswerOrder);
    }

    [Fact]
    public void Read_HugeText_IsRefusedOrPassedOverWithoutBeingHeld()
    {
        var huge = new string('A', 5_000_000);
        var refused = Encoding.UTF8.GetBytes(AnswerTexts.Returns(huge));
        var passedOver = Encoding.UTF8.GetBytes(AnswerTexts.Returns().Replace("<RtrInf>", $"<RmtInf><Ustrd>{huge}</Ustrd></RmtInf><RtrInf>"));
        var cut = Encoding.UTF8.GetBytes(AnswerTexts.Returns().Replace("<RtrInf>", $"<RtrInf><AddtlInf>{huge}</AddtlInf>"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<InputException>(() => Items(refused)).Errors[0].Code.ShouldBe(SepaErrorCodes.AnswerValueLength);
        Items(passedOver).Count.ShouldBe(3);
        Items(cut)[0].Reasons[0].Information!.Length.ShouldBe(500);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2_000_000);
    }

    [Fact]
    public void Read_DeepNesting_IsRefused() =>
        Refuse(AnswerTexts.Returns().Replace("<RtrInf>", string.Concat(Enumerable.Repeat("<X>", 1_000_000)) + "<RtrInf>")).Code.ShouldBe(SepaErrorCodes.AnswerTooDeep);

    [Fact]
    public void Read_TextThatIsNotItsEncoding_IsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + AnswerTexts.Returns("AC04"));
        bytes[Array.LastIndexOf(bytes, (byte)'4')] = 0xFF;
        Should.Throw<InputException>(() => Items(bytes)).Errors[0].Code.ShouldBe(SepaErrorCodes.AnswerMalformed);
        Refuse("<?xml version=\"1.0\" encoding=\"no-such\"?>" + AnswerTexts.Returns()).Code.ShouldBe(SepaErrorCodes.AnswerMalformed);
    }

    private static FieldError Refuse(string text) => Should.Throw<InputException>(() => Items(text)).Errors.ShouldHaveSingleItem();

    private static List<AnswerItem> Items(string text) => Items(Encoding.UTF8.GetBytes(text));

    private static List<AnswerItem> Items(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var file = new AnswerFile(stream);
        return [.. file.Read()];
    }
}
