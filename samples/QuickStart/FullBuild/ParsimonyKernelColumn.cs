using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Parsimony.Caching;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;
using Parsimony.SemanticKernel;

namespace Parsimony.QuickStart.Columns;

/// <summary>Parsimony through a Semantic Kernel kernel: the app asks the kernel's chat service.</summary>
internal sealed class ParsimonyKernelColumn : Column
{
    private readonly DeskPrompt prompt;
    private readonly ParsimonySettings settings;
    private readonly ServiceProvider services;
    private readonly Kernel kernel;
    private readonly IChatCompletionService chat;

    public ParsimonyKernelColumn(DeskPrompt prompt, ModelDoor door, ParsimonySettings settings)
        : base("Parsimony", door)
    {
        (this.prompt, this.settings) = (prompt, settings);
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(door.AsChatCompletionService());
        builder.AddParsimony(options =>
        {
            settings.Apply(options.Options);

            // Semantic Kernel's adapter drops the finish reason. A real model's own object still tells it; the offline model has none,
            // and never breaks off.
            options.Cache.CacheStreamsWithoutFinishReason = true;
        });
        kernel = builder.Build();
        services = (ServiceProvider)kernel.Services;
        chat = kernel.GetRequiredService<IChatCompletionService>();
        kernel.GetRequiredService<ResponseCache>().Hit += (_, hit) => Hit = hit;
    }

    public override string Explanation => $"through a Semantic Kernel kernel and its IChatCompletionService: {settings.Explanation}";

    public override IEnumerable<string> Remarks => CacheRemarks.Of(kernel.GetRequiredService<ResponseCache>().Statistics);

    public override Func<CancellationToken, IAsyncEnumerable<string>> Prepare(DeskTurn turn, IReadOnlyList<ChatMessage> history)
    {
        var request = KernelMessages.ToHistory(prompt.Request(prompt.Documents, history, turn.Message.Text));
        return cancellationToken => SendAsync(turn, request, cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await base.DisposeAsync();
    }

    private async IAsyncEnumerable<string> SendAsync(DeskTurn turn, ChatHistory request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var scope = CallScope.Begin(DeskScope.Of(turn));
        await foreach (var piece in chat.GetStreamingChatMessageContentsAsync(request, kernel: kernel, cancellationToken: cancellationToken))
        {
            yield return piece.Content ?? "";
        }
    }
}
