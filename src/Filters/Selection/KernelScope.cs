using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Parsimony.SemanticKernel;

/// <summary>
/// Says for whom a kernel's call is made: what the call's <see cref="KernelArguments"/> say, then <see cref="Kernel.Data"/>
/// (both under the names below), then the agent that wrote the instructions, then the function being run.
/// </summary>
public static class KernelScope
{
    /// <summary>The name under which an app puts <see cref="CallScope.Tenant"/>.</summary>
    public const string Tenant = "parsimony.tenant";

    /// <summary>The name under which an app puts <see cref="CallScope.User"/>.</summary>
    public const string User = "parsimony.user";

    /// <summary>The name under which an app puts <see cref="CallScope.Session"/>.</summary>
    public const string Session = "parsimony.session";

    /// <summary>The name under which an app puts <see cref="CallScope.Agent"/>.</summary>
    public const string Agent = "parsimony.agent";

    internal static CallScope Of(Kernel? kernel, KernelFunction? function = null, KernelArguments? arguments = null, string? author = null) => new()
    {
        Tenant = Find(Tenant, kernel, arguments),
        User = Find(User, kernel, arguments),
        Session = Find(Session, kernel, arguments),
        Agent = Find(Agent, kernel, arguments) ?? author ?? NameOf(function),
    };

    // ChatCompletionAgent tells nobody its name but signs its instructions with it.
    internal static string? AuthorOfInstructions(IEnumerable<ChatMessageContent> history) =>
        history.FirstOrDefault(static m => m.Role == AuthorRole.System || m.Role == AuthorRole.Developer)?.AuthorName;

    internal static string? AuthorOfInstructions(IEnumerable<ChatMessage> messages) =>
        messages.FirstOrDefault(static m => m.Role == ChatRole.System || m.Role.Value == AuthorRole.Developer.Label)?.AuthorName;

    private static string? Find(string name, Kernel? kernel, KernelArguments? arguments)
    {
        if (arguments is not null && arguments.TryGetValue(name, out var argument) && argument is not null)
        {
            return argument.ToString();
        }

        return kernel is not null && kernel.Data.TryGetValue(name, out var value) ? value?.ToString() : null;
    }

    private static string? NameOf(KernelFunction? function) =>
        function is null || FunctionNames.IsMadeUp(function.Name) ? null : FunctionNames.OfAgent(function.PluginName, function.Name);
}
