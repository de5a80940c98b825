import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { InvalidArgumentError, Option } from 'commander';
import '../src/rooms.js';
import { CLOSING_REASONS } from '../src/domain/retention/closing-reason.js';
import { eraseDueRecords, exportHousehold, recordsDue } from '../src/features/privacy/index.js';
import { type Env, readEnv } from '../src/platform/config/env.js';
import { createFieldCipher } from '../src/platform/crypto/aes-field-cipher.js';
import { createBlindIndex } from '../src/platform/crypto/keyed-blind-index.js';
import { loadPiiKeys } from '../src/platform/crypto/load-pii-keys.js';
import type { PiiKeys } from '../src/platform/crypto/pii-keys.js';
import { Database } from '../src/platform/database/database.js';
import { type Engines, openEngines } from '../src/platform/database/open-engine.js';
import { requireOwner } from '../src/platform/database/safe-user.js';
import { progressOf } from './command/progress.js';
import { EXIT, newCommand, runCommand } from './command/run-command.js';
import { type CloseAsked, closeByNumber } from './privacy/close.command.js';
import { operatorAct } from './privacy/operator.js';

interface ExportAsked {
  readonly household: string;
  readonly purpose: string;
  readonly out?: string;
}

/** What is done with the database of the environment, as the owner of its tables. */
async function asUpkeep<T>(work: (env: Env, engines: Engines, keys: PiiKeys) => Promise<T>): Promise<T> {
  const env = readEnv();
  const keys = await loadPiiKeys(env);
  const engines = await openEngines(env);
  try {
    await requireOwner(engines.owner);
    return await work(env, engines, keys);
  } finally {
    await engines.close();
  }
}

async function give({ household, purpose, out }: ExportAsked): Promise<void> {
  const found = await asUpkeep((env, { owner }, keys) =>
    exportHousehold(
      {
        database: new Database(owner),
        cipher: createFieldCipher(keys, env.piiSuite),
        blindIndex: createBlindIndex(keys),
      },
      { number: household, purpose, ...operatorAct(env) },
    ),
  );
  if (found === null) throw new Error(`no household has the number ${household}`);
  const text = `${JSON.stringify(found, null, 2)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text, { flag: 'wx', mode: 0o600 });
}

const MOST = 10_000;

async function tellDue({ json }: { readonly json?: true }): Promise<void> {
  const due = await asUpkeep((env, { owner }) => recordsDue({ engine: owner }, operatorAct(env).when, MOST));
  if (json) console.log(JSON.stringify({ due }, null, 2));
  else {
    for (const { number, county, reason, closedOn, keptUntil } of due)
      console.log(`${number} of ${county}: closed ${closedOn} (${reason}), kept until ${keptUntil}`);
    console.log(`${due.length} records are due to be erased${due.length === MOST ? ', and more' : ''}.`);
  }
}

async function erase({ json, confirm }: { readonly json?: true; readonly confirm?: true }): Promise<void> {
  if (!confirm) throw new Error('erasing cannot be undone: look at `privacy -- due`, then say --confirm');
  const bar = progressOf('records');
  const erased = await asUpkeep((env, { owner }, keys) =>
    eraseDueRecords(
      { engine: owner, cipher: createFieldCipher(keys, env.piiSuite) },
      { ...operatorAct(env), onProgress: (done, of) => bar.onProgress(done, of) },
    ),
  ).finally(() => bar.stop());
  console.log(json ? JSON.stringify({ erased }) : `${erased} records were erased.`);
}

async function close({ json, ...asked }: CloseAsked & { readonly json?: true }): Promise<void> {
  const { household, closedOn, keptUntil } = await closeByNumber(asked);
  if (json) console.log(JSON.stringify({ household, closedOn, keptUntil }));
  else
    console.log(
      `${household} is closed from ${closedOn}; its personal data is ${keptUntil === null ? 'kept: no rule says how long' : `due to be erased from ${keptUntil}`}.`,
    );
}

const words = (text: string): string => {
  if (text.trim().length < 2) throw new InvalidArgumentError('say it in words, 2 characters at least');
  return text;
};
const day = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError('a day, e.g. 2023-11-30');
  return text;
};

const program = newCommand('privacy').description("People's rights to their data (个人信息权利).");
program
  .command('export')
  .description('All that is kept of a household, opened, with who read it and what for; the export is itself audited')
  .requiredOption('--household <number>', 'its number in the register; a closed record has it still')
  .requiredOption('--purpose <words>', 'who asked, and on what ground; sealed beside the audit event', words)
  .option('--out <file>', 'a new file, readable by its owner alone; standard output when absent')
  .option('--json', 'faults as JSON; the export is JSON always')
  .action(give);
program
  .command('close')
  .description('Closes the record of a household: searches find it no more, its data is erased when it is due')
  .requiredOption('--household <number>', 'its number in the register')
  .addOption(new Option('--reason <reason>', 'why').choices(CLOSING_REASONS).makeOptionMandatory())
  .option('--on <day>', 'day from which it is closed; today when absent', day)
  .requiredOption('--note <words>', 'which papers say so; sealed', words)
  .option('--json', 'one JSON document on standard output')
  .action(close);
program
  .command('due')
  .description('Closed records whose time of keeping is over, and whose personal data is still there')
  .option('--json', 'one JSON document on standard output')
  .action(tellDue);
program
  .command('erase')
  .description('Erases the personal data of all records that are due; the audit trail stays and verifies')
  .option('--confirm', 'that it shall be done: it cannot be undone')
  .option('--json', 'one JSON document on standard output')
  .action(erase);

process.exitCode = await runCommand(program, process.argv.slice(2));
if (process.exitCode === EXIT.badCommandLine && !process.argv.includes('--json'))
  process.stderr.write('`npm run -s privacy -- --help` says what there is.\n');
