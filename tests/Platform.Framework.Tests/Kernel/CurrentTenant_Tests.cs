using Platform.Kernel;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

[Trait("Req", "TEN-03")]
public sealed class CurrentTenant_Tests
{
    private readonly CurrentTenant _current = new();

    [Fact]
    public void Change_Nested_RestoresTheFormerOne()
    {
        var (outer, inner) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        using (_current.Change(outer))
        {
            using (_current.Change(inner))
            {
                _current.Id.ShouldBe(inner);
            }

            _current.Id.ShouldBe(outer);
        }

        _current.Id.ShouldBeNull();
    }

    [Fact]
    public async Task Change_InParallelFlows_NeverCrosses()
    {
        var flows = Enumerable.Range(0, 50).Select(async _ =>
        {
            var own = Guid.CreateVersion7();
            using (_current.Change(own))
            {
                await Task.Yield();
                return _current.Id == own;
            }
        });
        (await Task.WhenAll(flows)).ShouldAllBe(same => same);
    }

    [Fact]
    public void Change_EmptyId_IsTheHost()
    {
        using var company = _current.Change(Guid.CreateVersion7());
        using var host = _current.Change(Guid.Empty);
        _current.Id.ShouldBeNull();
    }
}
