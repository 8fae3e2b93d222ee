using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>The additional properties of an answer that can be kept: plain values. A service's own objects (log probabilities, usage records) belong to its call.</summary>
internal static class PlainProperties
{
    public static AdditionalPropertiesDictionary? Of(AdditionalPropertiesDictionary? properties)
    {
        AdditionalPropertiesDictionary? plain = null;
        foreach (var (name, value) in properties ?? [])
        {
            if (value is string or bool or int or long or double or JsonElement && !name.StartsWith(PropertyKey.OwnPrefix, StringComparison.Ordinal))
            {
                (plain ??= [])[name] = value;
            }
        }

        return plain;
    }
}
