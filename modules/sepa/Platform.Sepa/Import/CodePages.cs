using System.Text;

namespace Platform.Sepa;

/// <summary>Encodings before Unicode, among them windows-1252: .NET finds them by name once they are asked for.</summary>
internal static class CodePages
{
    public static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
