using Microsoft.ML.Tokenizers;

namespace Parsimony.Benchmarks.Tokens;

/// <content>The peer, where it restores.</content>
internal static partial class TokenReport
{
    static partial void MakePeer(ref Func<string, int>? peer)
    {
        var tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");
        peer = text => tokenizer.CountTokens(text);
    }
}
