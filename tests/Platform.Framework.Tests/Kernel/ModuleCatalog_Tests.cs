using Platform.Kernel;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

public sealed class ModuleCatalog_Tests
{
    [Fact]
    public void Load_Diamond_SortsDependenciesFirstAndOnce() =>
        ModuleCatalog.Load(typeof(Top)).Modules.Select(m => m.GetType()).ShouldBe([typeof(Bottom), typeof(Left), typeof(Right), typeof(Top)]);

    [Fact]
    public void Load_Circle_NamesIt() =>
        Should.Throw<InvalidOperationException>(() => ModuleCatalog.Load(typeof(Ring1))).Message.ShouldContain("Ring1 -> Ring2 -> Ring1");

    [Fact]
    public void Load_NoModule_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => ModuleCatalog.Load(typeof(Mistaken))).Message.ShouldContain("System.String");

    private sealed class Bottom : PlatformModule;

    [DependsOn(typeof(Bottom))]
    private sealed class Left : PlatformModule;

    [DependsOn(typeof(Bottom))]
    private sealed class Right : PlatformModule;

    [DependsOn(typeof(Left), typeof(Right))]
    private sealed class Top : PlatformModule;

    [DependsOn(typeof(Ring2))]
    private sealed class Ring1 : PlatformModule;

    [DependsOn(typeof(Ring1))]
    private sealed class Ring2 : PlatformModule;

    [DependsOn(typeof(string))]
    private sealed class Mistaken : PlatformModule;
}
