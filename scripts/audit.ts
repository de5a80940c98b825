import 'reflect-metadata';
import { createWriteStream, existsSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import {
  AnchorKeeper,
  anchoredPlaces,
  exportEvents,
  readAnchorKey,
  verifyRegister,
} from '../src/features/audit/index.js';
import { type Env, readEnv } from '../src/platform/config/env.js';
import { type Engines, openEngines } from '../src/platform/database/open-engine.js';
import { toGlobalId } from '../src/platform/graphql/global-id.js';
import { progressOf } from './command/progress.js';
import { EXIT, newCommand, runCommand } from './command/run-command.js';

interface Asked {
  readonly json?: true;
  readonly anchors?: string;
  readonly key?: string;
  readonly region?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
}

async function within(work: (env: Env, engines: Engines) => Promise<number>): Promise<void> {
  const env = readEnv();
  const engines = await openEngines(env);
  try {
    process.exitCode = await work(env, engines);
  } finally {
    await engines.close();
  }
}

function keeperOf(env: Env, { owner }: Engines, { anchors, key }: Asked): AnchorKeeper | null {
  const file = anchors ?? env.auditAnchors?.file;
  if (file === undefined) return null;
  const keyFile = key ?? env.auditAnchors?.keyFile;
  if (keyFile === undefined) throw new Error('--anchors needs --key, the file of the key that signed them');
  const onTorn = (bytes: number): void =>
    void process.stderr.write(`the last anchor was cut off while it was written; its ${bytes} bytes were taken away\n`);
  const own = readAnchorKey(keyFile, !env.production && !existsSync(file));
  return new AnchorKeeper({ engine: owner, file, key: own, onTorn });
}

/** @returns 0, or 3 where a chain, or the file of anchors, does not hold */
async function verify(asked: Asked, env: Env, engines: Engines): Promise<number> {
  const read = keeperOf(env, engines, asked)?.read() ?? { anchors: [], fault: null, torn: false };
  const bar = progressOf('audit events');
  const onProgress = bar.onProgress;
  const check = await verifyRegister({ engine: engines.owner, anchored: anchoredPlaces(read.anchors), onProgress });
  bar.stop();
  const broken = check.broken.map((one) => ({ ...one, subjectId: toGlobalId(one.type, one.county, one.id) }));
  const intact = broken.length === 0 && read.fault === null;
  const { chains, events } = check;
  const last = read.anchors.at(-1)?.at ?? null;
  if (asked.json)
    console.log(
      JSON.stringify(
        {
          intact,
          chains,
          events,
          anchors: read.anchors.length,
          anchoredAt: last,
          anchorFault: read.fault,
          anchorTorn: read.torn,
          broken,
        },
        null,
        2,
      ),
    );
  else {
    for (const { type, county, id, sequence, how } of broken)
      console.log(`BROKEN ${type} ${id} of ${county}: event ${sequence} ${TOLD[how]}`);
    if (read.torn) console.log('The last anchor was cut off while it was written; the next one takes its place.');
    if (read.fault !== null) console.log(`BROKEN anchors: line ${read.fault.line} ${read.fault.why}`);
    const against =
      last === null ? 'no anchors were given' : `against ${read.anchors.length} anchors, the last of ${last}`;
    console.log(`${chains} chains, ${events} events, ${against}: ${intact ? 'intact' : `${broken.length} broken`}.`);
  }
  return intact ? EXIT.done : EXIT.found;
}

const TOLD = {
  edited: 'does not say what was written',
  moved: 'was written as a later one: the order was changed, or events before it were taken out',
  inserted: 'was written as an earlier one, or stands beside it: something was put in',
  missing: 'does not follow: events before it are gone',
  unlinked: 'follows another than the one before it, which was replaced',
  added: 'stands past the head: it was added',
  cut: 'and those after it are gone, and the head still tells of them',
  head: 'is not the one that the head names: chain or head was replaced',
  truncated: 'and those after it were anchored, and are gone',
  rewritten: 'is another than the one that was anchored',
} as const;

async function anchor(asked: Asked, env: Env, engines: Engines): Promise<number> {
  const keeper = keeperOf(env, engines, asked);
  if (keeper === null) throw new Error('say where the anchors are kept: AUDIT_ANCHOR_FILE, or --anchors with --key');
  const taken = await keeper.take(new Date());
  if (asked.json) console.log(JSON.stringify({ number: taken?.number ?? null, heads: taken?.heads.length ?? 0 }));
  else console.log(taken === null ? 'no chain has grown.' : `anchor ${taken.number}: ${taken.heads.length} heads.`);
  return 0;
}

async function write(asked: Asked, _env: Env, engines: Engines): Promise<number> {
  const bar = progressOf('audit events');
  const out = asked.out === undefined ? process.stdout : createWriteStream(asked.out, { flags: 'wx', mode: 0o600 });
  const { region = '000000', from = null, to = null } = asked;
  let written = 0;
  for await (const { lines, done, total } of exportEvents(engines.owner, { region, from, to })) {
    if (!out.write(lines)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
    bar.onProgress(done, total);
    written = done;
  }
  bar.stop();
  if (out !== process.stdout) await new Promise<void>((resolve) => out.end(() => resolve()));
  if (asked.json) console.error(JSON.stringify({ events: written }));
  else console.error(`${written} events.`);
  return 0;
}

const instant = (text: string): string => {
  if (Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('an instant, e.g. 2023-11-30T00:00:00+08:00');
  return new Date(text).toISOString();
};
const region = (text: string): string => {
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(text)) throw new InvalidArgumentError('a division code of 6, 9 or 12 digits');
  return text;
};

const program = newCommand('audit').description('Checks, anchors and exports the audit trail (审计) (art. 5.3).');
program
  .command('verify')
  .description('Walks every chain, names the first broken event of each, and holds them against the anchors')
  .option('--anchors <file>', 'file of anchors; AUDIT_ANCHOR_FILE when absent')
  .option('--key <file>', 'the key that signed them, public or private; AUDIT_ANCHOR_KEY when absent')
  .option('--json', 'one JSON document on standard output')
  .action((asked: Asked) => within((env, engines) => verify(asked, env, engines)));
program
  .command('anchor')
  .description('Adds the heads of the chains that grew to the signed file of anchors')
  .option('--anchors <file>', 'file of anchors; AUDIT_ANCHOR_FILE when absent')
  .option('--key <file>', 'the private key; AUDIT_ANCHOR_KEY when absent')
  .option('--json', 'one JSON document on standard output')
  .action((asked: Asked) => within((env, engines) => anchor(asked, env, engines)));
program
  .command('export')
  .description('Writes events as lines of JSON, each as its hash covers it')
  .option('--region <code>', 'only of a region and what is below it', region)
  .option('--from <instant>', 'written at this instant or after', instant)
  .option('--to <instant>', 'written at this instant or before', instant)
  .option('--out <file>', 'a new file; standard output when absent')
  .option('--json', 'says the count in JSON, on standard error')
  .action((asked: Asked) => within((env, engines) => write(asked, env, engines)));

process.exitCode = await runCommand(program, process.argv.slice(2));
