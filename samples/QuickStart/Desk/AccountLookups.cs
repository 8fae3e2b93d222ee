using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;

namespace Parsimony.QuickStart.Desk;

/// <summary>
/// What the desk's software looks up while it serves a customer: tool calls with their results, as they pile up in the history
/// of a real session. Made up, the same for a given session and place, and without anything that answers a question.
/// </summary>
internal static class AccountLookups
{
    private const int TransactionRows = 20;

    private static readonly string[] Merchants =
        ["Harbour Books", "Nordlicht Bakery", "Petrol 24", "City Metro", "Fern & Fig", "Olive Market", "Studio Nine", "Blue Kettle", "Hillside Pharmacy", "Quayside Cinema"];

    private static readonly string[] Places = ["Lisbon", "Leeds", "Ghent", "Turku", "Graz", "Porto"];

    /// <summary>Gives the lookup that was made at a place of a session: none for about half of the places.</summary>
    /// <returns>The call and its result, or no message.</returns>
    public static IEnumerable<ChatMessage> At(int session, int place)
    {
        var random = new SeededRandom((ulong)((session * 31) + place + 1));
        return random.Next(4) switch
        {
            0 => Group(session, place, "get_account_summary", Summary(random)),
            1 => Group(session, place, "list_recent_card_transactions", Transactions(random)),
            _ => [],
        };
    }

    private static IEnumerable<ChatMessage> Group(int session, int place, string tool, string json)
    {
        var callId = $"call_{session}_{place}";
        var customer = $"C-{10000 + session}";
        yield return new(ChatRole.Assistant, [new FunctionCallContent(callId, tool, new Dictionary<string, object?> { ["customer"] = customer })]);
        yield return new(ChatRole.Tool, [new FunctionResultContent(callId, json)]);
    }

    private static string Summary(SeededRandom random) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"plan":"standard","currency":"EUR","balance":{{random.Next(500_000) / 100m}},"since":"20{{15 + random.Next(10)}}-0{{1 + random.Next(9)}}","ending":"{{1000 + random.Next(9000)}}","language":"en"}""");

    private static string Transactions(SeededRandom random)
    {
        var json = new StringBuilder("""{"rows":[""");
        for (var row = 0; row < TransactionRows; row++)
        {
            json.Append(row > 0 ? "," : "").Append(
                CultureInfo.InvariantCulture,
                $$"""{"id":"t{{random.Next(1_000_000):d6}}","day":"{{1 + random.Next(28)}}/{{1 + random.Next(12)}}","where":"{{Merchants[random.Next(Merchants.Length)]}}, {{Places[random.Next(Places.Length)]}}","amount":{{random.Next(20_000) / 100m}},"currency":"EUR"}""");
        }

        return json.Append("]}").ToString();
    }
}
