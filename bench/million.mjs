// `node bench/million.mjs`: a register of a million households and 300,000 cases in 31 provinces, to ask figures of.
//
// A register that the product's generator makes is the pattern; the database copies it, county by county, under other ids,
// numbers and villages, in one transaction a copy: a run that was cut off goes on after the last whole copy. Sealed texts are
// copied as they are and open in the pattern alone.
//
// `--every 4 --name holdline_bench_quarter` writes every fourth household of the same layout: as many counties and as many kinds of cases,
// so that what is asked of both answers as much.
import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { TODAY } from './register.mjs';

/** Tables of the register, after those that their rows name. */
const TABLES = [
  'household',
  'household_number',
  'member',
  'national_id',
  'income_record',
  'guarantee_check',
  'monitoring_case',
  'case_risk',
  'responsible_person',
  'procedure_run',
  'public_notice',
  'procedure_step',
  'notice_entry',
  'lead',
  'receipt',
  'support_measure',
  'delivery',
  'audit_event',
];
/** Texts that are unique in a county or the nation. */
const UNIQUE = new Set(['number', 'id_digest', 'receipt_digest']);
/** Which household a row hangs on, by table. */
const OWNED = {
  household: 'p.id = t.id',
  national_id:
    'p.id = (SELECT m.household_id FROM member m WHERE m.county_code = t.county_code AND m.id = t.member_id)',
  receipt: 'p.id = (SELECT l.household_id FROM lead l WHERE l.county_code = t.county_code AND l.id = t.subject_id)',
  public_notice:
    'p.id = (SELECT e.household_id FROM notice_entry e WHERE e.county_code = t.county_code AND e.notice_id = t.id LIMIT 1)',
  // Figures of past days read what became of cases; the trails of households are left out.
  audit_event: "p.id = t.household_id AND t.subject_type <> 'Household'",
  other: 'p.id = t.household_id',
};
const PATTERN_HOUSEHOLDS = 20_000;
const PATTERN_COUNTIES_OF_A_PROVINCE = 2;
const SEED = 7;
const WRITERS = 2;

const { values: options } = parseArgs({
  options: {
    households: { type: 'string', default: '1000000' },
    cases: { type: 'string', default: '300000' },
    counties: { type: 'string', default: '828' },
    /** Of the households that the layout has in a place only every so many. */
    every: { type: 'string', default: '1' },
    name: { type: 'string', default: 'holdline_bench_million' },
    database: { type: 'string', default: process.env.DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/postgres' },
  },
});
const [HOUSEHOLDS, CASES, COUNTIES, EVERY] = [options.households, options.cases, options.counties, options.every].map(
  Number,
);
const url = new URL(options.database);
url.pathname = `/${options.name}`;
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const env = {
  NODE_ENV: 'development',
  DATABASE_URL: url.href,
  DATA_DIR: path(`./.data/${options.name}`),
  TODAY,
  LOG_LEVEL: 'silent',
  EXPLORER: 'off',
  DEMO: 'off',
};
const say = (text) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);

await createDatabase();
const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
try {
  await makePattern();
  await layOut();
  await copyAll();
} finally {
  await sql.end();
}

async function createDatabase() {
  const admin = postgres(options.database, { max: 1, onnotice: () => undefined });
  const found = await admin`SELECT 1 FROM pg_database WHERE datname = ${options.name}`;
  if (found.length === 0) await admin.unsafe(`CREATE DATABASE "${options.name}"`);
  await admin.end();
}

async function exists(table) {
  const [{ found }] = await sql`SELECT to_regclass(${table}) IS NOT NULL AS found`;
  return found;
}

/** The generated register that is copied; made anew where it was cut off. */
async function makePattern() {
  if (await exists('bench.pattern')) return;
  if ((await exists('household')) && (await sql`SELECT 1 FROM household LIMIT 1`).length > 0)
    throw new Error(`${options.name} has half a pattern: drop it and begin again`);
  mkdirSync(env.DATA_DIR, { recursive: true });
  Object.assign(process.env, env);
  const { countiesOf, fillRegister } = await import('./fill-register.mjs');
  let told = 0;
  await fillRegister({
    households: PATTERN_HOUSEHOLDS,
    counties: (tree) =>
      tree.childrenOf('000000').flatMap(({ code }) => countiesOf(tree, code, PATTERN_COUNTIES_OF_A_PROVINCE)),
    seed: SEED,
    onProgress: (done) => {
      if (Math.floor((done * 20) / PATTERN_HOUSEHOLDS) === told) return;
      told = Math.floor((done * 20) / PATTERN_HOUSEHOLDS);
      say(`pattern: ${told * 5} %`);
    },
  });
  await sql`CREATE SCHEMA bench`;
  await sql`GRANT USAGE ON SCHEMA bench TO holdline_app`;
  // Placed among those of their county whose latest case is like theirs: every fourth of them are of every kind.
  await sql`CREATE TABLE bench.pattern AS SELECT h.county_code, h.id, c.id IS NOT NULL AS has_case,
      row_number() OVER (PARTITION BY h.county_code, c.status, c.category ORDER BY md5(h.id::text)) AS nth
    FROM household h LEFT JOIN LATERAL (SELECT c.id, c.status, c.category FROM monitoring_case c
      WHERE c.county_code = h.county_code AND c.household_id = h.id ORDER BY c.opened_on DESC, c.id DESC LIMIT 1) c ON true`;
  await sql`CREATE TABLE bench.copied (copy int PRIMARY KEY)`;
}

