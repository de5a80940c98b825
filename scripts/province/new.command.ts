import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { PROVINCE_NAMES } from '../../src/features/province/province-names.js';
import { type CommandContext, CommandFault, writeJson } from './command-output.js';
import { provinceMeant } from './rule-rows.js';
import { scaffoldFiles } from './scaffold.js';

/** 新建选项 · Where the scaffold goes, and for which province. @article none — technical */
export interface NewOptions {
  readonly folder: string;
  readonly province: string;
  readonly json: boolean;
}

/**
 * 新建模块 · `new DIR --province 61`: a module that passes `check` and `test` as it is, to be filled in.
 *
 * @throws CommandFault where the folder holds something, or the code is no province's
 * @article 5.1
 */
export function scaffoldModule({ folder, output }: CommandContext, options: NewOptions): number {
  const code = provinceMeant(options.province);
  const name = code === null ? undefined : PROVINCE_NAMES.get(code);
  if (code === null || name === undefined)
    throw new CommandFault(`${options.province}: no province that is served; expected a code such as 61 or 610000`);
  const target = isAbsolute(options.folder) ? options.folder : join(folder, options.folder);
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new CommandFault(`${options.folder} is not empty: nothing was written`);
  const files = scaffoldFiles(code, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  if (options.json) writeJson(output, { folder: target, province: code, files: Object.keys(files) });
  else
    output.stdout(
      `${Object.keys(files)
        .map((path) => join(options.folder, path))
        .join('\n')}\n`,
    );
  return 0;
}
