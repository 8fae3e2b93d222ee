using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Tests.Model;

/// <summary>The real SDK against a server on this machine that speaks the wire format.</summary>
public class OpenAIModelTests
{
    [Fact]
    public async Task The_endpoint_gets_the_whole_conversation_and_its_reply_and_usage_come_back()
    {
        using var server = new LoopbackEndpoint();
        using var model = OpenAIModel.Create("a-key", server.Address, "a-model");
        IEnumerable<ChatMessage> lookups = Enumerable.Range(0, 20).Select(session => AccountLookups.At(session, 0)).First(group => group.Any());

        var serving = server.ServeOnceAsync();
        var response = await model.GetStreamingResponseAsync(
        [
            new(ChatRole.System, "Rules."),
            new(ChatRole.User, "An article.") { AuthorName = "document" },
            .. lookups,
            new(ChatRole.Assistant, "Before."),
            new(ChatRole.User, "Now?"),
        ]).ToChatResponseAsync();
        using var request = JsonDocument.Parse(await serving);

        Assert.Equal("[age_limit] Eighteen.", response.Text);
        Assert.Equal((1_234, 5), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        var messages = request.RootElement.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user", "assistant", "tool", "assistant", "user"], messages.Select(message => message.GetProperty("role").GetString()));
        Assert.Equal("document", messages[1].GetProperty("name").GetString());
        Assert.Equal(
            messages[2].GetProperty("tool_calls")[0].GetProperty("id").GetString(),
            messages[3].GetProperty("tool_call_id").GetString());
        Assert.Equal("a-model", request.RootElement.GetProperty("model").GetString());
        Assert.True(request.RootElement.GetProperty("stream").GetBoolean());
    }

    private sealed class LoopbackEndpoint : IDisposable
    {
        private readonly HttpListener listener = new();

        public LoopbackEndpoint()
        {
            Address = new($"http://127.0.0.1:{FreePort()}/v1");
            listener.Prefixes.Add($"{Address}/");
            listener.Start();
        }

        public Uri Address { get; }

        public async Task<string> ServeOnceAsync()
        {
            var context = await listener.GetContextAsync();
            using var reader = new StreamReader(context.Request.InputStream);
            var body = await reader.ReadToEndAsync();
            context.Response.ContentType = "text/event-stream";
            var lines = string.Concat(
                Chunk("""[{"index":0,"delta":{"role":"assistant","content":"[age_limit] "},"finish_reason":null}]"""),
                Chunk("""[{"index":0,"delta":{"content":"Eighteen."},"finish_reason":null}]"""),
                Chunk("""[{"index":0,"delta":{},"finish_reason":"stop"}]"""),
                Chunk("[]", ""","usage":{"prompt_tokens":1234,"completion_tokens":5,"total_tokens":1239}"""),
                "data: [DONE]\n\n");
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(lines));
            context.Response.Close();
            return body;
        }

        public void Dispose() => ((IDisposable)listener).Dispose();

        private static string Chunk(string choices, string usage = "") =>
            $$"""data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"a-model","choices":{{choices}}{{usage}}}""" + "\n\n";

        private static int FreePort()
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
    }
}
