namespace Platform.Sepa;

internal static class PaymentTypeElements
{
    public static void PaymentType(this IsoXmlWriter xml, SddScheme scheme, SequenceType sequenceType)
    {
        xml.Open("PmtTpInf", "SvcLvl");
        xml.Text("Cd", "SEPA");
        xml.Close();
        xml.Open("LclInstrm");
        xml.Text("Cd", scheme.ToCode());
        xml.Close();
        xml.Text("SeqTp", sequenceType.ToCode());
        xml.Close();
    }
}
