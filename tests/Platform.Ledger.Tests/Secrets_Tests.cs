using System.Text;
using Platform.Kernel;

namespace Platform.Ledger.Tests;

public sealed class Secrets_Tests
{
    [Fact]
    public async Task SecretForm_AnyBytes_ReadsAsAFormDoes()
    {
        using var form = new SecretForm().Add("token", "a b+c/%&=é"u8).Add("long", new string('ü', 3000));
        var sent = await form.ReadAsStringAsync(TestContext.Current.CancellationToken);
        sent.ShouldStartWith("token=a%20b%2Bc%2F%25%26%3D%C3%A9&long=%C3%BC");
        Uri.UnescapeDataString(sent.Split('=')[^1]).ShouldBe(new string('ü', 3000));
    }

    [Fact]
    public void TokenSet_KeptAndReadAgain_IsTheSame()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        using var received = TokenSet.Read("""{"access_token":"a\"\\\u00e9","expires_in":3600,"x":{"refresh_token":[]},"refresh_token":"r"}"""u8).Received(now);
        using var secret = received.ToSecret();
        using var kept = TokenSet.Read(secret.Span);
        Encoding.UTF8.GetString(kept.Access).ShouldBe("a\"\\é");
        Encoding.UTF8.GetString(kept.Refresh).ShouldBe("r");
        kept.IsEnding(now.AddSeconds(3539)).ShouldBeFalse();
        kept.IsEnding(now.AddSeconds(3540)).ShouldBeTrue();
    }

    [Fact]
    public void TokenSet_AnswerWithoutRefreshToken_KeepsTheFormer()
    {
        using var former = TokenSet.Read("""{"access_token":"a","refresh_token":"former"}"""u8);
        using var renewed = TokenSet.Read("""{"access_token":"b"}"""u8);
        using var secret = renewed.ToSecret(former);
        Encoding.UTF8.GetString(secret.Span).ShouldBe("""{"access_token":"b","refresh_token":"former","expires_at":0}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("[]")]
    [InlineData("""{"access_token":1}""")]
    [InlineData("""{"token_type":"Bearer"}""")]
    public void TokenSet_AnswerWithoutTokens_IsRefused(string json) =>
        Should.Throw<BusinessException>(() =>
        {
            using var tokens = TokenSet.Read(Encoding.UTF8.GetBytes(json));
            return tokens.Access.Length;
        }).Code.ShouldBe(LedgerErrorCodes.AnswerInvalid);
}
