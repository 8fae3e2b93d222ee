using System.Runtime.InteropServices;

namespace Parsimony.Context.Tests;

public class SpanHashTests
{
    [Fact]
    public void Pieces_written_to_share_the_hash_of_a_known_constant_do_not_share_it()
    {
        // Four letters that are the bytes of an odd constant of the hash: with them a factor that is not secret becomes 0, and what
        // stands in front of them counts no longer.
        var constants = new ulong[] { 0xD6E8_FEB8_6659_FD93, 0x9E37_79B9_7F4A_7C15, 0xFF51_AFD7_ED55_8CCD };
        var hashes = new HashSet<ulong>();
        foreach (var constant in constants)
        {
            var letters = MemoryMarshal.Cast<ulong, char>([constant]).ToString();
            for (var i = 0; i < 100; i++)
            {
                hashes.Add(SpanHash.Of(MemoryMarshal.AsBytes($"{1000 + i}{letters}the same in each".AsSpan())));
            }
        }

        Assert.Equal(300, hashes.Count);
    }

    [Fact]
    public void Every_byte_and_the_length_count()
    {
        var hashes = new HashSet<ulong>();
        var expected = 0;
        for (var length = 0; length < 70; length++)
        {
            var bytes = new byte[length];
            hashes.Add(SpanHash.Of(bytes));
            expected++;
            for (var i = 0; i < length; i++)
            {
                bytes[i] = 1;
                hashes.Add(SpanHash.Of(bytes));
                expected++;
                bytes[i] = 0;
            }
        }

        Assert.Equal(expected, hashes.Count);
    }
}
