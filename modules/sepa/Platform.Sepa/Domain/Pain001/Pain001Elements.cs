namespace Platform.Sepa;

/// <summary>The elements of pain.001 in the order of its schemas, for one bank's options.</summary>
internal sealed class Pain001Elements(IsoXmlWriter xml, Pain001Options options)
{
    private readonly bool _is2019 = options.Version is Pain001Version.V09;
    private readonly PartyElements _parties = new(xml, is2019: options.Version is Pain001Version.V09);
    private readonly PostalAddressElements _addresses = new(xml, options.AddressStyle);

    public void GroupHeader(Pain001Message message)
    {
        xml.Open("GrpHdr");
        xml.Text("MsgId", message.MessageId);
        xml.Moment("CreDtTm", message.CreatedAt);
        xml.Number("NbOfTxs", message.TransactionCount);
        xml.Sum("CtrlSum", message.ControlSumCents);
        _parties.Initiator(new InitiatingParty(message.Debtor.Name));
        xml.Close();
    }

    public void OpenBlock(Pain001Message message, FileBlock<DateOnly> block)
    {
        xml.Open("PmtInf");
        xml.Text("PmtInfId", block.PaymentInformationId);
        xml.Text("PmtMtd", "TRF");
        if (message.BatchBooking is { } batch)
            xml.Text("BtchBookg", batch ? "true" : "false");
        xml.Number("NbOfTxs", block.TransactionCount);
        xml.Sum("CtrlSum", block.ControlSumCents);
        PaymentType(message.IsInstant);
        ExecutionDate(block.Key);
        Debtor(message.Debtor);
        xml.Text("ChrgBr", "SLEV");
    }

    public void CloseBlock() => xml.Close();

    public void Transaction(Pain001Transaction transaction)
    {
        xml.Open("CdtTrfTxInf", "PmtId");
        xml.Text("EndToEndId", transaction.EndToEndId);
        xml.Close();
        xml.Open("Amt");
        xml.EuroAmount("InstdAmt", transaction.AmountCents);
        xml.Close();
        if (!string.IsNullOrEmpty(transaction.CreditorBic))
            _parties.Agent("CdtrAgt", transaction.CreditorBic);
        xml.Open("Cdtr");
        xml.Text("Nm", transaction.CreditorName);
        _addresses.Write(transaction.CreditorAddress);
        xml.Close();
        _parties.Account("CdtrAcct", transaction.CreditorIban);
        _parties.Remittance(transaction.RemittanceText);
        xml.Close();
    }

    private void PaymentType(bool isInstant)
    {
        xml.Open("PmtTpInf", "SvcLvl");
        xml.Text("Cd", "SEPA");
        xml.Close();
        if (isInstant)
        {
            xml.Open("LclInstrm");
            xml.Text("Cd", "INST");
            xml.Close();
        }

        xml.Close();
    }

    // A choice of day and moment since the 2019 edition.
    private void ExecutionDate(DateOnly date)
    {
        if (_is2019)
            xml.Open("ReqdExctnDt");
        xml.Date(_is2019 ? "Dt" : "ReqdExctnDt", date);
        if (_is2019)
            xml.Close();
    }

    private void Debtor(Pain001Debtor debtor)
    {
        xml.Open("Dbtr");
        xml.Text("Nm", debtor.Name);
        _addresses.Write(debtor.Address);
        xml.Close();
        _parties.Account("DbtrAcct", debtor.Iban);
        _parties.Agent("DbtrAgt", debtor.Bic);
    }
}
