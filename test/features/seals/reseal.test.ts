import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDemonstration } from '../../../src/features/demonstration/index.js';
import { keysInUse, resealRegister } from '../../../src/features/seals/index.js';
import '../../../src/rooms.js';
import { createFieldCipher, type SealSuite } from '../../../src/platform/crypto/aes-field-cipher.js';
import { createBlindIndex } from '../../../src/platform/crypto/keyed-blind-index.js';
import { type PiiKeys, readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { migrateDatabase } from '../../../src/platform/database/migrate.js';
import { openEngines } from '../../../src/platform/database/open-engine.js';
import { sealedColumns } from '../../../src/platform/database/sealed-columns.js';
import { freshDatabase } from '../../support/test-database.js';
import { TODAY, WORLD } from '../demonstration/a-generated-register.js';

const key = (word: string): string => Buffer.alloc(32, word).toString('base64');
const cipherOf = (setting: string, suite?: SealSuite) => createFieldCipher(readPiiKeys(setting) as PiiKeys, suite);
const OLD = `k1:${key('the first key')}`;
const BOTH = `k2:${key('the second key')},${OLD}`;
const NEW = `k2:${key('the second key')}`;

let engine: Engine;
let close: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  const url = fresh.env['DATABASE_URL'] ?? null;
  const engines = await openEngines({ databaseUrl: url, databaseMigrationUrl: null, databasePool: 2, dataDir: null });
  engine = engines.owner;
  close = async () => {
    await engines.close();
    await fresh.drop();
  };
  await migrateDatabase(engine, 'migrations');
  const parts = { cipher: cipherOf(OLD), blindIndex: createBlindIndex(readPiiKeys(OLD) as PiiKeys) };
  await fillDemonstration({ ...WORLD, ...parts, engine, today: TODAY, households: 60 });
});
afterAll(() => close());

const ask = <T>(text: string): Promise<T[]> =>
  engine.transaction(['BEGIN'], true, (connection) => connection.query(text, [], 'object')) as Promise<T[]>;

/** Every text of every table, as a dump has it. */
async function everyText(): Promise<string> {
  const tables = await ask<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  const texts: string[] = [];
  for (const { name } of tables.filter((table) => table.name !== 'region'))
    texts.push(JSON.stringify(await ask(`SELECT * FROM ${name}`)));
  return texts.join('\n');
}
const sealedBy = (text: string, id: string): number =>
  text.match(new RegExp(`"${id}\\.[A-Za-z0-9_.-]{38,}"`, 'g'))?.length ?? 0;

