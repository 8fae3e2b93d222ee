namespace Parsimony.Cli;

/// <summary>What makes a request's count hard.</summary>
internal enum CaseKind
{
    /// <summary>Messages of text only, function messages included.</summary>
    Text,

    /// <summary>It offers tools or functions.</summary>
    Tools,

    /// <summary>It holds an image, with tools or without.</summary>
    Images,
}
