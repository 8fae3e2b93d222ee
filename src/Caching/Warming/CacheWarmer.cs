using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Reads lines of known answers and stores each as if the model had just given it.</summary>
internal sealed class CacheWarmer(ResponseCache cache)
{
    public async Task<WarmResult> WarmAsync(Stream stream, ChatOptions? options, CallScope scope, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var errors = new List<WarmError>();
        int number = 0, lines = 0, stored = 0;
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            lines++;
            var error = await StoreAsync(line, options, scope, cancellationToken).ConfigureAwait(false);
            if (error is null)
            {
                stored++;
            }
            else
            {
                errors.Add(new WarmError(number, error));
            }
        }

        return new WarmResult(lines, stored, errors);
    }

    private async Task<string?> StoreAsync(string line, ChatOptions? options, CallScope scope, CancellationToken cancellationToken)
    {
        WarmLine read;
        try
        {
            read = WarmLine.Parse(line);
        }
        catch (JsonException e)
        {
            // The parser's own message may quote the line.
            return e is WarmLine.FormatException ? e.Message : "Not a JSON object.";
        }

        var plan = cache.Plan(read.Messages, WithModel(options, read.Scope.Model), read.Scope.Over(scope));
        if (!plan.IsCacheable)
        {
            return $"A call with these messages passes the cache by: {plan.BypassReason}.";
        }

        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, read.Answer)) { FinishReason = ChatFinishReason.Stop, ModelId = plan.Scope.Model };
        var result = await cache.StoreAsync(plan, response, read.Tags, cancellationToken).ConfigureAwait(false);
        return result.Stored ? null : $"The answer was not kept: {result.Declined}.";
    }

    private static ChatOptions? WithModel(ChatOptions? options, string? model)
    {
        if (options is null || model is null)
        {
            return options;
        }

        var copy = options.Clone();
        copy.ModelId = model;
        return copy;
    }
}
