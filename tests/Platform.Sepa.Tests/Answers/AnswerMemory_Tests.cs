using System.Text;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-11")]
[Collection(nameof(Measured))]
public sealed class AnswerMemory_Tests
{
    [Fact]
    public void Read_HundredThousandReturnsInOneBooking_KeepsMemoryConstant()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
            text.Append(AnswerTexts.Detail($"E2E-{i}", $"M-{i}", 1000 + i, "AM04"));
        var bytes = Encoding.UTF8.GetBytes(AnswerTexts.Statement(AnswerTexts.Entry(1, false, $"{text}")));
        text.Clear();
        using var stream = new MemoryStream(bytes);
        using var file = new AnswerFile(stream);
        long early = 0, late = 0;
        var (read, cents) = (0, 0L);
        foreach (var item in file.Read().Where(i => i.Level == BankAnswerLevel.Detail))
        {
            cents += item.Amount!.Cents!.Value;
            if (++read is 1_000)
                early = GC.GetTotalMemory(forceFullCollection: true);
            else if (read is 99_000)
                late = GC.GetTotalMemory(forceFullCollection: true);
        }

        (read, cents).ShouldBe((100_000, 100_000L * 1000 + 99_999L * 100_000 / 2));
        (late - early).ShouldBeLessThan(1024 * 1024, $"{early} bytes after 1,000 orders, {late} after 99,000");
    }
}
