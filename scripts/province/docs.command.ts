import { mkdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { type CommandContext, writeJson } from './command-output.js';
import { findProvince, loadKnown, NATIONAL } from './known-modules.js';
import { LANGUAGES } from './page-words.js';
import { provincePage } from './province-page.js';

/** 文档选项 · Which provinces get a page, and where. @article none — technical */
export interface DocsOptions {
  /** One province or module; null for the baseline and every one with a module. */
  readonly province: string | null;
  readonly out: string;
  readonly json: boolean;
}

/** The baseline is no province of the catalogue, and its page is what the others point at. */
const BASELINE_PAGE = { code: NATIONAL.code, name: NATIONAL.name, config: NATIONAL };

/** 省级页面 · `docs`: a page a province in Chinese and in English, from what its module says. @article 5.1 */
export async function writeDocs(context: CommandContext, options: DocsOptions): Promise<number> {
  const provinces =
    options.province === null
      ? [BASELINE_PAGE, ...[...(await loadKnown(context)).provinces.values()].filter((one) => !one.servedByBaseline)]
      : [await findProvince(context, options.province)];
  const folder = isAbsolute(options.out) ? options.out : join(context.folder, options.out);
  mkdirSync(folder, { recursive: true });
  const written = provinces.flatMap((province) =>
    LANGUAGES.map((language) => {
      const name = `${province.code}.${language}.md`;
      writeFileSync(join(folder, name), provincePage(province, language));
      return name;
    }),
  );
  if (options.json) writeJson(context.output, { folder, files: written });
  else context.output.stdout(`${written.map((name) => join(options.out, name)).join('\n')}\n`);
  return 0;
}
