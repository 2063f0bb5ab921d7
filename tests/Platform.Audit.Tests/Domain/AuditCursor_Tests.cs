using FsCheck;
using FsCheck.Fluent;
using Platform.Kernel;

namespace Platform.Audit.Tests;

[Trait("Req", "AUD-02")]
public sealed class AuditCursor_Tests
{
    [Fact]
    public void At_AnyMoment_SeparatesEarlierFromLaterIds()
    {
        var moments = Gen.Choose(1, int.MaxValue).Select(m => DateTime.UnixEpoch.AddMinutes(m).AddMilliseconds(m % 1000));
        Prop.ForAll(moments.ToArbitrary(), moment =>
            Guid.CreateVersion7(moment) >= AuditCursor.At(moment) && Guid.CreateVersion7(moment.AddMilliseconds(-1)) <= AuditCursor.At(moment))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_Written_IsTheSame()
    {
        var id = Guid.CreateVersion7();
        AuditCursor.Read(AuditCursor.Write(id)).ShouldBe(id);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("' OR 1=1")]
    public void Read_Foreign_IsRefused(string cursor) =>
        Should.Throw<BusinessException>(() => AuditCursor.Read(cursor)).Code.ShouldBe(AuditErrorCodes.CursorInvalid);
}
