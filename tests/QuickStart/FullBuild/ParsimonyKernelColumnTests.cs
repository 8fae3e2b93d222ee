using Parsimony.QuickStart.Columns;

namespace Parsimony.QuickStart.Tests.Columns;

public class ParsimonyKernelColumnTests
{
    [Fact]
    public Task Parsimony_through_a_kernel_answers_repeats_from_its_cache_never_wrongly_and_within_the_budget() =>
        ColumnFixture.CheckParsimonyAsync(directory => new ParsimonyKernelColumn(ColumnFixture.Prompt, ColumnFixture.Door(ColumnFixture.Budget), new(ColumnFixture.Budget, directory)));
}
