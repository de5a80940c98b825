import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProvince } from '../../../scripts/province.js';

/** What a command answered. */
export interface CommandAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as its caller would, in a folder, without colours. */
export async function runCommand(
  words: readonly string[],
  folder: string = process.cwd(),
  environment: NodeJS.ProcessEnv = {},
): Promise<CommandAnswer> {
  let [stdout, stderr] = ['', ''];
  const output = {
    stdout: (text: string): void => {
      stdout += text;
    },
    stderr: (text: string): void => {
      stderr += text;
    },
    colours: false,
  };
  const code = await runProvince(words, { output, folder, environment });
  return { code, stdout, stderr };
}

/** A folder of its own with files, by path. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-province-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Shaanxi with lines of two years and a county's own; an amount on demand. */
export function shaanxi(second = '8000.00', first = '7600.00'): string {
  return `import { dated, defineProvince, monitoringLine, source } from 'holdline/province-sdk';
const TEXT = source({ id: 'shaanxi-line', title: '陕西省监测范围', standing: 'document' });
export default defineProvince({
  code: '610000',
  name: { zh: '陕西省', en: 'Shaanxi' },
  monitoringLines: dated([
    { from: '2023-01-01', vouchedTo: '2023-12-31', value: monitoringLine({ perCapitaIncome: '${first}' }), source: TEXT },
    { from: '2024-01-01', vouchedTo: '2024-12-31', value: monitoringLine({ perCapitaIncome: '${second}' }), source: TEXT },
    { from: '2024-01-01', county: '610102', value: monitoringLine({ perCapitaIncome: '9000.00' }), source: TEXT },
  ]),
});
`;
}
