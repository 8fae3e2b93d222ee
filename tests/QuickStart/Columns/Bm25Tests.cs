using Parsimony.QuickStart.Columns;

namespace Parsimony.QuickStart.Tests.Columns;

public class Bm25Tests
{
    [Fact]
    public void The_document_with_the_rare_word_comes_first()
    {
        var index = new Bm25(["the card the card", "the pin of the card", "the transfer"]);

        Assert.Equal([1, 0, 2], index.Rank("PIN of the card?"));
    }

    [Fact]
    public void Documents_without_any_word_of_the_question_stay_in_their_order()
    {
        Assert.Equal([0, 1, 2], new Bm25(["a b", "c d", "e f"]).Rank("nothing of it"));
    }

    [Fact]
    public void A_score_is_what_the_formula_gives_by_hand()
    {
        // One word in one of two documents of equal length: rarity ln(1 + 1.5 / 1.5), saturation 1 * 2.2 / (1 + 1.2) = 1 against
        // 2 * 2.2 / (2 + 1.2) = 1.375 for two occurrences. So three weak words beat one strong word, but not two occurrences of two.
        var index = new Bm25(["x y z p", "q q r r"]);

        Assert.Equal([0, 1], index.Rank("x y z q r"));
        Assert.Equal([1, 0], index.Rank("x y q r"));
    }
}
