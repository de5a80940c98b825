// The database of a benchmark: made and filled once for a size, kept for the next run.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { caseInserts, openCaseFunction } from './servers/case-sql.mjs';
import { cpuSeconds } from './servers/start.mjs';
import { QUESTIONS } from './workloads.mjs';

const PROVINCE = '430000';
/** Households of a county, and counties at most: a county has several pages of cases of every kind. */
const A_COUNTY = 3_000;
const MOST_COUNTIES = 30;
const SEED = 7;
const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));
/** The product's day, so that the same register comes out whenever it is made. */
export const TODAY = '2023-11-30';
/** What every server may see. */
export const SCOPE = '43%';
export const GRANT = `COUNTY_OFFICER:${PROVINCE}`;

/** Households that a case is opened for in one measurement, at most. */
const OPENINGS = 40_000;

/** What a case is written to, children before parents; households have audit events of their own. */
const WRITTEN = ['audit_event', 'procedure_step', 'procedure_run', 'monitoring_case'];
const ofCase = (table) => (table === 'audit_event' ? ` AND t.subject_type = 'MonitoringCase'` : '');

/** Digest of the migrations: a database of others is made anew. */
function migrations() {
  const hash = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS).filter((one) => one.endsWith('.sql')))
    hash.update(readFileSync(join(MIGRATIONS, name)));
  return hash.digest('hex');
}

export class Register {
  #sql;

  constructor(address, households) {
    this.households = households;
    const url = new URL(address);
    this.server = new URL(address);
    this.server.pathname = '/postgres';
    this.name = `holdline_bench_${households}`;
    url.pathname = `/${this.name}`;
    this.url = url.href;
    this.dataDir = fileURLToPath(new URL(`./.data/${this.name}`, import.meta.url));
    mkdirSync(this.dataDir, { recursive: true });
    this.#sql = postgres(this.url, { max: 1, onnotice: () => undefined });
  }

  /** Environment of the product's processes on this database. */
  get env() {
    return {
      NODE_ENV: 'development',
      DATABASE_URL: this.url,
      DATA_DIR: this.dataDir,
      TODAY,
      LOG_LEVEL: 'silent',
      EXPLORER: 'off',
      DEMO: 'off',
      // One caller sends all the load.
      RATE_LIMIT: 'off',
    };
  }

