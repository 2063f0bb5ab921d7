namespace Platform.Sepa;

internal static class CreditorIdentifierElements
{
    public static void CreditorIdentifier(this IsoXmlWriter xml, string identifier)
    {
        xml.Open("Id", "PrvtId");
        xml.Open("Othr");
        xml.Text("Id", identifier);
        xml.Open("SchmeNm");
        xml.Text("Prtry", "SEPA");
        xml.Close(4);
    }
}
