// Makes src/Embeddings/Guards/Names/common-words.br: ordinary English words, which are no names whatever their letters.
//   node eng/lexicon/make-common-words.mjs GLOSSES COUNTS
// GLOSSES has a lemma of Open English WordNet (CC BY 4.0) at the beginning of each line, names with a capital; COUNTS is a file of words with
// the commonest first (word<TAB>count, SIF's, MIT). A word is ordinary if WordNet has it in lower case and COUNTS knows it or a form of it.
// Words that names.txt has are left to it. Format, Brotli-compressed: one word a line, sorted.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const [glosses, counts] = process.argv.slice(2);
const names = join(dirname(fileURLToPath(import.meta.url)), "../../src/Embeddings/Guards/Names");
const firsts = (path) => readFileSync(path, "utf8").split("\n").map((line) => line.split("\t")[0]);
const listed = readFileSync(join(names, "names.txt"), "utf8").split("\n").filter((line) => !/^[#[]/.test(line));
const known = new Set(listed.flatMap((line) => line.split(" ")).filter((word) => !word.endsWith("*")));
const used = new Set(firsts(counts));

function* forms(word) {
  const stem = word.replace(/[ey]$/, "");
  yield word;
  for (const ending of ["s", "ed", "ing", "ly", word.at(-1) + "ed", word.at(-1) + "ing"]) {
    yield word + ending;
  }
  for (const ending of ["ed", "ing", "ies", "ied"]) {
    yield stem + ending;
  }
}

const words = [...new Set(firsts(glosses))].filter((word) => /^[a-z]{3,}$/.test(word) && !known.has(word) && [...forms(word)].some((form) => used.has(form))).sort();
const table = Buffer.from(words.join("\n"));
const packed = brotliCompressSync(table, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: table.length },
});
writeFileSync(join(names, "common-words.br"), packed);
console.log(words.length, "words,", packed.length, "bytes");
