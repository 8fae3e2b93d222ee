using Microsoft.Extensions.AI;
using Parsimony.Testing;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Scoring;

/// <summary>A generator outside the process scores in the asynchronous path; whatever it does, the request is fitted.</summary>
public class EmbeddingRequestsTests
{
    private static readonly List<ChatMessage> Request =
        [Assistant("We bought a fiddle in Cremona."), .. Enumerable.Range(0, 12).Select(i => Assistant($"Nothing of note happened on day {i}.")), User("Where is our violin from?")];

    private readonly ManualTimeProvider time = new();

    [Fact]
    public async Task Meaning_finds_what_no_word_says()
    {
        var generator = new Generator(text => [text.Contains("fiddle", StringComparison.Ordinal) || text.Contains("violin", StringComparison.Ordinal) ? 1 : 0.1f, 0.5f]);

        var fit = await FitAsync(generator);

        Assert.Contains(Request[0], fit.Messages);
        Assert.DoesNotContain(Request[0], Fitter(null).Fit(Request, Options, CallScope.Empty).Messages);
    }

    [Fact]
    public async Task A_text_is_sent_once_and_a_request_that_fits_sends_nothing()
    {
        var generator = new Generator(_ => [1, 0]);
        var fitter = Fitter(generator);
        await fitter.FitAsync(Request, null, CallScope.Empty, CancellationToken.None);
        Assert.Empty(generator.Texts);

        await fitter.FitAsync(Request, Options, CallScope.Empty, CancellationToken.None);
        await fitter.FitAsync([.. Request, Assistant("From Cremona."), User("When?")], Options, CallScope.Empty, CancellationToken.None);

        Assert.Equal(Request.Count + 2, generator.Texts.Count);
        Assert.Equal(generator.Texts.Count, generator.Texts.Distinct().Count());
    }

    [Fact]
    public void The_synchronous_path_never_waits_for_it()
    {
        var generator = new Generator(_ => throw new InvalidOperationException());

        Fitter(generator).Fit(Request, Options, CallScope.Empty);

        Assert.Equal(0, generator.Calls);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(0f)]
    public async Task Numbers_that_are_no_embedding_leave_the_words_to_decide(float number)
    {
        var fit = await FitAsync(new Generator(_ => [number, number]));

        Assert.Equal(Fitter(null).Fit(Request, Options, CallScope.Empty).Messages, fit.Messages);
    }

    [Fact]
    public async Task After_failing_it_is_left_alone_and_then_tried_again()
    {
        var generator = new Generator(_ => throw new InvalidOperationException("down"));
        var fitter = Fitter(generator);
        for (var i = 0; i < EmbeddingBreaker.MostFailures + 2; i++)
        {
            Assert.NotEmpty((await fitter.FitAsync(Request, Options, CallScope.Empty, CancellationToken.None)).Messages);
        }

        Assert.Equal(EmbeddingBreaker.MostFailures, generator.Calls);

        time.Advance(EmbeddingBreaker.Pause);
        await fitter.FitAsync(Request, Options, CallScope.Empty, CancellationToken.None);
        Assert.Equal(EmbeddingBreaker.MostFailures + 1, generator.Calls);
    }

    [Fact]
    public async Task A_slow_one_is_given_up()
    {
        var never = new TaskCompletionSource();
        var generator = new Generator(_ => [1, 0]) { Before = never.Task };
        var fitting = Fitter(generator).FitAsync(Request, Options, CallScope.Empty, CancellationToken.None).AsTask();
        Assert.False(fitting.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Fitter(null).Fit(Request, Options, CallScope.Empty).Messages, (await fitting).Messages);
        Assert.True(generator.LastToken.IsCancellationRequested);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_fault_of_the_generator()
    {
        using var cancelled = new CancellationTokenSource();
        var generator = new Generator(_ => [1, 0]) { Before = new TaskCompletionSource().Task };
        var fitting = Fitter(generator).FitAsync(Request, Options, CallScope.Empty, cancelled.Token).AsTask();

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fitting);
    }

    private static ChatOptions Options => new() { MaxOutputTokens = Fitters.Count(Request) / 2 };

    private async Task<ContextFit> FitAsync(Generator generator) => await Fitter(generator).FitAsync(Request, Options, CallScope.Empty, CancellationToken.None);

    // With the options of a call, half of the request fits; without them, all of it.
    private ContextFitter Fitter(IEmbeddingGenerator<string, Embedding<float>>? generator) =>
        new(new() { ContextWindow = Fitters.Count(Request) + 50, ReplyReserve = 0, RecencyWeight = 0.5 }, embeddings: generator, time: time);

    private sealed class Generator(Func<string, float[]> embed) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Texts { get; } = [];

        public int Calls { get; private set; }

        public Task Before { get; init; } = Task.CompletedTask;

        public CancellationToken LastToken { get; private set; }

        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Calls++;
            LastToken = cancellationToken;
            var texts = values.ToList();
            Texts.AddRange(texts);
            await Before;
            return new(texts.Select(t => new Embedding<float>(embed(t))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
