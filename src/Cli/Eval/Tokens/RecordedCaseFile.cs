namespace Parsimony.Cli;

/// <summary>
/// Reads <c>{"model","messages","tools"|"functions"?,"tool_choice"|"function_call"?,"expected"}</c>, one request a line in the wire
/// format of OpenAI's chat completions. Other members are ignored.
/// </summary>
internal static class RecordedCaseFile
{
    /// <summary>Reads all cases.</summary>
    /// <exception cref="InputException">The file or a line of it is not in this format.</exception>
    public static List<RecordedCase> Read(string file) => [.. JsonLines.Read(file).Select(ReadCase)];

    private static RecordedCase ReadCase(JsonField request)
    {
        var model = request.Label("model");
        return new RecordedCase(
            model,
            [.. request.Items("messages").Select(WireMessages.Read)],
            WireOptions.Read(request, model),
            request.Find("functions") is not null,
            request.Get("expected").AsCount());
    }
}
