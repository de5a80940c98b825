import { BASELINE, PROVINCES } from '../provinces/index.js';
import { inherit } from '../src/province-sdk/index.js';
import { LANGUAGES } from './province/page-words.js';
import { provincePage } from './province/province-page.js';
import { sdkPage } from './sdk-page.js';

/** 参考文档 · Every page that is made from docstrings and modules, by its path. @article none — technical */
export function referencePages(root: string): Map<string, string> {
  return new Map([['docs/reference/province-sdk.md', sdkPage(root)], ...provincePages()]);
}

/** 省级页面 · The pages of the baseline and of every module in the tree, in both languages. @article 5.1 */
export function provincePages(): [path: string, text: string][] {
  const own = PROVINCES.map((module) => ({
    code: module.code,
    name: module.name,
    config: inherit(BASELINE, module),
  }));
  const nation = { code: BASELINE.code, name: BASELINE.name, config: BASELINE };
  return [nation, ...own].flatMap((province) =>
    LANGUAGES.map((language): [string, string] => [
      `docs/provinces/${province.code}.${language}.md`,
      provincePage(province, language),
    ]),
  );
}
