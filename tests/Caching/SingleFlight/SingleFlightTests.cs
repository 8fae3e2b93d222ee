using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.SingleFlight;

public sealed class SingleFlightTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<ChatResponse> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Ten_thousand_callers_of_one_key_make_one_model_call()
    {
        await using var cache = new ResponseCache(new ResponseCacheOptions());
        using var model = new FakeModel((_, _, _) => answer.Task);
        using var client = new ParsimonyChatClient(model, cache);
        var callers = Enumerable.Range(0, 10_000)
            .Select(i => i % 2 == 0 ? client.GetResponseAsync("q") : client.GetStreamingResponseAsync("q").ToChatResponseAsync())
            .ToList();
        answer.SetResult(FakeModel.Answer("a"));

        var answers = await Task.WhenAll(callers).WaitAsync(Patience);

        Assert.Equal(1, model.Calls);
        Assert.All(answers, a => Assert.Equal("a", a.Text));
        Assert.Equal(10_000, answers.Select(a => a.ResponseId).Distinct().Count());
        var statistics = cache.Statistics;
        Assert.Equal((10_000, 1, 9_999), (statistics.Lookups, statistics.Misses, statistics.ExactHits));
    }

    [Fact]
    public async Task Callers_on_many_threads_make_one_model_call()
    {
        var f = Waiting();
        using var barrier = new Barrier(8);
        var callers = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return f.Client.GetResponseAsync("q");
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()).ToList();
        await Until(() => f.Model.Calls > 0);
        answer.SetResult(FakeModel.Answer("a"));

        await Task.WhenAll(callers).WaitAsync(Patience);
        Assert.Equal(1, f.Model.Calls);
    }

    [Fact]
    public async Task A_failing_leader_gets_its_exception_and_a_follower_takes_over()
    {
        var f = Waiting();
        var leader = f.Client.GetResponseAsync("q");
        var followers = Enumerable.Range(0, 5).Select(_ => f.Client.GetResponseAsync("q")).ToList();
        f.Model.Respond = (_, _, _) => Task.FromResult(FakeModel.Answer("second"));
        var fault = new InvalidOperationException("down");
        answer.SetException(fault);

        Assert.Same(fault, await Assert.ThrowsAsync<InvalidOperationException>(() => leader));
        Assert.All(await Task.WhenAll(followers).WaitAsync(Patience), a => Assert.Equal("second", a.Text));
        Assert.Equal(2, f.Model.Calls);
    }

    [Fact]
    public async Task A_leaders_cancellation_never_cancels_those_who_wait()
    {
        using var cancelled = new CancellationTokenSource();
        var f = new CacheFixture();
        f.Model.Respond = (_, _, token) => answer.Task.WaitAsync(token);
        var leader = f.Client.GetResponseAsync("q", cancellationToken: cancelled.Token);
        var followers = Enumerable.Range(0, 5).Select(_ => f.Client.GetResponseAsync("q")).ToList();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        await Until(() => f.Model.Calls == 2);
        answer.SetResult(FakeModel.Answer("a"));

        Assert.All(await Task.WhenAll(followers).WaitAsync(Patience), a => Assert.Equal("a", a.Text));
        Assert.Equal(2, f.Model.Calls);
    }

    [Fact]
    public async Task One_who_waits_may_be_cancelled_alone()
    {
        using var cancelled = new CancellationTokenSource();
        var f = Waiting();
        var leader = f.Client.GetResponseAsync("q");
        var follower = f.Client.GetResponseAsync("q", cancellationToken: cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => follower);
        answer.SetResult(FakeModel.Answer("a"));

        Assert.Equal("a", (await leader).Text);
    }

    [Fact]
    public async Task An_answer_that_may_not_be_kept_is_not_shared_either()
    {
        var f = Waiting();
        var callers = Enumerable.Range(0, 4).Select(_ => f.Client.GetResponseAsync("q")).ToList();
        var truncated = FakeModel.Answer("half");
        truncated.FinishReason = ChatFinishReason.Length;
        answer.SetResult(truncated);

        await Task.WhenAll(callers).WaitAsync(Patience);
        Assert.Equal(4, f.Model.Calls);
    }

    [Fact]
    public async Task An_abandoned_stream_hands_over_to_those_who_wait()
    {
        var f = new CacheFixture();
        f.Model.Respond = (_, _, _) => Task.FromResult(FakeModel.Answer("one two"));
        var leader = f.Client.GetStreamingResponseAsync(CacheFixture.Question("q")).GetAsyncEnumerator();
        Assert.True(await leader.MoveNextAsync());
        var follower = f.Client.GetResponseAsync("q");
        Assert.False(follower.IsCompleted);
        await leader.DisposeAsync();

        Assert.Equal("one two", (await follower.WaitAsync(Patience)).Text);
        Assert.Equal(2, f.Model.Calls);
    }

    [Fact]
    public async Task Nobody_waits_for_ever_for_a_stream_that_nobody_reads_on()
    {
        var f = new CacheFixture();
        var stalled = f.Client.GetStreamingResponseAsync(CacheFixture.Question("q")).GetAsyncEnumerator();
        Assert.True(await stalled.MoveNextAsync());
        var follower = f.Client.GetResponseAsync("q");
        f.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("answer", (await follower.WaitAsync(Patience)).Text);
        await stalled.DisposeAsync();
    }

    [Theory]
    [InlineData("how do I top up")]
    [InlineData("how can I top up")]
    public async Task Once_one_caller_gave_a_call_up_nobody_else_waits_for_it(string question)
    {
        using var embeddings = new FakeEmbeddings(["how do I top up", "how can I top up"]);
        var f = new CacheFixture(embeddings: embeddings);
        var stalled = f.Client.GetStreamingResponseAsync(CacheFixture.Question("how do I top up")).GetAsyncEnumerator();
        Assert.True(await stalled.MoveNextAsync());
        f.Model.Respond = (_, _, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "cut")) { FinishReason = ChatFinishReason.Length });
        var follower = f.Client.GetResponseAsync(question);
        f.Clock.Advance(TimeSpan.FromMinutes(1));
        await follower.WaitAsync(Patience);

        Assert.True(f.Client.GetResponseAsync("how do I top up").IsCompletedSuccessfully);
        Assert.True(f.Client.GetResponseAsync("how can I top up").IsCompletedSuccessfully);
        await stalled.DisposeAsync();
    }

    [Fact]
    public async Task A_model_that_is_down_is_not_tried_by_one_caller_at_a_time()
    {
        var f = new CacheFixture();
        var attempts = new List<TaskCompletionSource<ChatResponse>>();
        f.Model.Respond = (_, _, _) =>
        {
            lock (attempts)
            {
                attempts.Add(new TaskCompletionSource<ChatResponse>());
                return attempts[^1].Task;
            }
        };
        var callers = Enumerable.Range(0, 10).Select(_ => f.Client.GetResponseAsync("q")).ToList();
        attempts[0].SetException(new InvalidOperationException());
        await Until(() => f.Model.Calls == 2);
        attempts[1].SetException(new InvalidOperationException());
        await Until(() => f.Model.Calls == 10);
        attempts.Skip(2).ToList().ForEach(a => a.SetException(new InvalidOperationException()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(callers).WaitAsync(Patience));
    }

    [Theory]
    [InlineData("q")]
    [InlineData(" q ")]
    public async Task A_tool_that_repeats_its_callers_question_does_not_wait_for_itself(string repeated)
    {
        var f = new CacheFixture();
        f.Model.Respond = async (_, _, token) =>
            f.Model.Calls == 1 ? FakeModel.Answer("outer " + (await f.Client.GetResponseAsync(repeated, cancellationToken: token)).Text) : FakeModel.Answer("inner");

        Assert.Equal("outer inner", (await f.Client.GetResponseAsync("q").WaitAsync(Patience)).Text);
    }

    [Fact]
    public async Task Two_callers_whose_tools_ask_each_others_question_do_not_wait_for_each_other()
    {
        var f = new CacheFixture();
        var both = new TaskCompletionSource();
        f.Model.Respond = async (messages, _, token) =>
        {
            var mine = messages[^1].Text;
            if (f.Model.Calls > 2)
            {
                return FakeModel.Answer("inner");
            }

            if (f.Model.Calls == 2)
            {
                both.TrySetResult();
            }

            await both.Task;
            return FakeModel.Answer((await f.Client.GetResponseAsync(mine == "a" ? "b" : "a", cancellationToken: token)).Text);
        };

        await Task.WhenAll(f.Client.GetResponseAsync("a"), f.StreamAsync("b")).WaitAsync(Patience);
    }

    [Fact]
    public async Task Questions_with_the_same_answer_that_come_together_make_one_model_call()
    {
        using var embeddings = new FakeEmbeddings(["how do I top up", "how can I top up"]);
        var f = Waiting(embeddings);
        var leader = f.Client.GetResponseAsync("how do I top up");
        await Until(() => f.Model.Calls == 1);
        var same = f.StreamAsync("how can I top up");
        var other = f.Client.GetResponseAsync("how do I pay");
        await Until(() => f.Model.Calls == 2);
        answer.SetResult(FakeModel.Answer("a"));

        await Task.WhenAll(leader, same, other).WaitAsync(Patience);
        Assert.Equal(2, f.Model.Calls);
        Assert.Equal(1, f.Cache.Statistics.SameAnswerHits);
        Assert.Equal(1, f.Cache.Statistics.SharedCalls);
    }

    [Fact]
    public async Task A_question_that_answered_wrongly_once_answers_no_other_while_the_model_works_on_it_again()
    {
        using var embeddings = new FakeEmbeddings(["how do I top up", "how can I top up"]);
        var f = Waiting(embeddings);
        await f.Cache.ReportFalseHitAsync(await StoreForClientAsync(f, "how do I top up"));
        var barred = f.Client.GetResponseAsync("how do I top up");
        var again = f.Client.GetResponseAsync("how do I top up");
        await Until(() => f.Model.Calls == 1);
        var other = f.Client.GetResponseAsync("how can I top up");

        await Until(() => f.Model.Calls == 2);
        answer.SetResult(FakeModel.Answer("a"));
        await Task.WhenAll(barred, again, other).WaitAsync(Patience);
        Assert.Equal((2, 0, 1), (f.Model.Calls, f.Cache.Statistics.SameAnswerHits, f.Cache.Statistics.SharedCalls));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_one_that_is_reported_while_the_model_works_on_it(bool waits)
    {
        using var embeddings = new FakeEmbeddings(["how do I top up", "how can I top up"]);
        var f = Waiting(embeddings);
        var entryId = await StoreForClientAsync(f, "how do I top up");
        await f.Cache.RemoveAsync(entryId);
        var leader = f.Client.GetResponseAsync("how do I top up");
        await Until(() => f.Model.Calls == 1);
        var other = waits ? f.Client.GetResponseAsync("how can I top up") : null;
        await f.Cache.ReportFalseHitAsync(entryId);
        other ??= f.Client.GetResponseAsync("how can I top up");
        answer.SetResult(FakeModel.Answer("a"));

        await Task.WhenAll(leader, other).WaitAsync(Patience);
        Assert.Equal((2, 0), (f.Model.Calls, f.Cache.Statistics.SameAnswerHits));
    }

    [Fact]
    public async Task A_question_of_another_tenant_waits_for_nobody()
    {
        var f = Waiting();
        var callers = new[] { "a", "b" }.Select(t => f.Client.GetResponseAsync(
            CacheFixture.Question("q"), new ChatOptions().WithCallScope(new CallScope { Tenant = t }))).ToList();
        Assert.Equal(2, f.Model.Calls);
        answer.SetResult(FakeModel.Answer("a"));
        await Task.WhenAll(callers);
    }

    // Under the key that the client's own calls have.
    private static async Task<string> StoreForClientAsync(CacheFixture f, string question) =>
        (await f.Cache.StoreAsync(f.Cache.Plan(CacheFixture.Question(question), null, CallScope.Empty, f.Model), FakeModel.Answer("wrong"))).EntryId!;

    private static async Task Until(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private CacheFixture Waiting(FakeEmbeddings? embeddings = null)
    {
        var f = new CacheFixture(embeddings: embeddings);
        f.Model.Respond = (_, _, _) => answer.Task;
        return f;
    }
}