describe('threat 49 · resealRegister', () => {
  it('may be cut off and goes on where it was, a batch at a time', async () => {
    const before = sealedBy(await everyText(), 'k1');
    expect(before).toBeGreaterThan(300);
    const power = (done: number): void => {
      if (done >= 100) throw new Error('the power went out');
    };
    const cut = resealRegister({ engine, cipher: cipherOf(BOTH), onProgress: power, batch: 25 });
    await expect(cut).rejects.toThrow('the power went out');
    const half = await everyText();
    expect(sealedBy(half, 'k2')).toBeGreaterThanOrEqual(100);
    expect(sealedBy(half, 'k1')).toBe(before - sealedBy(half, 'k2'));

    const told: number[] = [];
    const onProgress = (done: number, total: number): void => void told.push(total - done);
    const rest = await resealRegister({ engine, cipher: cipherOf(BOTH), onProgress, batch: 25 });
    expect(rest).toEqual({ resealed: sealedBy(half, 'k1'), unreadable: [] });
    expect([told[0], told.at(-1)]).toEqual([rest.resealed, 0]);
  });

  it('leaves no text of the old key anywhere in the database, so that it may be dropped', async () => {
    const text = await everyText();
    expect(sealedBy(text, 'k1')).toBe(0);
    expect(await keysInUse(engine)).toEqual([{ key: 'k2', suite: 'aes', texts: sealedBy(text, 'k2') }]);
    const cipher = cipherOf(NEW);
    for (const { id, name } of await ask<{ id: string; name: string }>('SELECT id, name_sealed AS name FROM member'))
      expect(cipher.open(name, { table: 'member', column: 'name_sealed', rowId: id })).toMatch(
        /^\p{Script=Han}{2,4}$/u,
      );
  });

  it('seals in place what an older version kept in the open: goods, providers, titles and addresses of papers', async () => {
    const [row] = await ask<{ county_code: string; id: string }>(
      'SELECT county_code, id FROM delivery ORDER BY id LIMIT 1',
    );
    const papers = JSON.stringify([
      { kind: 'receipt', title: '张三的收条', uri: 'https://files.example/张三', sha256: null },
    ]);
    await ask(`UPDATE delivery SET in_kind = '大米2袋', evidence = '${papers}' WHERE id = '${row!.id}'`);
    const { resealed, unreadable } = await resealRegister({ engine, cipher: cipherOf(BOTH) });
    expect([resealed, unreadable]).toEqual([3, []]);
    const [kept] = await ask<{ in_kind: string; evidence: { title: string; uri: string }[] }>(
      `SELECT in_kind, evidence FROM delivery WHERE id = '${row!.id}'`,
    );
    expect(JSON.stringify(kept)).not.toMatch(/大米|张三/);
    const place = (column: string) => ({ table: 'delivery', column, rowId: row!.id });
    expect(cipherOf(BOTH).open(kept!.in_kind, place('in_kind'))).toBe('大米2袋');
    expect(cipherOf(BOTH).open(kept!.evidence[0]!.title, place('evidence'))).toBe('张三的收条');
    expect(await keysInUse(engine)).toMatchObject([{ key: 'k2', suite: 'aes' }]);
  });

  it('does nothing a second time', async () => {
    expect(await resealRegister({ engine, cipher: cipherOf(BOTH) })).toEqual({ resealed: 0, unreadable: [] });
  });

  it('goes over to SM4 and SM3, and back', async () => {
    const { resealed } = await resealRegister({ engine, cipher: cipherOf(NEW, 'sm4') });
    expect(await keysInUse(engine)).toEqual([{ key: 'k2', suite: 'sm4', texts: resealed }]);
    expect((await resealRegister({ engine, cipher: cipherOf(NEW) })).resealed).toBe(resealed);
  });

  it('names the columns whose key is lost, and leaves their texts as they are', async () => {
    const lost = await resealRegister({ engine, cipher: cipherOf(`k3:${key('a third key')}`) });
    expect(lost.resealed).toBe(0);
    expect(lost.unreadable).toContainEqual({ table: 'member', column: 'name_sealed', count: expect.any(Number) });
    expect((await keysInUse(engine)).map(({ key: id }) => id)).toEqual(['k2']);
  });

  it('does not put an old value in the place of one that was written meanwhile', async () => {
    const [member] = await ask<{ id: string }>('SELECT id FROM member LIMIT 1');
    const place = { table: 'member', column: 'name_sealed', rowId: member!.id };
    const newer = cipherOf(NEW).seal('新名字', place);
    const target = cipherOf(BOTH.replace('k2:', 'k4:'));
    const watched: Engine = {
      ...engine,
      async transaction(opening, durable, work) {
        if (durable) await ask(`UPDATE member SET name_sealed = '${newer}' WHERE id = '${member!.id}'`);
        return engine.transaction(opening, durable, work);
      },
    };
    const reading = { ...target, open: (sealed: string, where: typeof place) => cipherOf(NEW).open(sealed, where) };
    await resealRegister({ engine: watched, cipher: reading });
    const [row] = await ask<{ sealed: string }>(`SELECT name_sealed AS sealed FROM member WHERE id = '${member!.id}'`);
    expect(row!.sealed).toBe(newer);
  });
});

describe('sealedColumns', () => {
  it('knows every sealed column by the rule of names', async () => {
    const found = await ask<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name LIKE '%\\_sealed' ORDER BY 1`,
    );
    const known = sealedColumns().map(({ table, column }) => `${table}.${column}`);
    expect(known).toEqual(expect.arrayContaining([...found.map(({ name }) => name), 'procedure_step.entered_for']));
  });
});
