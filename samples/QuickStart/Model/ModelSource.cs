using Microsoft.Extensions.AI;

namespace Parsimony.QuickStart.Model;

/// <summary>Where the columns' models come from: the offline reader, or an endpoint that speaks OpenAI's wire format.</summary>
internal sealed class ModelSource
{
    private readonly Func<IChatClient> create;

    private ModelSource(string name, bool isLive, Func<IChatClient> create) => (Name, IsLive, this.create) = (name, isLive, create);

    public string Name { get; }

    public bool IsLive { get; }

    /// <summary>Reads OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL; without a key the model is the offline reader.</summary>
    public static ModelSource FromEnvironment(Func<HandbookChatClient> offline)
    {
        if (Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 } key)
        {
            return new(HandbookChatClient.ModelId, isLive: false, offline);
        }

        var model = Variable("OPENAI_MODEL") ?? "gpt-4o-mini";
        var address = Variable("OPENAI_BASE_URL") is { } url ? new Uri(url) : null;
        return new($"{model} at {address?.Host ?? "api.openai.com"}", isLive: true, () => OpenAIModel.Create(key, address, model));

        static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>Makes a model for one column.</summary>
    /// <param name="budget">The tokens that the column may send; <see langword="null"/> for no bound.</param>
    public ModelDoor Open(int? budget) => new(create(), budget);
}
