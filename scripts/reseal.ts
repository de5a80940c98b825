import 'reflect-metadata';
import { keysInUse, resealRegister } from '../src/features/seals/index.js';
import '../src/rooms.js';
import { readEnv } from '../src/platform/config/env.js';
import { createFieldCipher } from '../src/platform/crypto/aes-field-cipher.js';
import { loadPiiKeys } from '../src/platform/crypto/load-pii-keys.js';
import { openEngines } from '../src/platform/database/open-engine.js';
import { requireOwner } from '../src/platform/database/safe-user.js';
import { progressOf } from './command/progress.js';
import { EXIT, newCommand, runCommand } from './command/run-command.js';

interface ResealOptions {
  readonly check?: true;
  readonly json?: true;
}

/** @returns the exit code: 0, or 3 where some texts open with no key at hand */
async function run({ check, json }: ResealOptions): Promise<number> {
  const env = readEnv();
  const cipher = createFieldCipher(await loadPiiKeys(env), env.piiSuite);
  const engines = await openEngines(env);
  const bar = progressOf('sealed texts');
  try {
    await requireOwner(engines.owner);
    const started = performance.now();
    const done = check
      ? { resealed: 0, unreadable: [] }
      : await resealRegister({ engine: engines.owner, cipher, onProgress: bar.onProgress });
    bar.stop();
    const seconds = (performance.now() - started) / 1_000;
    const keys = await keysInUse(engines.owner);
    if (json) console.log(JSON.stringify({ ...done, keys }, null, 2));
    else {
      if (!check) console.log(`${done.resealed} texts sealed anew in ${seconds.toFixed(1)} s.`);
      for (const { key, suite, texts } of keys) console.log(`key ${key} (${suite}) seals ${texts} texts`);
      for (const { table, column, count } of done.unreadable)
        console.error(`${table}.${column}: ${count} texts open with no key at hand; put the key that sealed them back`);
    }
    return done.unreadable.length > 0 ? EXIT.found : EXIT.done;
  } finally {
    bar.stop();
    await engines.close();
  }
}

const command = newCommand('reseal')
  .description(
    'Seals anew what older keys or another suite sealed (重新封存), with the first key of PII_KEYS in PII_SUITE. May be stopped and run again.',
  )
  .option('--check', 'only says how many texts each key still seals')
  .option('--json', 'one JSON document on standard output')
  .action(async (options: ResealOptions) => {
    process.exitCode = await run(options);
  });

process.exitCode = await runCommand(command, process.argv.slice(2));
