/**
 * What is tested for every format by whole imports takes many minutes. Usually a part of them is gone through, spread over all platforms;
 * all with ECO_ALL_FORMATS=1 (`npm run check:formats`). Reading, signatures and goldens are always tested for all (platforms/formats.test.ts).
 */
export function someOf<Case>(cases: readonly Case[], oneIn: number, from = 0): readonly Case[] {
  return process.env.ECO_ALL_FORMATS ? cases : cases.filter((_, at) => at % oneIn === from % oneIn);
}
