using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Parsimony;

/// <summary>Posts alerts as JSON. The address is a secret: nothing here logs it, and errors are named by their status only.</summary>
internal abstract class HttpAlertSink(Uri address, HttpClient client) : IAlertSink
{
    public abstract string Name { get; }

    public async Task SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            Write(json, alert);
        }

        using var content = new ReadOnlyMemoryContent(body.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var response = await client.PostAsync(address, content, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
    }

    protected abstract void Write(Utf8JsonWriter json, Alert alert);
}
