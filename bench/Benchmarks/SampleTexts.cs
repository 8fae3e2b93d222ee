using System.Text;

namespace Parsimony.Benchmarks;

/// <summary>Text to count: the repository's own English and C#, so that a run needs nothing from outside.</summary>
internal static class SampleTexts
{
    public static string English { get; } = Read("samples/QuickStart/Handbook", "*.md");

    public static string CSharp { get; } = Read("src", "*.cs");

    /// <summary>
    /// Gets Chinese, Russian, Japanese and German; or, where the environment variable PARSIMONY_BENCH_TEXTS names a folder, all its *.txt.
    /// </summary>
    public static string Mixed { get; } = Environment.GetEnvironmentVariable("PARSIMONY_BENCH_TEXTS") is { Length: > 0 } folder
        ? string.Concat(Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText))
        : string.Concat(Enumerable.Repeat(MixedLines, 40));

    private const string MixedLines = """
        如果您的银行卡丢失，请立即在应用中将其冻结，然后联系客服申请补办新卡。新卡通常会在五个工作日内寄到您登记的地址。
        退款一般需要三到七天才能到账；如果超过十天仍未收到，请把交易编号发给我们，我们会与商户核实。
        Если карта потеряна, сразу заблокируйте её в приложении и закажите новую. Обычно она приходит по почте в течение пяти рабочих дней.
        Возврат средств занимает от трёх до семи дней. Если деньги не поступили через десять дней, пришлите нам номер операции, и мы уточним у продавца.
        カードを紛失した場合は、すぐにアプリで利用を停止し、再発行を申し込んでください。新しいカードは通常五営業日以内にご登録の住所に届きます。
        返金には三日から七日ほどかかります。十日を過ぎても入金がない場合は、取引番号をお知らせください。加盟店に確認いたします。
        Wenn Ihre Karte verloren gegangen ist, sperren Sie sie sofort in der App und bestellen Sie eine neue. Sie kommt gewöhnlich innerhalb von fünf Werktagen.
        Rückzahlungen dauern drei bis sieben Tage. Ist das Geld nach zehn Tagen nicht da, schicken Sie uns bitte die Vorgangsnummer, und wir fragen beim Händler nach.

        """;

    private static string Read(string folder, string pattern)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Plugin.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("Run the benchmarks from a checkout: no folder above holds Plugin.sln.");
        }

        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root.FullName, folder), pattern, SearchOption.AllDirectories)
                     .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                     .Order(StringComparer.Ordinal))
        {
            text.Append(File.ReadAllText(file)).Append('\n');
        }

        return text.ToString();
    }
}
