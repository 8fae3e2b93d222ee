using System.Text.Json;
using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Items;

public class ContextImportanceTests
{
    [Fact]
    public void An_importance_is_read_into_the_item_however_it_is_written()
    {
        object[] written = [0.5, 0.5f, 0.5m, "0.5", JsonSerializer.SerializeToElement(0.5), JsonSerializer.SerializeToElement("0.5")];

        Assert.All(written, value => Assert.Equal(0.5, Importance(value)));
        Assert.Equal(1, Importance(1));
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData("much")]
    [InlineData(null)]
    public void What_is_no_importance_is_none(object? value) => Assert.Null(Importance(value));

    [Fact]
    public void An_item_is_as_important_as_its_most_important_message() =>
        Assert.Equal(0.9, Assert.Single(ItemGrouper.Group([Calls("a").WithImportance(0.2), Result("a", "b").WithImportance(0.9)])).Importance);

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Only_from_0_to_1_can_be_set(double importance) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => User("a").WithImportance(importance));

    private static double? Importance(object? value) =>
        Assert.Single(ItemGrouper.Group([new ChatMessage(ChatRole.User, "a") { AdditionalProperties = new() { [ContextImportance.PropertyName] = value } }])).Importance;

    [Fact]
    public void What_is_important_stays_and_what_is_not_goes()
    {
        List<ChatMessage> messages =
            [User("A note on trains.").WithImportance(1), .. Enumerable.Range(0, 20).Select(i => User($"Something else, number {i}.")), User("Is there something?")];
        var half = Fitters.Count(messages) / 2;

        Assert.Contains(messages[0], Fitters.Default.Fit(messages, half).Messages);

        messages[20].WithImportance(0);
        Assert.DoesNotContain(messages[20], Fitters.Default.Fit(messages, half).Messages);

        messages[20].WithImportance(0.5);
        Assert.Contains(messages[20], Fitters.Default.Fit(messages, half).Messages);
    }

    [Fact]
    public void Below_the_threshold_a_message_goes_before_all_others()
    {
        List<ChatMessage> messages = [User("The key is under the pot.").WithImportance(0.1), User("Something else."), User("And another thing."), User("Where is the key?")];
        var fitter = new ContextFitter(new() { ImportanceThreshold = 0.2, ImportanceWeight = 0 });

        var fit = fitter.Fit(messages, Fitters.Count(messages) - 1);

        Assert.Equal(ContextDecision.Excluded, fit.Items[0].Decision);
        Assert.Contains(messages[0], new ContextFitter(new() { ImportanceWeight = 0 }).Fit(messages, Fitters.Count(messages) - 1).Messages);
    }
}
