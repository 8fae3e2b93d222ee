namespace Parsimony.Context.Tests;

public class LongPieceCountsTests
{
    [Fact]
    public void What_is_found_is_right_however_much_was_added()
    {
        var random = new Random(4);
        var memory = new LongPieceCounts();
        for (var i = 0; i < 120_000; i++)
        {
            // A number's own digits tell its piece from all others; its count follows from it.
            var number = random.Next(90_000);
            var piece = $"{number}{new string('-', number % 100)}";
            var found = memory.Find(piece, out var hash);
            Assert.True(found == 0 || found == 1 + (number % 7));
            if (found == 0)
            {
                memory.Add(piece, hash, 1 + (number % 7));
                Assert.Equal(1 + (number % 7), memory.Find(piece, out _));
            }
        }
    }
}
