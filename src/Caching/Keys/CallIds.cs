namespace Parsimony.Caching;

/// <summary>Replaces tool call ids by their order of appearance: the ids change with every run, which result belongs to which call does not.</summary>
internal struct CallIds
{
    private List<string>? seen;

    public int this[string? id]
    {
        get
        {
            if (id is null)
            {
                return -1;
            }

            seen ??= [];
            var index = seen.IndexOf(id);
            if (index < 0)
            {
                index = seen.Count;
                seen.Add(id);
            }

            return index;
        }
    }
}
