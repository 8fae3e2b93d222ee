using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// The JSON that connectors of Microsoft.Extensions.AI write for values an app gives as objects: indented, and the model is charged for
/// the white space too.
/// </summary>
internal static class WireJson
{
    /// <summary>Gets the arguments of a call as they are sent.</summary>
    /// <param name="call">The call. A string as its raw representation is taken for the arguments as the model wrote them.</param>
    public static string ArgumentsOf(FunctionCallContent call)
    {
        if (call.RawRepresentation is string raw)
        {
            return raw;
        }

        return call.Arguments is { } arguments ? Serialize(arguments, typeof(IDictionary<string, object?>)) : "{}";
    }

    /// <summary>Gets a tool's result as it is sent: a string as it is, anything else as JSON.</summary>
    public static string TextOf(object? result) => result switch
    {
        null => "",
        string text => text,
        _ => Serialize(result, typeof(object)),
    };

    private static string Serialize(object value, Type type)
    {
        var options = AIJsonUtilities.DefaultOptions;
        try
        {
            return JsonSerializer.Serialize(value, options.GetTypeInfo(type));
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException)
        {
            // No serialiser for the app's own type in an app compiled ahead of time: connectors send its text then.
            return value.ToString() ?? "";
        }
    }
}
