import { readFileSync } from 'node:fs';

/** The whole of it. */
export const GUIDE = readFileSync('docs/guides/write-a-province.md', 'utf8');

/** A code block of the guide: its language, what stands beside it, and its text. */
export const BLOCKS = [...GUIDE.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', beside = '', text = '']) => ({ language, beside: beside.trim(), text }),
);

/** The files that it has its reader write. */
export const FILES = BLOCKS.flatMap(({ beside, text }) => {
  const name = /^file=(\S+)$/.exec(beside)?.[1];
  return name === undefined ? [] : [{ name, text }];
});

/** The commands that it gives, as the words after `npm run -s province --`. */
export const COMMANDS = BLOCKS.filter(({ language, beside }) => language === 'sh' && beside === '').flatMap(
  ({ text }) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.replace(/^npm run -s province -- /, '').split(' ')),
);

/** The query with which it looks at what was loaded. */
export const QUERY = BLOCKS.find(({ language }) => language === 'graphql')?.text ?? '';
