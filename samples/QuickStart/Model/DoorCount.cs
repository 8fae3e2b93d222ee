namespace Parsimony.QuickStart.Model;

/// <summary>What came through the model's door for one turn.</summary>
internal sealed class DoorCount
{
    public int Calls { get; set; }

    /// <summary>Gets or sets the prompt tokens, counted from scratch.</summary>
    public long PromptTokens { get; set; }

    /// <summary>Gets or sets the reply tokens that the model reported.</summary>
    public long ReplyTokens { get; set; }

    /// <summary>Gets or sets the time spent in the model, as the run waited for it.</summary>
    public TimeSpan ModelTime { get; set; }
}
