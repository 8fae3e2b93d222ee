using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Says what a request may spend: the window less the reply and the tools, under the caps of the app and the agent, shrunk by memory pressure.</summary>
internal sealed class BudgetCalculator(ContextBudgetOptions options, IMemoryPressure? pressure)
{
    /// <summary>The memory pressure from which budgets shrink.</summary>
    private const double WarningLevel = 0.8;

    /// <summary>Finds what is known of an agent.</summary>
    public AgentSpecialization? AgentOf(CallScope scope)
    {
        if (scope.Agent is null)
        {
            return null;
        }

        // A dictionary that the app put in the place of ours may mind letter case.
        return options.Agents.TryGetValue(scope.Agent, out var agent)
            ? agent
            : options.Agents.FirstOrDefault(a => a.Key.Equals(scope.Agent, StringComparison.OrdinalIgnoreCase)).Value;
    }

    /// <summary>The budget without regard to memory pressure.</summary>
    public ContextBudget Full(ChatOptions? chatOptions, CallScope scope, int toolTokens)
    {
        var window = WindowOf(chatOptions?.ModelId ?? scope.Model);

        // Some services take -1 for "no limit".
        var reserve = chatOptions?.MaxOutputTokens is { } most and >= 0 ? most : options.ReplyReserve;
        var prompt = Math.Min((long)window - reserve, options.MaxContextTokens ?? int.MaxValue);
        prompt = Math.Min(prompt, AgentOf(scope)?.MaxContextTokens ?? int.MaxValue);
        return new ContextBudget(window, reserve, toolTokens, (int)Math.Max(0, prompt - toolTokens));
    }

    /// <summary>Shrinks a budget by the memory pressure there is now.</summary>
    public ContextBudget UnderPressure(ContextBudget full)
    {
        var level = pressure?.Pressure ?? 0;
        if (!(level > WarningLevel))
        {
            return full;
        }

        var above = Math.Min(1, (level - WarningLevel) / (1 - WarningLevel));
        var share = 1 - (above * (1 - Math.Clamp(options.MinimumPressureShare, 0, 1)));
        return full with { Available = (int)(full.Available * share) };
    }

    private int WindowOf(string? model)
    {
        var window = options.ContextWindow;
        var longest = -1;
        foreach (var (prefix, tokens) in options.Models)
        {
            if (prefix.Length > longest && model?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true)
            {
                longest = prefix.Length;
                window = tokens;
            }
        }

        return window;
    }
}
