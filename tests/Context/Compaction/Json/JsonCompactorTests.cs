using System.Text.Json;

namespace Parsimony.Context.Tests.Compaction.Json;

public class JsonCompactorTests
{
    [Fact]
    public void Like_objects_are_written_with_their_names_once_and_nothing_is_lost() =>
        Assert.Equal(
            "{\"fields\":[\"id\",\"n\"],\"rows\":[[1,\"a\"],[2.50,\"b\\u0041\"]]}",
            Compact("[{\"id\": 1, \"n\": \"a\"}, {\"n\": \"b\\u0041\", \"id\": 2.50}]"));

    [Fact]
    public void A_table_within_an_object_or_a_row_is_one_too() =>
        Assert.Equal(
            "{\"a\":{\"fields\":[\"x\",\"y\"],\"rows\":[[1,[2]],[3,{\"fields\":[\"z\"],\"rows\":[[4],[5]]}]]}}",
            Compact("{\"a\":[{\"x\":1,\"y\":[2]},{\"x\":3,\"y\":[{\"z\":4},{\"z\":5}]}]}"));

    [Fact]
    public void Unlike_objects_stay_objects() => Assert.Equal("[{\"a\":1},{\"b\":2}]", Compact("[{\"a\":1}, {\"b\":2}]"));

    [Fact]
    public void Rows_with_their_members_in_another_order_or_twice_are_seen_for_what_they_are()
    {
        Assert.Equal("{\"fields\":[\"a\",\"b\",\"c\"],\"rows\":[[1,2,3],[4,5,6]]}", Compact("[{\"a\":1,\"b\":2,\"c\":3}, {\"c\":6,\"a\":4,\"b\":5}]"));
        Assert.Equal("[{\"a\":1,\"b\":2},{\"a\":3,\"a\":4}]", Compact("[{\"a\":1,\"b\":2}, {\"a\":3,\"a\":4}]"));
        Assert.Equal("[{\"a\":1,\"a\":2},{\"a\":3,\"b\":4}]", Compact("[{\"a\":1,\"a\":2}, {\"a\":3,\"b\":4}]"));
    }

    [Fact]
    public void Two_rows_of_many_fields_in_opposite_orders_are_one_table()
    {
        var fields = Enumerable.Range(0, 20_000).Select(i => $"\"f{i}\":{i}").ToList();

        Assert.StartsWith("{\"fields\":[\"f0\",\"f1\",", Compact($"[{{{string.Join(",", fields)}}},{{{string.Join(",", Enumerable.Reverse(fields))}}}]"), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_long_an_array_keeps_samples_its_number_and_what_its_fields_hold()
    {
        var text = Compact(Texts.Json(300), 200)!;

        using var json = JsonDocument.Parse(text);
        Assert.InRange(Texts.Count(text), 120, 200);
        Assert.Equal("[\"id\",\"name\",\"state\"]", json.RootElement.GetProperty("fields").GetRawText());
        Assert.Equal("[1,\"person1\",\"closed\"]", json.RootElement.GetProperty("rows")[0].GetRawText());
        Assert.Matches(@"^\[\d+ of 300 rows left out; of all: id 1\.\.300; name string; state closed x200, open x100\]$", json.RootElement.GetProperty("leftOut").GetString());
    }

    [Fact]
    public void Elements_that_match_the_query_stay_before_others() =>
        Assert.Contains("[204,\"person204\",\"open\"]", Compact(Texts.Json(300), 120, "Who is person204?"), StringComparison.Ordinal);

    [Theory]
    [InlineData("numbers", "[995 of 1000 elements left out; of all: 0..999]")]
    [InlineData("words", "elements left out; of all: no x500, yes x500]")]
    public void Arrays_of_scalars_keep_a_sample_and_their_range(string kind, string expected)
    {
        var text = "[" + string.Join(",", Enumerable.Range(0, 1000).Select(i => kind == "numbers" ? $"{i}" : i % 2 == 0 ? "\"yes\"" : "\"no\"")) + "]";

        Assert.EndsWith(expected[^30..], JsonDocument.Parse(Compact(text, 35)!).RootElement.EnumerateArray().Last().GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Maps_from_id_to_object_are_sampled_like_arrays()
    {
        var map = "{\"name\":\"shirts\",\"variants\":{" + string.Join(",", Enumerable.Range(0, 60).Select(i => $"\"v{i}\":{{\"size\":{i},\"colours\":[\"red\"]}}")) + "}}";

        var text = Compact(map, 120, "Is there v41?")!;

        Assert.Contains("\"v41\":{\"size\":41,\"colours\":[\"red\"]}", text, StringComparison.Ordinal);
        Assert.Contains("of 60 members left out", text, StringComparison.Ordinal);
        Assert.StartsWith("{\"name\":\"shirts\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_a_line_is_an_array()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"{{\"event\": \"login\", \"user\": {i}}}\n"));

        Assert.Contains("[\"login\",77]", Compact(text, 100, "user 77"), StringComparison.Ordinal);
        Assert.Contains("of 200 rows left out", Compact(text, 100), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_around_the_json_stay()
    {
        var text = Compact("Results [of today]:\n" + Texts.Json(100) + "\nThat is all.", 120)!;

        Assert.StartsWith("Results [of today]:\n{\"fields\"", text, StringComparison.Ordinal);
        Assert.EndsWith("}\nThat is all.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_string_is_cut_to_its_best_passages_and_stays_json()
    {
        var text = Compact(JsonSerializer.Serialize(new { exit = 0, stdout = Texts.Document(200) }), 200, "topic123")!;

        using var json = JsonDocument.Parse(text);
        Assert.InRange(Texts.Count(text), 120, 200);
        Assert.Equal(0, json.RootElement.GetProperty("exit").GetInt32());
        Assert.Contains("about topic123.", json.RootElement.GetProperty("stdout").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[1, 2, 3")]
    [InlineData("{\"a\": 1,}")]
    [InlineData("[INFO] started [x] {y}")]
    public void What_does_not_parse_is_left_to_others(string text) => Assert.Null(Compact(text, 1));

    [Fact]
    public void Hostile_json_is_no_trouble()
    {
        Assert.Null(Compact(new string('[', 100_000), 10));
        Assert.Null(Compact(string.Concat(Enumerable.Repeat("[{\"a\":", 50_000)), 10));
        Assert.NotNull(Compact("[" + string.Concat(Enumerable.Repeat("{\"a\":1,\"a\":2},", 500)) + "{\"a\":1}]", 60));
        _ = Compact("[\"\\ud83d\", {\"\\ud83d\": \"" + new string('x', 2000) + "\"}]", 60);
        Assert.NotNull(Compact("[" + string.Join(",", Enumerable.Repeat("[]", 5_000)) + "]", 40));
    }

    private static string? Compact(string text, int maxTokens = int.MaxValue, string? query = null) =>
        new JsonCompactor().Compact(text, Texts.Target(maxTokens, query));
}
