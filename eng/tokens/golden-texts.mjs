// The texts of the golden vectors: written for them, and seeded random ones.
const prose = [
  "", "a", " ", "Hello, world!", "The quick brown fox jumps over the lazy dog.", "It's what they've said: we'll see, I'd guess, you're late.",
  "IT'S WHAT THEY'VE SAID: WE'LL SEE, I'D GUESS, YOU'RE LATE, I'M NOT.", "It\u2019s a curly apostrophe, isn\u2019t it?", "don'T I'Ll we'Re you'vE he'S she'D i'M",
  "'s 't 're 've 'm 'll 'd", "'S'T'RE'VE'M'LL'D", "rock'n'roll 'twas o'clock fo'c's'le", "''''s", "x''ll", "can't've", "'\u017fs a long s, it'\u017f",
  "Antidisestablishmentarianism, pneumonoultramicroscopicsilicovolcanoconiosis.", "internationalization i18n localisation l10n", "unbelievable unbeliev unbel",
  "McDonald's iPhone eBay JSONParser XMLHttpRequest parseURLFromHTMLString", "ALLCAPS lowercase Titlecase camelCase PascalCase snake_case SCREAMING_SNAKE kebab-case",
  "ABCdefGHIjklMNO", "aBcDeFgHiJ", "A", "AB", "ABc", "Ab", "aB", "\u01c5\u01c8\u01cb", "\u02b0\u02b2\u02b3 superscript letters",
  "Der Käufer überprüft die Größe der Straßenbahn täglich.", "Donaudampfschifffahrtsgesellschaftskapitän", "L'été dernier, nous n'avons pas vu la mer à Saint-Malo.",
  "El niño comió piñas; ¿cuántas? ¡Muchísimas!", "A avó não está em São Paulo, mas sim no Maranhão.", "Perché no? Così è più facile: città, università, virtù.",
  "De één zegt dit, de ander zegt dat; coördinatie is belangrijk.", "Blåbærsyltetøy på brødskive smaker godt.", "Äiti söi hyvää mustikkapiirakkaa yöllä.",
  "Zażółć gęślą jaźń i pchnij w tę łódź jeża.", "Příliš žluťoučký kůň úpěl ďábelské ódy.", "Árvíztűrő tükörfúrógép és őszi köd.", "Ștefan și-a pus căciula în grădină.",
  "Yağız şoför çabucak güvercinleri gördü; İstanbul'da ısındık.", "Cô gái ấy nói tiếng Việt rất giỏi và nấu phở ngon.", "Kapag may tiyaga, may nilaga.", "Haraka haraka haina baraka.",
  "Съешь ещё этих мягких французских булок, да выпей же чаю.", "Чуєш їх, доцю, га? Кумедна ж ти, прощайся без ґольфів!", "Ѕидарски пејзаж: шугав билмез со чудење џвака ќофте.",
  "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.", "Καλημέρα κόσμε, τι κάνετε σήμερα;", "გთხოვთ ახლავე გაიაროთ რეგისტრაცია.", "Բարև, ինչպե՞ս եք այսօր։",
  "שלום עולם, מה שלומכם היום?", "בְּרֵאשִׁית בָּרָא אֱלֹהִים", "صباح الخير، كيف حالكم اليوم؟", "ٱلسَّلَامُ عَلَيْكُمْ", "سلام، امروز هوا خیلی خوب است؛ می‌رویم بیرون.", "اردو ایک خوبصورت زبان ہے۔",
  "नमस्ते दुनिया, आज मौसम कैसा है?", "क्षत्रिय ज्ञान श्रृंखला", "আমি বাংলায় গান গাই।", "தமிழ் ஒரு பழமையான மொழி.", "తెలుగు చాలా మధురమైన భాష.", "ಕನ್ನಡ ನಾಡು ಸುಂದರ.", "മലയാളം എന്റെ ഭാഷയാണ്.",
  "ਪੰਜਾਬੀ ਬੋਲੀ ਮਿੱਠੀ ਹੈ।", "ગુજરાતી ભાષા સરળ છે.", "සිංහල භාෂාව ලස්සනයි.", "สวัสดีครับ วันนี้อากาศดีมาก เราไปเที่ยวทะเลกันไหม", "ພາສາລາວ ສະບາຍດີ", "မင်္ဂလာပါ ကမ္ဘာလောက", "ភាសាខ្មែរ ពិរោះណាស់",
  "བོད་སྐད་ སྙན་པོ།", "ሰላም ለዓለም፣ እንደምን አላችሁ?", "今天天气很好，我们去公园散步吧。", "人工智慧的發展日新月異，請問您有什麼看法？", "敏捷的棕色狐狸跳过了懒狗", "中文English混排123测试",
  "今日はいい天気ですね。散歩に行きましょう！", "東京特許許可局局長今日急遽休暇許可拒否", "カタカナとひらがなと漢字が混ざった文です。ー〜・", "ﾊﾝｶｸｶﾅ", "안녕하세요, 오늘 날씨가 좋네요.", "다람쥐 헌 쳇바퀴에 타고파", "ㅋㅋㅋㅋ ㅠㅠ",
  "e\u0301te\u0301 cafe\u0301 nai\u0308ve", "\u0301abc", "A\u0301B\u0301C", "\u0301\u0301ABC", " \u0301A", "Z\u0351\u036b\u0343a\u0329l\u0348g\u0321o\u0334 text", "\u092e\u0941\u0903 \u0903\u0903A",
  "\ufb01ne \ufb02ow \ufdfa \u2126 \u212b \u2167 \u00bd \u00b2\u00b3", "\u24b6\u24b7 \u2460\u2461 \u3231 \u33a1", "fullwidth: \uff21\uff22\uff23 \uff11\uff12\uff13\uff14\uff01",
  "\u{1d400}\u{1d41a}\u{1d7cf}\u{1d7d0} \u{1d4d7}\u{1d4ee}\u{1d4f5}\u{1d4f5}\u{1d4f8}'s", "\u{20000}\u{2a6d6} rare ideographs(x) \u{20bb7}\n\n", "\u{10400}\u{10428} deseret \u{10400}'ll", "\u{1f130}\u{1f170}",
];
const symbols = [
  "\u{1f600}", "\u{1f600}\u{1f601}\u{1f602}", "\u{1f44d}\u{1f3fd}", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}", "\u{1f3f3}\ufe0f\u200d\u{1f308}'s", "\u{1f1e9}\u{1f1ea}\u{1f1eb}\u{1f1f7}",
  "\u2764\ufe0f love \u2764", "ok\u{1f44c}\u{1f3fb}ok", "\u{1f9d1}\u{1f3ff}\u200d\u{1f4bb} codes", "1\ufe0f\u20e3 2\ufe0f\u20e3", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", "smile:) \u{1f642}!!\n\u{1f642}\n",
  "...", "....", "!!!???", "-----", "=====", "* * *", "#####", "a--b", "a---b", "(((x)))", "[[[]]]", "{{}}", "<<>>", "\\\\\\", "///", "//\n//", "http://example.com/a/b?c=d&e=f#g", "a/b/c\n/d", "!\r\n\r\n/", "\u2014 \u2013 \u2212 \u2026 \u201cquoted\u201d \u00abzitat\u00bb",
  "$1,234.56 \u20ac99 \u00a312 \u00a5500 50% \u00b12", "\u2190\u2191\u2192\u2193 \u2200x\u2203y: x\u2264y \u2227 \u222b\u221e", "\u2588\u2591\u2592 \u250c\u2500\u2510\u2502\u2514\u2518", "<|endoftext|>", "<|im_start|>user<|im_sep|>hi<|im_end|>", "text <|endofprompt|> text", "<|fim_prefix|><|fim_suffix|>", "\ufeffBOM", "\u200bzero\u200bwidth", "soft\u00adhyphen", "\u0000\u0001\u0002\u001f\u007f", "tab\u0000nul", "\ufffd\ufffd", "\ue000\uf8ff", "\u{10ffff}\u{fffff}",
];
const numbers = [
  "0", "7", "42", "123", "1234", "12345", "123456", "1234567890", "3.14159265358979", "1,000,000", "2024-11-22T08:30:00Z", "+49 (0)30 123456-78", "192.168.0.1:8080", "0x1F4A9 0b1010 1e-9", "v1.2.3-beta.4+567", "a1b2c3d4", "x123y", "12th 1st", "\u0661\u0662\u0663\u0664\u0665", "\u0967\u0968\u0969\u096a", "\u4e00\u4e8c\u4e09", "\u2160\u2161\u2162\u2163", "\u00bc\u00bd\u00be\u2153", "550e8400-e29b-41d4-a716-446655440000", "9".repeat(100), "1 2 3 4 5 6", "007", "1/2/3",
];
const blanks = [
  "  ", "   ", "    ", "\t", "\t\t", "\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\r", " \n", "\n ", "\n  ", "  \n  ", " \n \n ", "a ", "a  ", "a   b", "a    b", "a\tb", "a\t\tb", "a \tb", "a\n", "a\n\n", "a\nb", "a\n\nb", "a\n  b", "a  \n  b", "a\r\nb", "a \r\n b", "a \u00a0b", "a\u00a0\u00a0b", "a\u3000b", "\u3000\u3000a", "a\u2028b\u2029c", "a\u0085b", "a\u000bb\u000cc", "a\u2003\u2003b", "\ufeff a", "x\n\t\ty", "x\n    y", "x\n\n    y\n        z", "trailing \n ", "trailing\n\n  ", "end.\n\n\n", "end.  \n", "! \n", "a.\n\n  b", " \u0301", "  \u0301", "1 \n2", "1  2", "   1", "   !", "   'tis", "\n'tis", "\t'tis",
];
const code = [
  "using System;\n\nnamespace Demo;\n\npublic sealed class Counter(int start)\n{\n    private int value = start;\n\n    public int Next() => ++value; // one more\n}\n",
  "def fib(n: int) -> int:\n    \"\"\"Return the n-th number.\"\"\"\n    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a + b\n    return a\n",
  "const sum = (xs) => xs.reduce((a, b) => a + b, 0);\nconsole.log(`total: ${sum([1, 2, 3])}`);\n", "interface User { readonly id: string; name?: string | null }\n",
  "fn main() {\n    let v: Vec<u32> = (1..=10).filter(|x| x % 2 == 0).collect();\n    println!(\"{:?}\", v);\n}\n", "#include <stdio.h>\nint main(void)\n{\n\tprintf(\"%d\\n\", 6 * 7);\n\treturn 0;\n}\n",
  "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tdefer fmt.Println(\"bye\")\n\tif err := run(); err != nil {\n\t\tpanic(err)\n\t}\n}\n", "SELECT c.name, COUNT(*) AS n FROM card c JOIN payment p ON p.card_id = c.id WHERE p.amount >= 10.5 GROUP BY c.name;",
  "#!/usr/bin/env bash\nset -euo pipefail\nfor f in *.txt; do\n  wc -l \"$f\" | awk '{print $1}'\ndone\n", "<!doctype html>\n<html lang=\"en\">\n  <body class=\"a b\">&nbsp;<br/></body>\n</html>\n", "body > .card:hover { margin: 0 auto; color: #ff00aa; }\n",
  "{\"id\": 1, \"tags\": [\"a\", \"b\"], \"nested\": {\"ok\": true, \"none\": null}}", "name: ci\non:\n  push:\n    branches: [main]\njobs:\n  build:\n    runs-on: ubuntu-latest\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "# Title\n\n- item *one*\n- item **two**\n\n```csharp\nvar x = 1;\n```\n",
  "let rec map f = function [] -> [] | x :: xs -> f x :: map f xs", "main = do\n  name <- getLine\n  putStrLn $ \"Hi \" ++ name\n", "\\begin{equation}\n  E = mc^2 \\quad \\forall x \\in \\mathbb{R}\n\\end{equation}\n", "^(?:[a-z0-9._%+-]+)@(?:[a-z0-9-]+\\.)+[a-z]{2,}$", "0000:0010  48 65 6c 6c 6f 2c 20 77  |Hello, w|\n", "diff --git a/x b/x\n@@ -1,2 +1,2 @@\n-old\n+new\n",
  "if(a&&b||!c){return a?b:c;}", "x+=1;y-=2;z*=3;w/=4;", "    \n        \n\treturn;\n\n\n}\n", "/* comment */ // comment\n/** doc */\n", "ZGF0YTppbWFnZS9wbmc7YmFzZTY0LGlWQk9SdzBLR2dvQUFBQU5TVWhFVWdBQUFB", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9", "C:\\Users\\me\\file.txt", "git commit -m \"fix: it's done\" && git push", "async Task<int> RunAsync(CancellationToken ct = default) => await Task.FromResult(0).ConfigureAwait(false);",
];
const repeats = [
  ["a", 1000], ["a", 100000], [" ", 1000], [" ", 5000], ["\n", 1000], ["\t", 300], ["^", 1000], ["_", 4097], ["-", 513], ["=", 2000], ["0", 999], ["A", 600], ["ab", 700], ["abc", 1234], ["\u4e2d", 3000], ["\u4e2d\u6587", 400], ["\u0e01", 800], ["\u{1f600}", 300], ["\u0301", 257], ["ha", 5000], [" \n", 400],
  ["x ", 300], ["!?", 500], ["\u00e9", 515], ["Lorem", 129], ["lorem ipsum ", 100], ["/", 1025], ["\r\n", 130], ["q", 256], ["q", 511], ["q", 512], ["q", 513], ["zxq", 171], ["\ufffd", 300], ["\u3042\u306e", 333], ["\ud55c\uae00", 290],
];

