using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel.Tests;

public class ChatPromptTests
{
    private const string Png = "data:image/png;base64,iVBORw0KGgo=";

    [Fact]
    public void What_stays_is_read_as_it_was_before()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>[]>(), ArbMap.Default.ArbFor<int>(), static (texts, seed) =>
        {
            var all = texts.Select(static t => new string([.. t.Get.Where(static c => c >= ' ' && !char.IsSurrogate(c) && c != '\uFFFE' && c != '\uFFFF')]) + "&amp; <b> \"x\"").ToList();
            if (all.Count < 2)
            {
                return true;
            }

            var prompt = ChatPrompt.Parse(Render(all))!;
            var kept = Enumerable.Range(0, all.Count).Where(i => i == all.Count - 1 || ((seed >> (i % 31)) & 1) == 0).ToList();
            var shorter = prompt.With(kept, [.. kept.Select(i => prompt.Messages[i])]);
            return PromptReader.Read(shorter)!.Select(static m => m.Content)
                .SequenceEqual(kept.Select(i => prompt.Messages[i].Text));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_message_written_anew_is_read_as_its_text()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), static text =>
        {
            var clean = "a" + new string([.. text.Get.Where(static c => c > ' ' && !char.IsSurrogate(c) && c != '\uFFFE' && c != '\uFFFF')]) + "&lt;<message role=\"user\">&";
            var prompt = ChatPrompt.Parse("<message role=\"user\">one</message>")!;
            var written = prompt.With([0], [new ChatMessage(ChatRole.User, clean)]);
            return Assert.Single(PromptReader.Read(written)!).Content == clean;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Images_and_other_content_stay_whole()
    {
        var prompt = ChatPrompt.Parse($"""
            <message role="system">Be brief &amp; kind.</message>
            <message role="user">Drop me.</message>
            <message role="user"><text>What is this?</text><image>{Png}</image></message>
            <message role="assistant"><![CDATA[<b>A dot</b> & more]]></message>
            """)!;

        var read = PromptReader.Read(prompt.With([0, 2, 3], [prompt.Messages[0], prompt.Messages[2], prompt.Messages[3]]))!;

        Assert.Equal("Be brief & kind.", read[0].Content);
        Assert.Equal(Png, Assert.Single(read[1].Items.OfType<ImageContent>()).DataUri);
        Assert.Equal("What is this?", read[1].Content);
        Assert.Equal("<b>A dot</b> & more", read[2].Content);
    }

    [Theory]
    [InlineData("Plain text.")]
    [InlineData("Text with <b>tags</b>.")]
    [InlineData("A broken <message role=\"user\">prompt")]
    [InlineData("<message>No role.</message>")]
    public void What_the_kernel_takes_for_text_is_text(string prompt)
    {
        Assert.Null(ChatPrompt.Parse(prompt));
    }

    private static string Render(IEnumerable<string> texts) =>
        string.Concat(texts.Select(static t => $"<message role=\"user\">{System.Net.WebUtility.HtmlEncode(t)}</message>\n"));
}
