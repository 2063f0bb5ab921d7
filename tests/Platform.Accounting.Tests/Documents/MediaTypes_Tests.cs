using System.IO.Compression;
using System.Text;

namespace Platform.Accounting.Tests;

/// <summary>What a file is says its content, whatever it is called.</summary>
[Trait("Req", "ACC-04")]
public sealed class MediaTypes_Tests
{
    [Theory]
    [InlineData("%PDF-1.7", "application/pdf")]
    [InlineData("\u0089PNG\r\n\u001a\n", "image/png")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "image/jpeg")]
    [InlineData("GIF89a", "image/gif")]
    [InlineData("RIFF\0\0\0\0WEBPVP8 ", "image/webp")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ", "application/octet-stream")]
    [InlineData("RIFF", "text/plain")]
    [InlineData("II*\0", "image/tiff")]
    [InlineData("\u00ef\u00bb\u00bf <?xml version=\"1.0\"?>", "application/xml")]
    [InlineData("<html><script>", "text/plain")]
    [InlineData("<svg onload=\"\">", "text/plain")]
    [InlineData("d\u00e9bit;cr\u00e9dit\r\n", "text/plain")]
    [InlineData("MZ\u0090\0\u0003", "application/octet-stream")]
    [InlineData("", "application/octet-stream")]
    public void Of_FirstBytes_IsWhatTheySay(string head, string expected) => MediaTypes.Of(Encoding.Latin1.GetBytes(head)).ShouldBe(expected);

    [Theory]
    [InlineData("application/zip", "a.txt", "word/document.xml")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "[Content_Types].xml", "word/document.xml")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData("application/vnd.openxmlformats-officedocument.presentationml.presentation", "_rels/.rels", "ppt/presentation.xml")]
    public void Of_AZip_IsWhatItsPartsSay(string expected, params string[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
                zip.CreateEntry(part);
        }

        MediaTypes.Of(file.ToArray()).ShouldBe(expected);
    }

    [Fact]
    public void Of_OpenDocument_IsItsFirstEntry() =>
        MediaTypes.Of([.. "PK\x03\x04"u8, .. new byte[26], .. "mimetypeapplication/vnd.oasis.opendocument.textPK"u8]).ShouldBe("application/vnd.oasis.opendocument.text");
}
