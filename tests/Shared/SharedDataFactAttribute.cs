namespace Parsimony.Testing;

/// <summary>A test that needs a file of the data beside the repository; where that is absent, it is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string path)
    {
        if (SharedData.Find(path) is null)
        {
            Skip = $"Needs ../shared/data/{path} beside the repository.";
        }
    }
}
