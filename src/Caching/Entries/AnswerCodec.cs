namespace Parsimony.Caching;

/// <summary>How an entry's answer is written. The number is in the entry, so that old entries stay readable when another codec is added.</summary>
internal enum AnswerCodec : byte
{
    /// <summary>One message of text and reasoning.</summary>
    Text = 1,

    /// <summary>Any response, as JSON.</summary>
    Json = 2,
}
