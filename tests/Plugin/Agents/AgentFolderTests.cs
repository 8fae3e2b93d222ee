using Microsoft.Extensions.Configuration;
using Parsimony.Context;

namespace Parsimony.Tests.Agents;

public sealed class AgentFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ParsimonyOptions options = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_agent_is_read_with_all_that_a_configuration_could_say_of_it()
    {
        folder.Add("clerk.md", """
            ---
            name: clerk
            description: Answers questions about cards.
            model: sonnet
            tools: Read, Write
            hooks:
              PreToolUse:
                - matcher: Bash
            keywords: [refunds, "card blocking"]
            requiredKinds:
              - Document
            ExcludedKinds: toolGroup
            maxContextTokens: 4000
            recencyWeight: 0.25
            ---
            # Duties
            """);

        Load();

        var (name, agent) = Assert.Single(options.Context.Agents);
        Assert.Empty(options.LoadErrors);
        Assert.Empty(options.LoadWarnings);
        Assert.Equal("clerk", name);
        Assert.Equal(["refunds", "card blocking"], agent.Keywords);
        Assert.Equal([ContextItemKind.Document], agent.RequiredKinds);
        Assert.Equal([ContextItemKind.ToolGroup], agent.ExcludedKinds);
        Assert.Equal(4_000, agent.MaxContextTokens);
        Assert.Equal(0.25, agent.Weights[ContextScorePart.Recency]);
    }

    [Fact]
    public void Every_key_of_an_agent_in_a_configuration_is_one_of_its_file()
    {
        foreach (var key in ConfigurationKeys.All.Select(k => k.Path).Where(p => p.StartsWith("contextFilter.agents.*.", StringComparison.Ordinal)))
        {
            using var each = new TemporaryFolder();
            each.Add("a.md", $"---\n{key["contextFilter.agents.*.".Length..]}: {{}}\n---\n");
            var read = new ParsimonyOptions();
            AgentFolder.Load(each.Path, read);

            Assert.Contains("a.md, line 2", Assert.Single(read.LoadErrors).Key, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_list_may_be_one_line_with_commas_as_such_files_list_tools()
    {
        folder.Add("a.md", "---\nname: a\nkeywords: refunds, card blocking\n---\n");

        Load();

        Assert.Equal(["refunds", "card blocking"], options.Context.Agents["a"].Keywords);
    }

    [Fact]
    public void Without_a_name_the_file_gives_it()
    {
        folder.Add("billing.agent.md", "---\ndescription: Bills\n---\n");
        folder.Add("inner/deep/stock.MD", "---\ndescription: Stock\n---\n");

        Load();

        Assert.Equal(["billing", "stock"], options.Context.Agents.Keys.Order());
    }

    [Theory]
    [InlineData("maxContextTokens: many", "maxContextTokens", "many", "whole number")]
    [InlineData("maxContextTokens: 0", "maxContextTokens", "0", "1 or more")]
    [InlineData("maxContextTokens: [1, 2]", "maxContextTokens", "1, 2", "not a list")]
    [InlineData("requiredKinds: [Turns]", "requiredKinds", "Turns", "must be one of")]
    [InlineData("keywords: {a: b}", "keywords", "", "nested")]
    [InlineData("name: {a: b}", "name", "", "nested")]
    [InlineData("keywords: [a", "keywords", "[a", "closed")]
    public void A_mistake_names_the_file_the_line_the_key_the_value_and_the_remedy(string line, string key, string value, string remedy)
    {
        var file = folder.Add("clerk.md", $"---\ndescription: x\n{line}\n---\n");

        Load();

        var error = Assert.Single(options.LoadErrors);
        Assert.Equal(($"{file}, line 3, {key}", value), (error.Key, error.Value));
        Assert.Contains(remedy, error.Remedy, StringComparison.Ordinal);
        Assert.Empty(options.Context.Agents);
    }

    [Fact]
    public void A_key_that_is_nearly_one_of_ours_is_warned_of()
    {
        folder.Add("clerk.md", "---\nname: clerk\nkeyword: a\n---\n");

        Load();

        Assert.Contains("did you mean keywords?", Assert.Single(options.LoadWarnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_stands_twice_and_a_name_that_two_files_have_are_errors_that_name_both()
    {
        var twice = folder.Add("a.md", "---\nname: clerk\nname: scribe\n---\n");
        var first = folder.Add("b.md", "---\nname: Teller\n---\n");
        var second = folder.Add("c.md", "---\nname: teller\n---\n");

        Load();

        Assert.Equal([$"{twice}, line 3, name", $"{second}, name"], options.LoadErrors.Select(e => e.Key));
        Assert.Contains("line 2", options.LoadErrors[0].Remedy, StringComparison.Ordinal);
        Assert.Contains(first, options.LoadErrors[1].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_that_names_the_key()
    {
        AgentFolder.Load(Path.Combine(folder.Path, "none"), options);

        Assert.Equal("contextFilter.agentsFolder", Assert.Single(options.LoadErrors).Key);
    }

    [Fact]
    public void A_file_without_front_matter_and_an_empty_folder_are_warned_of()
    {
        Load();
        var file = folder.Add("README.md", "# Our agents");
        Load();

        Assert.Equal(2, options.LoadWarnings.Count);
        Assert.Contains("no Markdown file", options.LoadWarnings[0], StringComparison.Ordinal);
        Assert.StartsWith(file, options.LoadWarnings[1], StringComparison.Ordinal);
        Assert.Empty(options.LoadErrors);
    }

    [Fact]
    public void Huge_binary_and_broken_files_are_one_error_each_and_the_rest_is_read()
    {
        folder.Add("huge.md", "---\nname: huge\n---\n" + new string('x', AgentFolder.MaxFileBytes));
        File.WriteAllBytes(Path.Combine(folder.Path, "picture.md"), [0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x00]);
        folder.Add("zeros.md", "---\nname: a\0b\n---\n");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "loop.md"), Path.Combine(folder.Path, "loop.md"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "dangling.md"), Path.Combine(folder.Path, "nowhere"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "circle"), folder.Path);
        folder.Add("good.md", "---\nname: good\n---\n");

        Load();

        Assert.Equal(["good"], options.Context.Agents.Keys);
        Assert.Equal(5, options.LoadErrors.Count);
    }

    [Fact]
    public void A_pipe_that_nobody_writes_into_does_not_hold_up_the_load()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            return;
        }

        using (var make = System.Diagnostics.Process.Start("mkfifo", Path.Combine(folder.Path, "pipe.md")))
        {
            make.WaitForExit();
        }

        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.md"), Path.Combine(folder.Path, "pipe.md"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "device.md"), "/dev/zero");
        folder.Add("good.md", "---\nname: good\n---\n");

        Load();

        Assert.Equal(["good"], options.Context.Agents.Keys);
        Assert.Equal(3, options.LoadWarnings.Count);
    }

    [Fact]
    public void A_link_to_a_file_is_followed_as_mounted_configurations_are_made_of_them()
    {
        using var elsewhere = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "clerk.md"), elsewhere.Add("data", "---\nname: clerk\n---\n"));

        Load();

        Assert.Empty(options.LoadErrors);
        Assert.Equal(["clerk"], options.Context.Agents.Keys);
    }

    [Fact]
    public void Without_keywords_the_rare_words_of_name_description_and_headings_are_taken()
    {
        folder.Add("a.md", "---\nname: violin-teacher\ndescription: Use this agent to answer questions about violins and bows.\n---\n# Tuning\nProse about weather.\n");
        folder.Add("b.md", "---\nname: cook\ndescription: Use this agent to answer questions about soups.\n---\n# Stock\n");
        folder.Add("c.md", "---\nname: gardener\ndescription: Use this agent to answer questions about roses.\n---\n");

        Load();

        var keywords = options.Context.Agents["violin-teacher"].Keywords;
        Assert.Equal("violin", keywords[0]);
        Assert.Equal(["bows", "teacher", "tuning", "violin"], keywords.Take(4).Order());
        Assert.DoesNotContain("weather", keywords);
        Assert.DoesNotContain("agent", keywords);
        Assert.InRange(keywords.Count, 4, AgentKeywords.MaxKeywords);
    }

    [Fact]
    public async Task What_code_says_wins_over_a_configuration_and_that_one_over_the_file()
    {
        folder.Add("clerk.md", "---\nname: Clerk\nkeywords: [file]\nmaxContextTokens: 1\nexcludedKinds: [Turn]\n---\n");
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["contextFilter:agentsFolder"] = folder.Path,
            ["contextFilter:agents:clerk:keywords:0"] = "configuration",
            ["contextFilter:agents:clerk:maxContextTokens"] = "2",
        }).Build();
        await using var provider = new TestServices().Build(o => o.Context.Agents["clerk"].MaxContextTokens = 3, section);

        var agent = Assert.Single(provider.ParsimonyOptions().Context.Agents).Value;

        Assert.Equal(["configuration"], agent.Keywords);
        Assert.Equal(3, agent.MaxContextTokens);
        Assert.Equal([ContextItemKind.Turn], agent.ExcludedKinds);
    }

    [Fact]
    public async Task Options_in_code_name_a_folder_and_its_mistakes_are_said_with_all_others()
    {
        folder.Add("clerk.md", "---\nmaxContextTokens: none\n---\n");
        await using var provider = new TestServices().Build(o =>
        {
            o.AgentsFolder = folder.Path;
            o.Context.ContextWindow = 0;
        });

        var error = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(provider.ParsimonyOptions);

        Assert.Contains("clerk.md, line 2, maxContextTokens = none", error.Message, StringComparison.Ordinal);
        Assert.Contains("contextFilter.contextWindow", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_fills_every_property_that_an_agent_has()
    {
        var file = new AgentSpecialization { Keywords = ["a"], RequiredKinds = [ContextItemKind.Turn], ExcludedKinds = [ContextItemKind.Document], MaxContextTokens = 7, Weights = { [ContextScorePart.Recency] = 2 } };
        var filled = new AgentSpecialization();
        Assert.All(typeof(AgentSpecialization).GetProperties(), p => Assert.NotEqual(p.GetValue(filled), p.GetValue(file)));

        AgentFolder.Fill(filled, file);

        Assert.All(typeof(AgentSpecialization).GetProperties(), p => Assert.Equal(p.GetValue(file), p.GetValue(filled)));
    }

    private void Load() => AgentFolder.Load(folder.Path, options);
}
