namespace Parsimony.Repository.Tests;

public class SemanticKernelSnippetTests
{
    [Fact]
    public void Every_snippet_of_the_readme_compiles()
    {
        var snippets = Snippets.In("README.md");

        Assert.Equal(2, snippets.Count);
        Assert.All(snippets, s => Assert.Empty(Snippets.Errors(s)));
    }

    [Fact]
    public void A_snippet_that_is_wrong_is_found_out() => Assert.NotEmpty(Snippets.Errors("kernel.AddParsimonious();"));
}
