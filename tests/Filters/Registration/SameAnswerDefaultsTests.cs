using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel.Tests;

public class SameAnswerDefaultsTests
{
    [Fact]
    public async Task A_kernel_recognises_a_question_in_other_letters_without_a_line_of_code()
    {
        var service = new CountingChatService();
        var kernel = TestKernel.With(service);

        await kernel.InvokePromptAsync("How do I freeze my card?");
        await kernel.InvokePromptAsync("how do i freeze my card");
        Assert.Equal(1, service.Calls);
        await kernel.InvokePromptAsync("Who wrote Hamlet?");
        Assert.Equal(2, service.Calls);
    }
}
