using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>A loopback server that speaks the OpenAI chat completions wire format, streamed answers (SSE) and tool calls included, and keeps what it was sent.</summary>
internal sealed class OpenAIServer : IDisposable
{
    private readonly HttpListener listener;
    private readonly Func<JsonElement, OpenAIReply> respond;
    private readonly List<JsonElement> requests = [];
    private int next;

    public OpenAIServer(Func<JsonElement, OpenAIReply> respond)
    {
        this.respond = respond;
        (listener, Endpoint) = Listen();
        _ = Task.Run(AcceptAsync);
    }

    public Uri Endpoint { get; }

    public IReadOnlyList<JsonElement> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    // The loop ends by itself; a listener that is closed at the wrong moment never tells it, so nobody waits.
    public void Dispose() => listener.Close();

    private static (HttpListener Listener, Uri Endpoint) Listen()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return (listener, new Uri($"http://127.0.0.1:{port}/v1"));
            }
            catch (HttpListenerException)
            {
                // Someone took the port in between.
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            await ServeAsync(context);
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.InputStream);
        var request = document.RootElement.Clone();
        lock (requests)
        {
            requests.Add(request);
        }

        var reply = respond(request);
        var id = $"chatcmpl-{Interlocked.Increment(ref next)}";
        var isStreaming = request.TryGetProperty("stream", out var stream) && stream.GetBoolean();
        var body = isStreaming ? OpenAIWire.Stream(id, request, reply) : OpenAIWire.Completion(id, request, reply);
        context.Response.ContentType = isStreaming ? "text/event-stream" : "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
    }
}
