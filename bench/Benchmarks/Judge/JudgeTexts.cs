namespace Parsimony.Benchmarks.Judge;

/// <summary>What is embedded and judged: questions of some fifteen to twenty words, and a prompt of 500.</summary>
internal static class JudgeTexts
{
    public const string TwentyWords = "How long does it usually take until a bank transfer from my savings account to another bank arrives, and why?";

    public const string Question = "How can I reset my password if I no longer have access to my old email address?";

    public static string[] Candidates { get; } =
    [
        "How do I reset my password without access to my email account?",
        "I lost access to my old email, how do I change my password now?",
        "What can I do if I forgot my password and cannot open my old email address?",
        "How do I change the email address of my account?",
        "How can I delete my account if I no longer have the password?",
        "Can I reset my password by text message instead of email?",
        "Why does the reset link for my password never reach my email address?",
        "How long is the link to reset my password valid after I asked for it by email?",
    ];

    public static string FiveHundredWords { get; } =
        string.Join(' ', SampleTexts.English.Split(' ', '\n').Where(static word => word.Any(char.IsLetter)).Take(500));
}
