using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Budget;

public class ContextLedgerTests
{
    [Fact]
    public void Every_fit_is_recorded_with_its_scope_its_bytes_and_its_tokens()
    {
        var ledger = new Ledger();
        var fitter = new ContextFitter(new() { MaxContextTokens = 60 }, ledger: ledger);
        var scope = new CallScope { Agent = "Clerk", Session = "s" };

        var whole = fitter.Fit([User("12345"), Calls("a"), Result("a", "123")], null, scope);
        var cut = fitter.Fit([User(Filler(90)), User("1234567")], null, scope);

        Assert.Equal([(scope, 16L, whole.TokensAfter), (scope, 14L, cut.TokensAfter)], ledger.Records);
    }

    private sealed class Ledger : IContextLedger
    {
        public List<(CallScope Scope, long Bytes, int Tokens)> Records { get; } = [];

        public void Record(CallScope scope, long bytes, int tokens) => Records.Add((scope, bytes, tokens));
    }
}
