using System.Text;
using Parsimony.Testing;

namespace Parsimony.Repository.Tests;

/// <summary>The rules of training/README.md, for whoever adds to the data.</summary>
public class TrainingDataTests
{
    private static readonly string[] Kinds =
    [
        "number", "id", "entity", "negation", "opposite", "direction", "time", "quantity", "condition", "role", "scope", "question type",
    ];

    [Theory]
    [InlineData("groups", 4, 6, 3, 5)]
    [InlineData("lean", 2, 3, 1, 2)]
    [InlineData("merged", 2, 4, 1, 3)]
    public void A_group_has_as_many_phrasings_and_near_misses_as_its_folder_says(string folder, int least, int most, int leastNear, int mostNear)
    {
        var wrong = Groups(folder).Where(g => g.Phrasings.Count < least || g.Phrasings.Count > most || g.NearMisses.Count < leastNear || g.NearMisses.Count > mostNear);

        Assert.Empty(wrong.Select(static g => g.Place));
    }

    [Fact]
    public void Every_near_miss_of_the_full_groups_names_its_kind()
    {
        var unnamed = Groups("groups").SelectMany(static g => g.NearMisses, static (g, line) => (g.Place, Kind: line.Split('|')[0].Trim()));

        Assert.All(unnamed, static n => Assert.Contains(n.Kind, Kinds));
    }

    [Fact]
    public void No_phrasing_stands_in_two_groups()
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var twice = new List<string>();
        foreach (var group in new[] { "groups", "lean", "merged" }.SelectMany(Groups))
        {
            foreach (var phrasing in group.Phrasings.Select(Plain))
            {
                if (!places.TryAdd(phrasing, group.Place))
                {
                    twice.Add($"{group.Place} and {places[phrasing]}");
                }
            }
        }

        Assert.Empty(twice);
    }

    [Fact]
    public void No_near_miss_is_a_phrasing_of_its_own_group()
    {
        var both = new[] { "groups", "lean", "merged" }.SelectMany(Groups)
            .Where(static g => g.NearMisses.Select(static n => Plain(n[(n.IndexOf('|', StringComparison.Ordinal) + 1)..])).Intersect(g.Phrasings.Select(Plain)).Any());

        Assert.Empty(both.Select(static g => g.Place));
    }

    [Fact]
    public void Turns_that_lean_on_their_history_say_what_they_mean_and_the_others_need_not()
    {
        var turns = Directory.GetFiles(RepositoryRoot.File("training", "data", "turns")).SelectMany(File.ReadLines).Where(static l => l.Length > 0 && l[0] != '#').ToList();

        Assert.All(turns, static t => Assert.Equal(t.StartsWith("d |", StringComparison.Ordinal) ? 3 : 2, t.Split(" | ").Length));
        Assert.All(turns, static t => Assert.True(t.StartsWith("d | ", StringComparison.Ordinal) || t.StartsWith("s | ", StringComparison.Ordinal)));
    }

    private static List<Group> Groups(string folder)
    {
        var groups = new List<Group>();
        foreach (var file in Directory.GetFiles(RepositoryRoot.File("training", "data", folder), "*.txt"))
        {
            Group? group = null;
            foreach (var line in File.ReadLines(file))
            {
                switch (line)
                {
                    case ['#', ' ', .. var topic]:
                        group = new($"{folder}/{Path.GetFileName(file)}: {topic}", [], []);
                        groups.Add(group);
                        break;
                    case ['=', ' ', .. var phrasing]:
                        group!.Phrasings.Add(phrasing);
                        break;
                    case ['!', ' ', .. var near]:
                        group!.NearMisses.Add(near);
                        break;
                    default:
                        Assert.Empty(line);
                        break;
                }
            }
        }

        return groups;
    }

    // Letters, digits and the signs that tell C from C++ and 5 from 5 %.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '%' or '$')
            {
                plain.Append(c);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().Trim();
    }

    private sealed record Group(string Place, List<string> Phrasings, List<string> NearMisses);
}
