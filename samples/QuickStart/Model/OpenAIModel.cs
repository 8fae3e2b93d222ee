using System.ClientModel;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Parsimony.QuickStart.Model;

/// <summary>A real endpoint, through the official OpenAI SDK. Its own retries apply.</summary>
internal static class OpenAIModel
{
    public static IChatClient Create(string key, Uri? address, string model)
    {
        var options = new OpenAIClientOptions();
        if (address is not null)
        {
            options.Endpoint = address;
        }

        return new OpenAIChatAdapter(new OpenAIClient(new ApiKeyCredential(key), options).GetChatClient(model));
    }
}
