using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>
/// Fits rendered prompts to their budget: a chat prompt by message, a plain one by passage. Where the service behind the prompt is
/// not decorated it also answers from the cache, in calls without streaming.
/// </summary>
/// <remarks>
/// Semantic Kernel ignores an answer set here in streamed calls, and chooses the service before it renders; a decorated service
/// therefore does all but the passages of plain prompts itself.
/// </remarks>
public sealed class ParsimonyPromptRenderFilter : IPromptRenderFilter
{
    // The usual names of the argument that holds the question.
    private static readonly string[] QuestionArguments = ["input", "question", "query"];

    private readonly KernelEngine engine;

    internal ParsimonyPromptRenderFilter(KernelEngine engine) => this.engine = engine;

    /// <inheritdoc/>
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        await next(context).ConfigureAwait(false);
        if (context.Result is not null || string.IsNullOrWhiteSpace(context.RenderedPrompt))
        {
            return;
        }

        try
        {
            await HandleAsync(context, context.RenderedPrompt).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (ContextBudgetException or AgentThrottledException or OperationCanceledException))
        {
            engine.Faults.Report("render", e);
        }
    }

    private async Task HandleAsync(PromptRenderContext context, string rendered)
    {
        var target = PromptTarget.Of(context);
        var scope = AmbientScope.Current.Over(KernelScope.Of(context.Kernel, context.Function, context.Arguments));
        scope = scope with { Model = context.ExecutionSettings?.ModelId ?? target.ModelId ?? scope.Model };
        var options = SettingsTranslation.ToChatOptions(context.ExecutionSettings, context.Kernel).WithCallScope(scope);
        options.ModelId = scope.Model;
        var chat = ChatPrompt.Parse(rendered);
        if (!target.IsDecorated && await AnswerAsync(context, target, chat?.Messages ?? [new ChatMessage(ChatRole.User, rendered)], options, scope).ConfigureAwait(false))
        {
            return;
        }

        var fitted = chat is null ? engine.Prompts.FitText(rendered, options, scope, Query(context.Arguments))
            : target.IsDecorated ? rendered : engine.Prompts.FitChat(chat, options, scope);
        if (!ReferenceEquals(fitted, rendered) && !string.IsNullOrWhiteSpace(fitted))
        {
            context.RenderedPrompt = fitted;
        }
    }

    private async Task<bool> AnswerAsync(PromptRenderContext context, PromptTarget target, List<ChatMessage> messages, ChatOptions options, CallScope scope)
    {
        var flow = FunctionFlow.Of(context.Function, context.Arguments);
        if (flow is not null)
        {
            flow.IsPrompt = true;
            flow.Tools.Scope = scope;
            flow.Lease = engine.Gate is null ? null : await engine.Gate.EnterAsync(scope, context.CancellationToken).ConfigureAwait(false);
        }

        // The answers of a service that is not known would be taken for those of any other.
        if (context.IsStreaming || engine.Cache is null || target.Client(engine) is not { } client)
        {
            return false;
        }

        // Services without a model id are told apart by the key that they were asked for by, if by anything.
        new ServiceIdentity(context.ExecutionSettings?.ServiceId, IsOwned: false).AddTo(options);
        var plan = engine.Cache.Plan(messages, options, scope, client);
        if (plan.IsCacheable && await engine.Cache.TryGetAsync(plan, context.CancellationToken).ConfigureAwait(false) is { } hit)
        {
            context.Result = FunctionResultTranslation.ToResult(hit.Response, target, context.Function, context.Kernel);
            return true;
        }

        if (flow is not null)
        {
            flow.Miss = plan;
        }

        return false;
    }

    private static string? Query(KernelArguments arguments) =>
        QuestionArguments
            .Select(name => arguments.TryGetValue(name, out var value) ? value as string : null)
            .FirstOrDefault(static value => !string.IsNullOrWhiteSpace(value));
}
