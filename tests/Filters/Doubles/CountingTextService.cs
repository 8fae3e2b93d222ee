using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>A text service that writes down each prompt and refuses empty ones.</summary>
internal sealed class CountingTextService(string? modelId = "gpt-4o") : ITextGenerationService
{
    public List<string> Requests { get; } = [];

    public int Calls => Requests.Count;

    /// <summary>Gets or sets a value indicating whether streams say how they ended, as some services never do.</summary>
    public bool SaysHowStreamsEnd { get; set; } = true;

    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?> { ["ModelId"] = modelId };

    public async Task<IReadOnlyList<TextContent>> GetTextContentsAsync(
        string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var text = Note(prompt);
        await Task.Yield();
        return [new TextContent(text, modelId)];
    }

    public async IAsyncEnumerable<StreamingTextContent> GetStreamingTextContentsAsync(
        string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var (piece, finish) in Pieces.Ended(Note(prompt), SaysHowStreamsEnd))
        {
            await Task.Yield();
            yield return new StreamingTextContent(piece, modelId: modelId, metadata: finish);
        }
    }

    private string Note(string prompt)
    {
        Requests.Add(prompt);
        Assert.False(string.IsNullOrWhiteSpace(prompt), "The model was sent an empty prompt.");
        return $"Answer to: {prompt}";
    }
}
