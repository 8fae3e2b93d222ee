// Makes src/Context/Tokens/Tables/*.br from OpenAI's rank tables as the npm package "tiktoken" carries them.
//   npm install --prefix DIR tiktoken@1.0.22 && node eng/tokens/make-rank-tables.mjs DIR
// Format, Brotli-compressed: token count (int32, little-endian), each token's length in bytes (one byte), all tokens' bytes.
// Tokens stand in the order of their ranks. Special tokens are left out: user text never contains them.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const packages = process.argv[2];
const tables = join(dirname(fileURLToPath(import.meta.url)), "../../src/Context/Tokens/Tables");

for (const name of ["o200k_base", "cl100k_base"]) {
  const encoder = JSON.parse(readFileSync(join(packages, "node_modules/tiktoken/encoders", name + ".json"), "utf8"));
  const tokens = [];
  for (const line of encoder.bpe_ranks.split("\n")) {
    const [, first, ...encoded] = line.split(" ");
    encoded.forEach((token, i) => (tokens[Number(first) + i] = Buffer.from(token, "base64")));
  }

  if (tokens.includes(undefined) || tokens.some((t) => t.length === 0 || t.length > 255)) {
    throw new Error(name + ": a rank is missing, or a token does not fit the format");
  }

  const count = Buffer.alloc(4);
  count.writeInt32LE(tokens.length);
  const table = Buffer.concat([count, Buffer.from(tokens.map((t) => t.length)), ...tokens]);
  const packed = brotliCompressSync(table, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: table.length,
    },
  });
  writeFileSync(join(tables, name + ".br"), packed);
  console.log(`${name}: ${tokens.length} tokens, ${table.length} bytes, ${packed.length} packed`);
}