  /** Makes and fills it where it is not there whole. */
  async prepare({ fresh, say }) {
    const admin = postgres(this.server.href, { max: 1, onnotice: () => undefined });
    const [found] = await admin`SELECT 1 FROM pg_database WHERE datname = ${this.name}`;
    if (found && (fresh || !(await this.#isWhole()))) {
      await this.#sql.end();
      await admin.unsafe(`DROP DATABASE ${this.name} WITH (FORCE)`);
      this.#sql = postgres(this.url, { max: 1, onnotice: () => undefined });
    }
    if (!found || fresh || !(await this.#exists(admin))) await admin.unsafe(`CREATE DATABASE ${this.name}`);
    await admin.end();
    if (await this.#isWhole()) return;
    Object.assign(process.env, this.env);
    const { countiesOf, fillRegister } = await import('./fill-register.mjs');
    const started = Date.now();
    let told = 0;
    await fillRegister({
      households: this.households,
      counties: (tree) =>
        countiesOf(tree, PROVINCE, Math.min(Math.max(Math.round(this.households / A_COUNTY), 1), MOST_COUNTIES)),
      seed: SEED,
      onProgress: (done) => {
        if (Math.floor((done * 20) / this.households) === told) return;
        told = Math.floor((done * 20) / this.households);
        say(`filling ${this.name}: ${told * 5} %`);
      },
    });
    await this.#sql`CREATE SCHEMA bench`;
    await this.#sql`GRANT USAGE ON SCHEMA bench TO holdline_app`;
    await this.#sql`VACUUM ANALYZE`;
    await this.#sql`CREATE TABLE bench.whole AS SELECT ${migrations()}::text AS migrations`;
    say(`filled in ${Math.round((Date.now() - started) / 1000)} s`);
  }

  async #exists(admin) {
    return (await admin`SELECT 1 FROM pg_database WHERE datname = ${this.name}`).length > 0;
  }

  /** Filled to the end, and by today's migrations. */
  async #isWhole() {
    const found = await this.#sql`SELECT migrations FROM bench.whole`.catch(() => []);
    return found[0]?.migrations === migrations();
  }

  /** What the requests are made of, by kind; the openings are households that never had a case. */
  async questions() {
    const asked = {};
    for (const [kind, text] of Object.entries(QUESTIONS)) asked[kind] = [...(await this.#sql.unsafe(text))];
    await this.#sql`DROP TABLE IF EXISTS bench.opening`;
    await this.#sql.unsafe(`CREATE TABLE bench.opening AS
      SELECT h.county_code AS county, h.id, h.former_status AS "formerStatus", md5('key ' || h.id)::uuid AS key FROM household h
      WHERE NOT EXISTS (SELECT 1 FROM monitoring_case c WHERE c.county_code = h.county_code AND c.household_id = h.id)
        AND NOT EXISTS (SELECT 1 FROM lead l WHERE l.county_code = h.county_code AND l.household_id = h.id)
      ORDER BY md5(h.id::text) LIMIT ${OPENINGS}`);
    await this.#sql`ALTER TABLE bench.opening ADD PRIMARY KEY (county, id)`;
    asked.openings = [
      ...(await this.#sql`SELECT county, id, "formerStatus", key FROM bench.opening ORDER BY md5(id::text)`),
    ];
    return asked;
  }

  /** Rows that were written for the first opening, as JSON, for `caseInserts`. */
  async readCaseTemplate({ county, id }) {
    const template = {};
    for (const table of WRITTEN) {
      const order = table === 'procedure_step' ? 'ORDER BY t.position' : '';
      const rows = await this.#sql.unsafe(
        `SELECT to_json(t) AS row FROM ${table} t WHERE t.county_code = $1 AND t.household_id = $2::uuid${ofCase(table)} ${order}`,
        [county, id],
      );
      template[table] = rows.map(({ row }) => row);
    }
    const keys = await this
      .#sql`SELECT to_json(t) AS row FROM idempotency_key t WHERE t.county_code = ${county} ORDER BY created_at DESC LIMIT 1`;
    template.idempotency_key = keys.map(({ row }) => row);
    if (Object.values(template).some((rows) => rows.length === 0)) throw new Error('the product wrote no case to copy');
    caseInserts(template);
    await this.#sql.unsafe(openCaseFunction(template));
    await this.#sql`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bench TO holdline_app`;
    return template;
  }

  /** Rows by table that hang on the cases of the openings. */
  async countWritten() {
    const counts = {};
    for (const table of WRITTEN) {
      const [{ n }] = await this.#sql.unsafe(
        `SELECT count(*)::int AS n FROM ${table} t JOIN bench.opening o ON o.county = t.county_code AND o.id = t.household_id${ofCase(table)}`,
      );
      counts[table] = n;
    }
    const [{ n }] = await this.#sql`SELECT count(*)::int AS n FROM idempotency_key`;
    return { ...counts, idempotency_key: n };
  }

  /** Waits for the transactions of clients that have left. */
  async settle() {
    for (let quiet = 0; quiet < 3; ) {
      const [{ busy }] = await this.#sql`SELECT count(*)::int AS busy FROM pg_stat_activity
        WHERE datname = ${this.name} AND state <> 'idle' AND pid <> pg_backend_pid()`;
      quiet = busy === 0 ? quiet + 1 : 0;
      await pause(100);
    }
  }

  /** Removes what W5 wrote, so that each server finds the same. */
  async removeWritten() {
    for (const table of WRITTEN)
      await this.#sql.unsafe(
        `DELETE FROM ${table} t USING bench.opening o WHERE o.county = t.county_code AND o.id = t.household_id${ofCase(table)}`,
      );
    await this.#sql`DELETE FROM idempotency_key`;
    for (const table of [...WRITTEN, 'idempotency_key', 'household']) await this.#sql.unsafe(`VACUUM ${table}`);
    await this.#sql`CHECKPOINT`;
  }

  /** Removes what W6 wrote. */
  async removeIdentified() {
    for (const table of ['notice_entry', 'case_risk'])
      await this.#sql.unsafe(
        `DELETE FROM ${table} t USING bench.opening o WHERE o.county = t.county_code AND o.id = t.household_id`,
      );
    await this.#sql`DELETE FROM public_notice n WHERE NOT EXISTS
      (SELECT 1 FROM notice_entry e WHERE e.county_code = n.county_code AND e.notice_id = n.id)`;
    await this.removeWritten();
    // What waits to be folded is not left to be folded in somebody else's turn.
    await this.#sql`DELETE FROM tally_change`;
    await this.#sql`VACUUM tally_change`;
  }

  /** Cases of the tallies, what waits to be folded included. */
  async foldedUnits() {
    const [{ n }] = await this.#sql`SELECT
      (SELECT coalesce(sum(units), 0) FROM tally WHERE rollup = 'CASE_STANDING')::int
      + (SELECT coalesce(sum(weight), 0) FROM tally_change WHERE subject = 'CASES')::int AS n`;
    return n;
  }

  /** Processor seconds of all of the database's own processes so far. */
  async backendsCpuSeconds() {
    return (await this.backends()).reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  }

  /** The database's own processes, where it runs on this machine. */
  async backends() {
    return (await this.#sql`SELECT pid FROM pg_stat_activity WHERE datname = ${this.name}`).map(({ pid }) => pid);
  }

  async version() {
    return (await this.#sql`SHOW server_version`)[0].server_version.split(' ')[0];
  }

  close() {
    return this.#sql.end();
  }
}
