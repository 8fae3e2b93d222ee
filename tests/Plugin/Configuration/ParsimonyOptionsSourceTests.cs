namespace Parsimony.Tests.Configuration;

public class ParsimonyOptionsSourceTests
{
    private readonly Dictionary<string, string> variables = [];

    [Fact]
    public void The_variable_names_the_file_where_the_app_names_none()
    {
        using var file = new TemporaryFile("""{ "environment": "from the variable" }""");
        variables["OPTIMIZATION_CONFIG"] = file.Path;

        Assert.Equal("from the variable", Configure().Environment);
    }

    [Fact]
    public void A_file_that_the_app_names_wins_over_the_variable()
    {
        using var file = new TemporaryFile("""{ "environment": "from the app" }""");
        variables["OPTIMIZATION_CONFIG"] = "nowhere.json";

        var options = Configure(file: file.Path);

        Assert.Equal("from the app", options.Environment);
        Assert.Empty(options.LoadErrors);
    }

    [Fact]
    public void A_section_that_the_app_names_wins_over_the_variable()
    {
        variables["OPTIMIZATION_CONFIG"] = "nowhere.json";

        var options = new ParsimonyOptions();
        new ParsimonyOptionsSource(ConfigurationTestKit.Json("""{ "environment": "section" }"""), null, variables.GetValueOrDefault).Configure(options);

        Assert.Equal("section", options.Environment);
        Assert.Empty(options.LoadErrors);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_that_names_the_variable_and_the_path()
    {
        variables["OPTIMIZATION_CONFIG"] = "nowhere.json";

        Assert.Equal("OPTIMIZATION_CONFIG = nowhere.json: must be a file that can be read", Assert.Single(Configure().LoadErrors).ToString());
    }

    [Theory]
    [InlineData("{ \"cache\": ")]
    [InlineData("[1, 2]")]
    [InlineData("")]
    [InlineData("{ \"cache\": {\"ttlSeconds\": 5, \"ttlSeconds\": 6} }")]
    public void A_file_that_is_no_JSON_object_is_one_error(string content)
    {
        using var file = new TemporaryFile(content);

        Assert.Contains("must be one JSON object", Assert.Single(Configure(file.Path).LoadErrors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_variable_for_the_cache_wins_over_the_file()
    {
        using var file = new TemporaryFile("""{ "cache": { "cacheDir": "a", "persistToDisk": true } }""");
        variables["CACHE_DIR"] = "b";

        Assert.Equal("b", Configure(file.Path).Cache.Directory);
    }

    [Fact]
    public void The_addresses_of_alerts_come_from_variables_and_a_bad_one_is_an_error_that_does_not_show_it()
    {
        variables["SLACK_WEBHOOK_URL"] = "https://hooks.example/T0/secret";
        variables["EMAIL_SERVICE_API"] = "not an address: secret";

        var options = Configure();

        Assert.Equal("https://hooks.example/T0/secret", options.Alerts.WebhookUrl?.ToString());
        var error = Assert.Single(options.LoadErrors).ToString();
        Assert.StartsWith("EMAIL_SERVICE_API", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    private ParsimonyOptions Configure(string? file = null)
    {
        var options = new ParsimonyOptions();
        new ParsimonyOptionsSource(null, file, variables.GetValueOrDefault).Configure(options);
        return options;
    }
}
