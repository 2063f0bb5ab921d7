namespace Platform.Sepa;

/// <summary>The elements of pain.008 in the order of its schemas, for one bank's options.</summary>
internal sealed class Pain008Elements(IsoXmlWriter xml, Pain008Options options)
{
    private readonly PartyElements _parties = new(xml, is2019: options.Version is Pain008Version.V08);
    private readonly PostalAddressElements _addresses = new(xml, options.AddressStyle);
    private readonly AmendmentElements _amendments = new(xml, options.NewDebtorAccountPlace);

    public void GroupHeader(Pain008Message message)
    {
        xml.Open("GrpHdr");
        xml.Text("MsgId", message.MessageId);
        xml.Moment("CreDtTm", message.CreatedAt);
        xml.Number("NbOfTxs", message.TransactionCount);
        xml.Sum("CtrlSum", message.ControlSumCents);
        _parties.Initiator(message.InitiatingParty);
        xml.Close();
    }

    public void OpenBlock(Pain008Message message, FileBlock<Pain008BlockKey> block)
    {
        xml.Open("PmtInf");
        xml.Text("PmtInfId", block.PaymentInformationId);
        xml.Text("PmtMtd", "DD");
        if (message.BatchBooking is { } batch)
            xml.Text("BtchBookg", batch ? "true" : "false");
        xml.Number("NbOfTxs", block.TransactionCount);
        xml.Sum("CtrlSum", block.ControlSumCents);
        xml.PaymentType(block.Key.Scheme, block.Key.SequenceType);
        xml.Date("ReqdColltnDt", block.Key.CollectionDate);
        Creditor(message.Creditor);
    }

    public void CloseBlock() => xml.Close();

    public void Transaction(Pain008Transaction transaction)
    {
        xml.Open("DrctDbtTxInf", "PmtId");
        xml.Text("EndToEndId", transaction.EndToEndId);
        xml.Close();
        xml.EuroAmount("InstdAmt", transaction.AmountCents);
        Mandate(transaction);
        _parties.Agent("DbtrAgt", transaction.DebtorBic);
        xml.Open("Dbtr");
        xml.Text("Nm", transaction.DebtorName);
        _addresses.Write(transaction.DebtorAddress);
        xml.Close();
        _parties.Account("DbtrAcct", transaction.DebtorIban);
        _parties.Remittance(transaction.RemittanceText);
        xml.Close();
    }

    private void Creditor(Pain008Creditor creditor)
    {
        xml.Open("Cdtr");
        xml.Text("Nm", creditor.Name);
        _addresses.Write(creditor.Address);
        xml.Close();
        _parties.Account("CdtrAcct", creditor.Iban);
        _parties.Agent("CdtrAgt", creditor.Bic);
        xml.Text("ChrgBr", "SLEV");
        xml.Open("CdtrSchmeId");
        xml.CreditorIdentifier(creditor.CreditorIdentifier);
        xml.Close();
    }

    private void Mandate(Pain008Transaction transaction)
    {
        xml.Open("DrctDbtTx", "MndtRltdInf");
        xml.Text("MndtId", transaction.MandateReference);
        xml.Date("DtOfSgntr", transaction.SignedOn);
        if (transaction.Amendment is { IsEmpty: false } amendment)
            _amendments.Write(amendment);
        xml.Close(2);
    }
}