/** Which county and which townships each copy of each county of the pattern goes to, so that the counties fill evenly. */
async function layOut() {
  if (await exists('bench.place')) return;
  await sql.begin(async (tx) => {
    await tx`CREATE FUNCTION bench.copied_id(id uuid, copy int) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
      overlay(overlay(overlay(md5(id::text || copy) placing left(id::text, 8) || substr(id::text, 10, 4) from 1 for 12)
        placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid`;
    await tx`CREATE TABLE bench.township AS SELECT substr(code, 1, 6) AS county, code,
        row_number() OVER (PARTITION BY substr(code, 1, 6) ORDER BY code) - 1 AS place, count(*) OVER (PARTITION BY substr(code, 1, 6)) AS of
      FROM region WHERE level = 'TOWNSHIP' AND length(code) = 9`;
    // Every province gives counties as it has them; the pattern's own are its first.
    await tx`CREATE TABLE bench.target AS
      SELECT county, substr(county, 1, 2) AS province, row_number() OVER (PARTITION BY substr(county, 1, 2) ORDER BY county) - 1 AS place,
        count(*) OVER (PARTITION BY substr(county, 1, 2)) AS of
      FROM (SELECT county FROM (SELECT county, row_number() OVER w::float / count(*) OVER (PARTITION BY substr(county, 1, 2)) AS share,
            row_number() OVER w AS first FROM (SELECT DISTINCT county FROM bench.township) c WINDOW w AS (PARTITION BY substr(county, 1, 2) ORDER BY county)) r
          ORDER BY first > ${PATTERN_COUNTIES_OF_A_PROVINCE}, share, county LIMIT ${COUNTIES}) chosen`;
    await tx`CREATE TABLE bench.place AS
      SELECT k.copy, p.region_code AS region, t.county AS to_county, coalesce(v.code, t.county) AS to_region,
        row_number() OVER (PARTITION BY p.region_code, t.county ORDER BY k.copy) AS visit
      FROM generate_series(1, 500) AS k(copy)
      CROSS JOIN (SELECT DISTINCT county_code AS region_code FROM household UNION SELECT region_code FROM public_notice UNION SELECT region_code FROM household UNION SELECT region_code FROM audit_event
        UNION SELECT region_code FROM lead) p
      JOIN bench.target b ON b.county = substr(p.region_code, 1, 6)
      JOIN bench.target t ON t.province = b.province AND t.place = (b.place + k.copy * ${PATTERN_COUNTIES_OF_A_PROVINCE}) % b.of
      LEFT JOIN bench.township o ON o.code = p.region_code
      LEFT JOIN bench.township v ON v.county = t.county AND v.place = o.place % v.of`;
    await tx`ALTER TABLE bench.place ADD PRIMARY KEY (copy, region)`;
    await tx`ALTER TABLE bench.pattern ADD PRIMARY KEY (id)`;
    await setAside(tx);
    if (EVERY > 1) await thinPattern(tx);
  });
}

