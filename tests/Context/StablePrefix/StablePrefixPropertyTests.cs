using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests.StablePrefix;

public class StablePrefixPropertyTests
{
    [Fact]
    public void No_budget_is_exceeded_no_call_orphaned_and_no_system_message_lost() =>
        Prop.ForAll(RandomRequests.Any.ToArbitrary(), r => Holds(r, inPlace: false)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_list_that_is_edited_afterwards_keeps_its_order() =>
        Prop.ForAll(RandomRequests.Any.ToArbitrary(), r => Holds(r, inPlace: true)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void What_is_kept_of_a_beginning_depends_on_nothing_behind_it() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var history = Session(random, random.Next(2, 60));
            var marks = new Watermarks(random.Next(50, 600), 0.85, 0.4);
            PrefixReplay? before = null;
            for (var end = 1; end <= history.Count; end++)
            {
                if (history[end - 1].Contents[0] is FunctionCallContent)
                {
                    continue;
                }

                var items = ItemGrouper.Group(history[..end]);
                var replay = PrefixReplay.Run(new FitWork(history[..end], Fitters.Counter), items, marks, null);
                for (var i = 0; before is not null && i < before.IsKept.Length; i++)
                {
                    // What was cut stays cut, what was shortened stays so in the same words.
                    Assert.True(before.IsKept[i] || !replay.IsKept[i]);
                    Assert.True(before.ResultLimits[i] == 0 || before.ResultLimits[i] == replay.ResultLimits[i]);
                }

                before = replay;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static List<ChatMessage> Session(Random random, int length)
    {
        List<ChatMessage> messages = [];
        for (var i = 0; i < length; i++)
        {
            var text = Messages.Filler(random.Next(1, random.Next(20) == 0 ? 400 : 25), i);
            messages.AddRange(random.Next(3) switch
            {
                0 => [Messages.User(text)],
                1 => [Messages.Assistant(text)],
                _ => (ChatMessage[])[Messages.Calls($"c{i}"), Messages.Result($"c{i}", text)],
            });
        }

        return messages;
    }

    private static bool Holds(RandomRequest request, bool inPlace)
    {
        request.Budget.Mode = ContextMode.StablePrefix;
        ContextFit fit;
        try
        {
            fit = Fit(request, request.Messages, inPlace);
        }
        catch (ContextBudgetException e)
        {
            return e.RequiredTokens > e.AvailableTokens;
        }

        var again = Fit(request, [.. request.Messages], inPlace);
        var added = fit.Messages.Where(m => m.MessageId is null).ToList();
        var indexes = fit.Messages.Where(m => m.MessageId is not null && !(StandsAlone(m) && !inPlace)).Select(request.IndexOf).ToList();
        return Fitters.Counter.CountRequest(fit.Messages, request.Options) is var recounted
            && recounted <= fit.Budget.Available + fit.Budget.ToolTokens
            && recounted == fit.TokensAfter
            && added.Count <= (inPlace ? 0 : 1)
            && added.All(EarlierTurns.IsQuote)
            && fit.Dropped == request.Messages.Count - (fit.Messages.Count - added.Count)
            && fit.Messages.Where(m => m.MessageId is not null).Select(m => m.MessageId).Distinct().Count() == fit.Messages.Count - added.Count
            && indexes.Zip(indexes.Skip(1)).All(p => p.First < p.Second)
            && Orphans.Count(fit.Messages) <= Orphans.Count(request.Messages)
            && request.Messages.Where(ItemGrouper.IsSystem).All(fit.Messages.Contains)
            && (request.Messages.LastOrDefault(m => m.Role == ChatRole.User && !StandsAlone(m)) is not { } question || fit.Messages.Contains(question))
            && fit.Messages.Select(RandomRequest.Fingerprint).SequenceEqual(again.Messages.Select(RandomRequest.Fingerprint));
    }

    private static bool StandsAlone(ChatMessage message) => ContextDocument.IsDocument(message) || ContextMemory.IsMemory(message);

    private static ContextFit Fit(RandomRequest request, List<ChatMessage> messages, bool inPlace) => inPlace
        ? request.Fitter().FitInPlace(messages, request.Options, request.Scope, isRequest: false)
        : request.Fitter().Fit(messages, request.Options, request.Scope);
}