function random() {
  let seed = 20240607;
  const next = (n) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0), Math.floor((seed / 2 ** 32) * n));
  // No code point that Unicode assigned after version 15: tables differ in what they know of those.
  const ranges = [[0x20, 0x7e], [0x20, 0x7e], [0x20, 0x7e], [0x09, 0x0d], [0xa0, 0x24f], [0x300, 0x36f], [0x391, 0x3c9], [0x410, 0x44f], [0x5d0, 0x5ea], [0x621, 0x652], [0x905, 0x94d], [0xe01, 0xe3a], [0x2000, 0x206f], [0x2190, 0x23ff], [0x3041, 0x30fe], [0x4e00, 0x9fa5], [0xac00, 0xd7a3], [0xfe00, 0xfe0f], [0x1d400, 0x1d454], [0x1f300, 0x1f64f], [0x20000, 0x2a6d6]];
  const words = ["the", " of", "'s", "'LL", "  ", "\n", "123", "...", " (", "ing", "\u200d", "\u{1f3fd}", "\u4e2d", "\u0e01", "<|endoftext|>"];
  return Array.from({ length: 220 }, (_, i) => {
    let text = "";
    for (let k = 1 + next(i < 180 ? 24 : 160); k > 0; k--) {
      const [low, high] = ranges[next(ranges.length)];
      const piece = next(4) === 0 ? words[next(words.length)] : String.fromCodePoint(low + next(high - low + 1));
      text += piece.repeat(next(10) === 0 ? 1 + next(5) : 1);
    }
    return [text, 1];
  });
}

export const texts = () => [...[...prose, ...symbols, ...numbers, ...blanks, ...code].map((text) => [text, 1]), ...repeats, ...random()];