/** Copies the pattern until there are as many households; only the first copies bring cases, so that there are as many of those. */
async function copyAll() {
  const [pattern] = await sql`SELECT count(*)::int AS households, (count(*) FILTER (WHERE NOT has_case))::int AS others,
    (SELECT count(*)::int FROM bench.of_monitoring_case) AS cases FROM bench.pattern`;
  const withCases = Math.max(Math.round(CASES / pattern.cases) - 1, 0);
  const left = HOUSEHOLDS - pattern.households * (withCases + 1);
  const copies = withCases + Math.max(Math.ceil(left / pattern.others), 0);
  await takeIndexesOff();
  const statements = await copyStatements();
  const done = new Set((await sql`SELECT copy FROM bench.copied`).map(({ copy }) => copy));
  const waiting = Array.from({ length: copies }, (_, at) => at + 1).filter((copy) => !done.has(copy));
  const writer = async () => {
    const own = postgres(url.href, { max: 1, onnotice: () => undefined });
    await own`SET synchronous_commit = off`;
    // The pattern's rows hold together, and so do copies of them.
    await own`SET session_replication_role = replica`;
    await own`SET work_mem = '256MB'`;
    for (let copy = waiting.shift(); copy !== undefined; copy = waiting.shift()) {
      await own.begin(async (tx) => {
        for (const statement of statements) await tx.unsafe(statement, [copy, copy <= withCases]);
        await tx`INSERT INTO bench.copied VALUES (${copy})`;
      });
      say(`copy ${copy} of ${copies}`);
    }
    await own.end();
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  await putIndexesBack();
  await countTallies();
  say('vacuum analyze');
  await sql`VACUUM ANALYZE`;
}

/** Copies are written past the product: its tallies are counted from the register, as those of an older one are. */
async function countTallies() {
  // Copies are planned for by what they are, also where nothing analyzes tables by itself.
  await sql`VACUUM ANALYZE`;
  say('tallies');
  await sql`TRUNCATE tally, province_tally, tally_change`;
  await sql`UPDATE tally_start SET completed_at = NULL, counted_through = NULL`;
  const counted = spawnSync(process.execPath, [path('../dist/scripts/figures.js'), 'reconcile'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (counted.status !== 0) throw new Error(`the tallies are not counted: ${counted.stdout}${counted.stderr}`);
}

/** All indexes but the primary keys: what is built once at the end need not be kept up with 28 million rows. */
async function takeIndexesOff() {
  if (await exists('bench.index_off')) return;
  await sql.begin(async (tx) => {
    await tx`CREATE TABLE bench.index_off AS
      SELECT c.relname AS index_name, t.relname AS table_name, pg_get_indexdef(i.indexrelid) AS definition, k.conname AS constraint_name
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
      LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype = 'u'
      WHERE t.relname = ANY (${TABLES}) AND NOT i.indisprimary`;
    for (const one of await tx`SELECT * FROM bench.index_off`)
      await tx.unsafe(
        one.constraint_name === null
          ? `DROP INDEX ${one.index_name}`
          : `ALTER TABLE ${one.table_name} DROP CONSTRAINT ${one.constraint_name}`,
      );
  });
}

async function putIndexesBack() {
  if (!(await exists('bench.index_off'))) return;
  await sql`SET maintenance_work_mem = '1GB'`;
  for (const one of await sql`SELECT * FROM bench.index_off ORDER BY table_name`) {
    await sql.begin(async (tx) => {
      await tx.unsafe(one.definition);
      if (one.constraint_name !== null)
        await tx.unsafe(
          `ALTER TABLE ${one.table_name} ADD CONSTRAINT ${one.constraint_name} UNIQUE USING INDEX ${one.index_name}`,
        );
      await tx`DELETE FROM bench.index_off WHERE index_name = ${one.index_name}`;
    });
    say(`index ${one.index_name}`);
  }
  await sql`DROP TABLE bench.index_off`;
}

/** The pattern's rows of each table by themselves, with what is to be known of the household that they belong to. */
async function setAside(tx) {
  for (const table of TABLES)
    await tx.unsafe(
      `CREATE TABLE bench.of_${table} AS SELECT t.*, t.ctid AS stood_at, p.has_case, p.nth FROM ${table} t JOIN bench.pattern p ON ${OWNED[table] ?? OWNED.other}`,
    );
}

/** What is set aside is copied; the pattern itself, which is part of the register, keeps as much as a copy brings. */
async function thinPattern(tx) {
  await tx`SET LOCAL session_replication_role = replica`;
  for (const table of TABLES)
    await tx.unsafe(`DELETE FROM ${table} t USING bench.of_${table} o WHERE t.ctid = o.stood_at AND o.nth % $1 <> 0`, [
      EVERY,
    ]);
  await tx`DELETE FROM audit_event t USING bench.pattern p WHERE t.county_code = p.county_code AND t.household_id = p.id AND p.nth % ${EVERY} <> 0`;
}

async function copyStatements() {
  const statements = [];
  for (const table of TABLES) {
    const columns = await sql`SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
      WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`;
    const values = columns.map(({ name, type }) => {
      if (name === 'county_code') return 'r.to_county';
      if (name === 'region_code') return 'r.to_region';
      if (type === 'uuid') return `bench.copied_id(t.${name}, $1::int)`;
      return UNIQUE.has(name) ? `t.${name} || '-' || $1::int` : `t.${name}`;
    });
    const region = columns.some(({ name }) => name === 'region_code') ? 't.region_code' : 't.county_code';
    statements.push(`INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) SELECT ${values.join(', ')}
      FROM bench.of_${table} t JOIN bench.place r ON r.copy = $1::int AND r.region = ${region}
      WHERE ($2 OR NOT t.has_case) AND t.nth % ${EVERY} = r.visit % ${EVERY}`);
  }
  return statements;
}
