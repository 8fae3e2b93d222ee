// Makes tests/Context/Tokens/golden-vectors.jsonl: texts and their token counts by OpenAI's own implementation (the Rust core of
// tiktoken, as the npm package "tiktoken" carries it), so that the core build proves exactness without another tokenizer.
//   npm install --prefix DIR tiktoken@1.0.22 && node eng/tokens/make-golden-vectors.mjs DIR
// A line is {"text","times","o200k","cl100k"}: the counts of the text written so many times in a row.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { texts } from "./golden-texts.mjs";

const packages = resolve(process.argv[2]);
const { Tiktoken } = createRequire(join(packages, "package.json"))("tiktoken");
const table = (name) => JSON.parse(readFileSync(join(packages, "node_modules/tiktoken/encoders", name + ".json"), "utf8"));

// The package has an older pattern of cl100k_base; this is the one OpenAI publishes now. They differ in white space at the end.
const cl100kPattern =
  "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}++|\\p{N}{1,3}+| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*+|\\s++$|\\s*[\\r\\n]|\\s+(?!\\S)|\\s";
const o200kTable = table("o200k_base");
const o200k = new Tiktoken(o200kTable.bpe_ranks, {}, o200kTable.pat_str);
const cl100k = new Tiktoken(table("cl100k_base").bpe_ranks, {}, cl100kPattern);

const lines = texts().map(([text, times]) => {
  const whole = text.repeat(times);
  const line = { text, times, o200k: o200k.encode(whole, [], []).length, cl100k: cl100k.encode(whole, [], []).length };
  // Escaped, so that no editor or checkout changes white space and unusual characters.
  return JSON.stringify(line).replace(/[^\x20-\x7e]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
});
writeFileSync(join(dirname(fileURLToPath(import.meta.url)), "../../tests/Context/Tokens/golden-vectors.jsonl"), lines.join("\n") + "\n");
console.log(lines.length + " texts");
