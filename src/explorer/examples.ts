import { type Example, readExample } from './example-source.js';

const files = import.meta.glob<string>('../../examples/queries/*.graphql', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** 示例操作 · The examples of this build, in the order of their file names; none where the folder is empty. */
export const EXAMPLES: readonly Example[] = Object.entries(files)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, text]) => readExample(path, text));
