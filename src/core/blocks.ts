/**
 * Long texts in blocks: written one after the other, a file of a hundred thousand lines never stands in memory as a whole. Lines are put
 * together up to about so many characters: each by itself would take a call of the system, and a text of more than some 30,000 is given
 * memory of its own, which takes twice as long as writing it.
 */
const BLOCK_CHARACTERS = 16_000;

/** Texts, each with its own line end, in blocks; joined, they are the same. */
export function* inBlocks(texts: Iterable<string>): Generator<string> {
  let block: string[] = [];
  let characters = 0;
  for (const text of texts) {
    block.push(text);
    characters += text.length;
    if (characters < BLOCK_CHARACTERS) continue;
    yield block.join('');
    block = [];
    characters = 0;
  }
  if (block.length > 0) yield block.join('');
}
