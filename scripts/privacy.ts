import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Command } from 'commander';
import { exportHousehold } from '../src/features/privacy/index.js';
import '../src/rooms.js';
import { systemClock } from '../src/platform/clock.js';
import { readEnv } from '../src/platform/config/env.js';
import { createFieldCipher } from '../src/platform/crypto/aes-field-cipher.js';
import { createBlindIndex } from '../src/platform/crypto/keyed-blind-index.js';
import { loadPiiKeys } from '../src/platform/crypto/load-pii-keys.js';
import { Database } from '../src/platform/database/database.js';
import { openEngines } from '../src/platform/database/open-engine.js';

interface Asked {
  readonly household: string;
  readonly purpose: string;
  readonly out?: string;
}

async function run({ household, purpose, out }: Asked): Promise<void> {
  if (purpose.trim().length < 2) throw new Error('--purpose: say who asked, and on what ground');
  const env = readEnv();
  const keys = await loadPiiKeys(env);
  const engines = await openEngines(env);
  try {
    const clock = systemClock(env.today);
    const found = await exportHousehold(
      {
        database: new Database(engines.owner),
        cipher: createFieldCipher(keys, env.piiSuite),
        blindIndex: createBlindIndex(keys),
      },
      {
        number: household,
        purpose,
        operator: userInfo().username,
        when: { now: clock.now(), today: clock.today(), requestId: randomUUID() },
      },
    );
    if (found === null) throw new Error(`no household has the number ${household}`);
    const text = `${JSON.stringify(found, null, 2)}\n`;
    if (out === undefined) process.stdout.write(text);
    else writeFileSync(out, text, { flag: 'wx', mode: 0o600 });
  } finally {
    await engines.close();
  }
}

const program = new Command('privacy').description("People's rights to their data (个人信息权利).");
program
  .command('export')
  .description('All that is kept of a household, opened, with who read it and what for; the export is itself audited')
  .requiredOption('--household <number>', 'its number in the register')
  .requiredOption('--purpose <words>', 'who asked, and on what ground; sealed beside the audit event')
  .option('--out <file>', 'a new file, readable by its owner alone; standard output when absent')
  .action((asked: Asked) =>
    run(asked).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }),
  );
await program.parseAsync();
