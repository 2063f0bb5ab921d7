using System.Text;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-04")]
[Collection(nameof(Measured))]
public sealed class PaymentMemory_Tests
{
    [Fact]
    public void Read_HundredThousandOrders_KeepsMemoryConstant()
    {
        var orders = string.Concat(Enumerable.Range(0, 100_000).Select(i => PaymentFiles.Credit1($"E-{i}")));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(PaymentFiles.Credits(orders, 100_000, "1234000")));
        orders = null;
        var document = PaymentDocument.Open(stream);
        long early = 0, late = 0;
        var read = 0;
        foreach (var row in PaymentFiles.Rows(document))
        {
            row.Line.ShouldBe(++read);
            if (read is 1_000)
                early = GC.GetTotalMemory(forceFullCollection: true);
            else if (read is 99_000)
                late = GC.GetTotalMemory(forceFullCollection: true);
        }

        read.ShouldBe(100_000);
        (late - early).ShouldBeLessThan(1024 * 1024, $"{early} bytes after 1,000 orders, {late} after 99,000");
    }
}
