import { readFileSync } from 'node:fs';
import { type Imported, importAlerts } from './alerts/import.command.js';
import { progressOf } from './command/progress.js';
import { EXIT, newCommand, runCommand } from './command/run-command.js';

interface ImportOptions {
  readonly url: string;
  readonly tokenFile?: string;
  readonly report?: string;
  readonly json?: true;
}

const PER_CENT = 100;

async function importFile(
  file: string,
  { url, tokenFile, report = `${file}.report.csv`, json }: ImportOptions,
): Promise<void> {
  const token = tokenFile === undefined ? process.env['HOLDLINE_TOKEN'] : readFileSync(tokenFile, 'utf8').trim();
  if (token === undefined || token === '')
    throw new Error('who sends? Put a token of the department into HOLDLINE_TOKEN, or name a file by --token-file');
  const bar = progressOf('per cent of the file');
  const onProgress = (done: number): void => bar.onProgress(Math.floor(done * PER_CENT), PER_CENT);
  const done = await importAlerts({ file, url, token, report, onProgress }).finally(() => bar.stop());
  console.log(json ? JSON.stringify({ ...done, report }) : told(done, report));
  if (done.failed > 0) process.exitCode = EXIT.found;
}

function told({ lines, accepted, matched, duplicates, failed }: Imported, report: string): string {
  return `${lines} lines: ${accepted} taken in, ${matched} of them matched to a household, ${duplicates} known before, ${failed} left out.
What came of each: ${report}`;
}

const command = newCommand('alerts').description("Departments' alerts from a file.");
command
  .command('import')
  .description(
    'sends the alerts of a .csv (UTF-8 or GB 18030) or .xlsx file to a server, and writes what came of each line',
  )
  .argument(
    '<file>',
    'one alert a line; columns reference, department, kind, raisedOn, idNumber, householdNumber, region, amount, payload.…',
  )
  .option('--url <address>', 'the API of the server', 'http://127.0.0.1:4000/graphql')
  .option('--token-file <file>', 'a token of role DEPARTMENT_CLIENT; HOLDLINE_TOKEN where it is left out')
  .option('--report <file>', 'where what came of each line is written; beside the file where it is left out')
  .option('--json', 'the sums as JSON')
  .action(importFile);

process.exitCode = await runCommand(command, process.argv.slice(2));
