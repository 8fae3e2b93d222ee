using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Compaction.App;

public sealed class AppCompactionTests
{
    private static readonly List<ChatMessage> Messages =
        [User("Tell me of the violin."), Assistant("The violin: " + Filler(400)), ContextDocument.Create("The violin. " + Texts.Document(60)), User("What of the violin?")];

    [Fact]
    public async Task What_would_be_cut_is_given_to_the_app_and_its_text_is_sent()
    {
        var app = new Summaries(r => $"Summary of {r.Kind}.");

        var fit = await Fit(app, 200);

        Assert.Equal(["Tell me of the violin.", "Summary of Turn.", "Summary of Document.", "What of the violin?"], fit.Messages.Select(m => m.Text));
        Assert.Equal([ContextDecision.Compacted, ContextDecision.Compacted], fit.Items.Skip(1).Take(2).Select(i => i.Decision));
        Assert.Equal(Fitters.Count(fit.Messages), fit.TokensAfter);
        Assert.All(app.Requests, r => Assert.Equal(("What of the violin?", "t"), (r.Query, r.Scope.Tenant)));
        Assert.All(app.Requests, r => Assert.InRange(r.MaxTokens, 24, 200));
    }

    [Fact]
    public async Task The_same_text_is_asked_for_once()
    {
        var app = new Summaries(r => "Summary.");
        var fitter = Fitter(app, 200);

        await fitter.FitAsync(Messages, null, new CallScope());
        var asked = app.Requests.Count;
        await fitter.FitAsync([.. Messages, Assistant("Yes."), User("What else of the violin?")], null, new CallScope());

        Assert.Equal(2, asked);
        Assert.Equal(asked, app.Requests.Count);
    }

    [Fact]
    public async Task A_text_that_is_asked_for_shorter_takes_the_place_of_the_longer_one()
    {
        var app = new Summaries(r => Filler(r.MaxTokens / 4));
        var budget = new ContextBudgetOptions { MaxContextTokens = 400 };
        var fitter = new ContextFitter(budget, compactor: app);
        await fitter.FitAsync(Messages, null, CallScope.Empty);

        budget.MaxContextTokens = 150;
        await fitter.FitAsync(Messages, null, CallScope.Empty);
        var asked = app.Requests.Count;
        var fit = await fitter.FitAsync(Messages, null, CallScope.Empty);

        Assert.Equal(asked, app.Requests.Count);
        Assert.StartsWith("filler0", fit.Messages[1].Text, StringComparison.Ordinal);
        Assert.InRange(Fitters.Count(fit.Messages), 1, 150);
    }

    [Fact]
    public async Task What_was_written_for_one_tenant_is_not_read_by_another()
    {
        var app = new Summaries(r => $"For {r.Scope.Tenant}.");
        var fitter = Fitter(app, 200);

        await fitter.FitAsync(Messages, null, new CallScope { Tenant = "a" });
        var other = await fitter.FitAsync(Messages, null, new CallScope { Tenant = "b" });

        Assert.Contains("For b.", other.Messages.Select(m => m.Text));
        Assert.DoesNotContain("For a.", other.Messages.Select(m => m.Text));
    }

    [Theory]
    [InlineData("long")]
    [InlineData("null")]
    [InlineData("empty")]
    [InlineData("fault")]
    public async Task An_answer_of_no_use_leaves_the_text_to_our_own_compaction(string answer)
    {
        var app = new Summaries(r => answer switch
        {
            "long" => r.Text,
            "null" => null,
            "empty" => "  ",
            _ => throw new InvalidOperationException("secret"),
        });

        var fit = await Fit(app, 200);

        Assert.Equal(Fitters.Default.Fit(Messages, 200).Messages.Select(m => m.Text), fit.Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task Cancellation_reaches_the_app_and_the_caller()
    {
        using var source = new CancellationTokenSource();
        var app = new Summaries(_ =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
            return "";
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fitter(app, 200).FitAsync(Messages, null, CallScope.Empty, source.Token).AsTask());
    }

    [Fact]
    public async Task A_request_that_the_app_sends_to_summarise_is_not_given_to_it_again()
    {
        ContextFitter? fitter = null;
        var app = new Summaries(r => "Summary.") { Before = () => fitter!.FitAsync(Messages, null, CallScope.Empty).AsTask() };
        fitter = Fitter(app, 200);

        await fitter.FitAsync(Messages, null, CallScope.Empty);

        Assert.Equal(2, app.Requests.Count);
    }

    [Fact]
    public async Task Neither_a_request_that_fits_nor_the_synchronous_fit_asks()
    {
        var app = new Summaries(r => "Summary.");

        await Fit(app, 100_000);
        Fitter(app, 200).Fit(Messages, null, CallScope.Empty);
        await new ContextFitter(new() { MaxContextTokens = 200, EnableCompaction = false }, compactor: app).FitAsync(Messages, null, CallScope.Empty);

        Assert.Empty(app.Requests);
    }

    [Fact]
    public async Task The_budget_chat_client_asks()
    {
        using var model = new RecordingChatClient();
        using var client = new BudgetChatClient(model, Fitter(new Summaries(r => "Summary."), 200));

        await client.GetResponseAsync(Messages);

        Assert.Equal(2, model.Requests[0].Messages.Count(m => m.Text == "Summary."));
    }

    private static ValueTask<ContextFit> Fit(Summaries app, int tokens) =>
        Fitter(app, tokens).FitAsync(Messages, null, new CallScope { Tenant = "t" });

    private static ContextFitter Fitter(Summaries app, int tokens) => new(new() { MaxContextTokens = tokens }, compactor: app);

    private sealed class Summaries(Func<ContextCompactionRequest, string?> answer) : IContextCompactor
    {
        public List<ContextCompactionRequest> Requests { get; } = [];

        public Func<Task> Before { get; init; } = () => Task.CompletedTask;

        public async ValueTask<string?> CompactAsync(ContextCompactionRequest request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            await Before();
            return answer(request);
        }
    }
}
