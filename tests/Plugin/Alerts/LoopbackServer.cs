using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Parsimony.Tests;

/// <summary>A web server on the loopback that answers every request alike and hands its body to the test.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly HttpListener listener;
    private readonly Channel<string> bodies = Channel.CreateUnbounded<string>();
    private readonly Task serving;

    public LoopbackServer(HttpStatusCode answer = HttpStatusCode.OK)
    {
        (listener, Address) = Listen();
        serving = ServeAsync(answer);
    }

    public Uri Address { get; }

    public string? LastContentType { get; private set; }

    public async Task<string> NextBodyAsync() => await bodies.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private static (HttpListener Listener, Uri Address) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
            probe.Stop();
            var listener = new HttpListener { Prefixes = { address.ToString() } };
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                // Somebody else took the port in between.
            }
        }
    }

    private async Task ServeAsync(HttpStatusCode answer)
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                var body = await reader.ReadToEndAsync();
                LastContentType = context.Request.ContentType;
                context.Response.StatusCode = (int)answer;
                context.Response.Close();
                bodies.Writer.TryWrite(body);
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }
}
