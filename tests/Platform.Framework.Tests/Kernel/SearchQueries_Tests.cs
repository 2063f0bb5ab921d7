using Platform.Kernel;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

public sealed class SearchQueries_Tests
{
    private static readonly string[] Names = ["Lefèvre", "Cœur de ville", "Coeur vaillant", "Æther Boissons", "Noël"];

    [Theory]
    [InlineData(null, 5)]
    [InlineData("  ", 5)]
    [InlineData("lefevre", 1)]
    [InlineData("LEFÈVRE", 1)]
    [InlineData("coeur", 2)]
    [InlineData("CŒUR", 2)]
    [InlineData("cœ", 2)]
    [InlineData("ville coeur", 1)]
    [InlineData("coeur noel", 0)]
    [InlineData("aether", 1)]
    [InlineData("æther boissons", 1)]
    [InlineData("noël", 1)]
    public void Matching_Words_FindsRowsThatHoldEach(string? search, int found) =>
        Names.Select(n => SearchTexts.Of(n)).AsQueryable().Matching(search, word => n => n.Contains(word)).Count().ShouldBe(found);

    [Fact]
    public void Matching_WordInSeveralPlaces_LooksIntoEach() =>
        new[] { (Name: "cœur", Mail: "a"), (Name: "b", Mail: "coeur"), (Name: "b", Mail: "a") }.AsQueryable()
            .Matching("coeur", word => r => r.Name.Contains(word) || r.Mail.Contains(word)).Count().ShouldBe(2);
}
