namespace Platform.Sepa;

/// <summary>The elements of pain.007 in the order of its schemas (EPC130-08 and EPC131-08: full reversals, one reason each).</summary>
internal sealed class Pain007Elements(IsoXmlWriter xml, Pain007Version version)
{
    private readonly bool _is2019 = version is Pain007Version.V08;
    private readonly PartyElements _parties = new(xml, is2019: version is Pain007Version.V08);

    public void Head(Pain007Message message)
    {
        xml.Open("GrpHdr");
        xml.Text("MsgId", message.MessageId);
        xml.Moment("CreDtTm", message.CreatedAt);
        xml.Number("NbOfTxs", message.TransactionCount);
        xml.Sum("CtrlSum", message.ControlSumCents);
        xml.Text("GrpRvsl", "false");
        _parties.Initiator(new InitiatingParty(message.Creditor.Name));
        xml.Close();
        xml.Open("OrgnlGrpInf");
        xml.Text("OrgnlMsgId", message.OriginalMessageId);
        xml.Text("OrgnlMsgNmId", message.OriginalFormat);
        xml.Close();
    }

    public void OpenBlock(Pain007Block block)
    {
        xml.Open("OrgnlPmtInfAndRvsl");
        xml.Text("RvslPmtInfId", block.PaymentInformationId);
        xml.Text("OrgnlPmtInfId", block.OriginalPaymentInformationId);
        xml.Text("PmtInfRvsl", "false");
    }

    public void CloseBlock() => xml.Close();

    public void Transaction(Pain007Message message, Pain007Transaction transaction)
    {
        xml.Open("TxInf");
        xml.Text("RvslId", transaction.ReversalId);
        xml.Text("OrgnlEndToEndId", transaction.OriginalEndToEndId);
        xml.EuroAmount("OrgnlInstdAmt", transaction.AmountCents);
        xml.EuroAmount("RvsdInstdAmt", transaction.AmountCents);
        xml.Text("ChrgBr", "SLEV");
        Reason(message.Creditor.Name, transaction.Reason);
        xml.Open("OrgnlTxRef");
        Original(message, transaction);
        xml.Close(2);
    }

    private void Reason(string originator, ReversalReason reason)
    {
        xml.Open("RvslRsnInf", "Orgtr");
        xml.Text("Nm", originator);
        xml.Close();
        xml.Open("Rsn");
        xml.Text("Cd", reason.ToCode());
        xml.Close(2);
    }

    private void Original(Pain007Message message, Pain007Transaction transaction)
    {
        xml.Open("Amt");
        xml.EuroAmount("InstdAmt", transaction.AmountCents);
        xml.Close();
        xml.Date("ReqdColltnDt", transaction.CollectionDate);
        xml.Open("CdtrSchmeId");
        xml.CreditorIdentifier(message.Creditor.CreditorIdentifier);
        xml.Close();
        xml.PaymentType(message.Scheme, transaction.SequenceType);
        xml.Text("PmtMtd", "DD");
        xml.Open("MndtRltdInf");
        xml.Text("MndtId", transaction.MandateReference);
        xml.Date("DtOfSgntr", transaction.SignedOn);
        xml.Close();
        _parties.Remittance(transaction.RemittanceText);
        Party("Dbtr", transaction.DebtorName);
        _parties.Account("DbtrAcct", transaction.DebtorIban);
        _parties.Agent("DbtrAgt", transaction.DebtorBic);
        _parties.Agent("CdtrAgt", message.Creditor.Bic);
        Party("Cdtr", message.Creditor.Name);
        _parties.Account("CdtrAcct", message.Creditor.Iban);
    }

    // A choice of party and agent since the 2019 edition.
    private void Party(string name, string value)
    {
        xml.Open(name);
        if (_is2019)
            xml.Open("Pty");
        xml.Text("Nm", value);
        xml.Close(_is2019 ? 2 : 1);
    }
}
