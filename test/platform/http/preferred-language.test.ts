import { expect, it } from 'vitest';
import { preferredLanguage } from '../../../src/platform/http/preferred-language.js';

it.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB, zh;q=0.9', 'en'],
  ['en;q=0.5, zh;q=0.5', 'zh'],
  ['fr, en;q=0.1', 'en'],
  ['en;q=0', 'zh'],
  ['en;q=high', 'zh'],
  ['*', 'zh'],
] as const)('%j is %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
