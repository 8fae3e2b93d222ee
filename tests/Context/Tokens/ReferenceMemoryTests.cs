namespace Parsimony.Context.Tests;

public class ReferenceMemoryTests
{
    [Fact]
    public void Equal_objects_are_not_the_same_object()
    {
        var memory = new ReferenceMemory<string, int>(10);
        var first = new string('a', 3);
        memory.Set(first, 1);
        Assert.True(memory.TryGet(first, out var found));
        Assert.Equal(1, found);
        Assert.False(memory.TryGet(new string('a', 3), out _));
    }

    [Fact]
    public void What_was_set_last_is_found_and_nothing_wrong_is()
    {
        var memory = new ReferenceMemory<object, int>(10);
        var objects = Enumerable.Range(0, 50_000).Select(_ => new object()).ToList();
        foreach (var (i, item) in objects.Index())
        {
            memory.Set(item, i);
            Assert.True(memory.TryGet(item, out var found));
            Assert.Equal(i, found);
        }

        foreach (var (i, item) in objects.Index())
        {
            Assert.True(!memory.TryGet(item, out var found) || found == i);
        }
    }

    [Fact]
    public void Setting_again_replaces()
    {
        var memory = new ReferenceMemory<object, int>(10);
        var item = new object();
        memory.Set(item, 1);
        memory.Set(item, 2);
        Assert.True(memory.TryGet(item, out var found));
        Assert.Equal(2, found);
    }
}
