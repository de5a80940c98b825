import 'reflect-metadata';
import { realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { packageRoot } from '../src/app.js';
import {
  addDenial,
  type DenialSession,
  listDenials,
  type TokenDenial,
} from '../src/platform/auth/token-denial.repository.js';
import { denialOf } from '../src/platform/auth/token-denials.js';
import { readEnv } from '../src/platform/config/env.js';
import { migrateDatabase } from '../src/platform/database/migrate.js';
import { openEngines } from '../src/platform/database/open-engine.js';

/** 输出 · Where what was done goes, and where faults go. @article none — technical */
export interface TokensOutput {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

interface Revocation {
  readonly jti?: string;
  readonly subject?: string;
  readonly before?: string;
  readonly reason: string;
  readonly by?: string;
}

const FAULTY = 2;
const PRINTABLE = /^\P{Cc}{1,200}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * 令牌吊销 · `npm run -s tokens -- revoke --jti …|--subject …`: takes tokens back before they end, on every instance within a
 * minute; `list` says which are taken back now, by whom and why.
 *
 * @param words  the command line after the script's name
 * @returns the exit code: 0, or 2 with what is wrong on standard error
 * @article none — technical
 */
export async function runTokens(
  words: readonly string[],
  output: TokensOutput,
  source?: NodeJS.ProcessEnv,
): Promise<number> {
  const command = new Command('tokens')
    .description('Takes tokens back before they end.')
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr });
  command
    .command('revoke')
    .description('takes back one token, or all that somebody was given until now')
    .option('--jti <jti>', "the token's id")
    .option('--subject <subject>', 'whose tokens; those issued from now on are good again')
    .option(
      '--before <instant>',
      'with --subject: only those issued before, e.g. 2026-03-01T08:00:00+08:00; now when absent',
    )
    .requiredOption('--reason <words>', 'why, for the record; names of nobody')
    .option('--by <name>', 'who orders it; the user of this machine when absent')
    .exitOverride()
    .action(async (options: Revocation) => {
      const denial = denialFor(options, new Date());
      await onDatabase(source, (session) => addDenial(session, denial));
      output.stdout(`${toldOf(denial)}\nEvery instance refuses it within a minute.\n`);
    });
  command
    .command('list')
    .description('says what is taken back and still matters, the newest first')
    .exitOverride()
    .action(async () => {
      const denials = await onDatabase(source, (session) => listDenials(session, new Date()));
      output.stdout(denials.length === 0 ? 'No token is taken back.\n' : `${denials.map(toldOf).join('\n')}\n`);
    });
  try {
    await command.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : FAULTY;
    output.stderr(`nothing was taken back: ${(error as Error).message}\n`);
    return FAULTY;
  }
}

function denialFor({ jti, subject, before, reason, by = userInfo().username }: Revocation, at: Date): TokenDenial {
  if ((jti === undefined) === (subject === undefined)) throw new Error('give either --jti or --subject');
  if (jti !== undefined && before !== undefined) throw new Error('--before goes with --subject; a jti is one token');
  for (const [option, text] of Object.entries({ jti, subject, reason, by }))
    if (text !== undefined && !PRINTABLE.test(text))
      throw new Error(`--${option}: expected 1 to 200 printable characters`);
  if (before !== undefined && !(INSTANT.test(before) && Number.isFinite(Date.parse(before))))
    throw new Error(
      `--before: found ${JSON.stringify(before)}, expected an instant with its zone, e.g. 2026-03-01T08:00:00+08:00`,
    );
  const order = { name: by, reason, at };
  return jti !== undefined
    ? denialOf({ jti }, order)
    : denialOf({ subject: subject!, before: before === undefined ? at : new Date(before) }, order);
}

function toldOf({ kind, value, deniedAt, issuedBefore, deniedBy, reason }: TokenDenial): string {
  const what = kind === 'jti' ? `the token ${value}` : `tokens of ${value} issued before ${issuedBefore.toISOString()}`;
  return `${deniedAt.toISOString()} ${deniedBy} took back ${what}: ${reason}`;
}

/** As the owner of the tables: the application's role cannot write the list. */
async function onDatabase<T>(
  source: NodeJS.ProcessEnv | undefined,
  work: (session: DenialSession) => Promise<T>,
): Promise<T> {
  const engines = await openEngines(readEnv(source));
  try {
    await migrateDatabase(engines.owner, join(packageRoot(), 'migrations'));
    return await engines.owner.transaction(['BEGIN'], true, (connection) =>
      work({
        text: async <R>(text: string, parameters: readonly unknown[]) =>
          (await connection.query(text, parameters, 'object')) as R[],
      }),
    );
  } finally {
    await engines.close();
  }
}

const [, script = ''] = process.argv;
if (script !== '' && realpathSync(script) === fileURLToPath(import.meta.url))
  process.exitCode = await runTokens(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
  });
