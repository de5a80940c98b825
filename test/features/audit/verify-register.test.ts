import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditLink, nextLink } from '../../../src/features/audit/append-audit.js';
import { auditEvent } from '../../../src/features/audit/audit.table.js';
import { AnchorKeeper, anchoredPlaces, readAnchorKey, verifyRegister } from '../../../src/features/audit/index.js';
import { digestOf } from '../../../src/platform/crypto/content-digest.js';
import { COUNTY, type LeadRoom, openLeadRoom, submit, VILLAGE_A, worker } from '../lead/a-lead-room.js';
import { asOwner } from './as-owner.js';
import { linksOf } from './links-of.js';

let room: LeadRoom;
let folder: string;
let keeper: AnchorKeeper;
const key = generateKeyPairSync('ed25519').privateKey;
const NOW = new Date('2023-11-30T02:05:00.000Z');

beforeAll(async () => {
  room = await openLeadRoom();
  // Chains are looked for where there are regions; what is above the county does not matter here.
  await asOwner(room.database, (tx) =>
    tx.rows(sql`INSERT INTO region (code, name, level, parent_code) VALUES (${COUNTY}, '长沙县', 'COUNTY', '430100')`),
  );
  folder = mkdtempSync(join(tmpdir(), 'holdline-anchors-'));
  keeper = new AnchorKeeper({ engine: room.register.engine, file: join(folder, 'anchors.jsonl'), key });
});
afterAll(async () => {
  await room.register.close();
  rmSync(folder, { recursive: true });
});

/** A household with a chain of seven events. */
async function aChain() {
  const household = await room.aHousehold(VILLAGE_A);
  for (let n = 0; n < 7; n += 1) await submit(room, worker(), { householdId: household.globalId });
  return household;
}
type Chain = Awaited<ReturnType<typeof aChain>>;

const tamper = ({ id }: Chain, ...statements: ((own: SQL) => SQL)[]) =>
  asOwner(room.database, async (tx) => {
    for (const statement of statements)
      await tx.rows(statement(sql`county_code = ${COUNTY} AND subject_id = ${id}::uuid`));
  });

/** What the check says of one household; batches of three, so that every chain takes more than one. */
async function found({ id }: Chain) {
  const { anchors } = keeper.read();
  const check = await verifyRegister({ engine: room.register.engine, anchored: anchoredPlaces(anchors), batch: 3 });
  return check.broken.filter((one) => one.id === id).map(({ sequence, how }) => `${how} at ${sequence}`);
}

/** Writes the chain anew from an event on, with hashes that hold, and its head: what a superuser can do. */
async function rewrite(household: Chain, from: number, to = 7): Promise<void> {
  const links = await linksOf(room.database, COUNTY, household.id);
  let before: AuditLink | undefined = links[from - 2];
  const forged = links.slice(from - 1, to).map((link) => {
    const chain = {
      ...link,
      subjectType: 'Household' as const,
      sequence: link.sequence - 1,
      hash: before?.hash ?? null,
    };
    const entry = {
      ...link,
      occurredOn: link.occurredOn as never,
      role: null,
      at: new Date(link.at),
      change: { forged: true },
    };
    before = nextLink(chain, entry);
    return before;
  });
  const end = forged.at(-1)!;
  await tamper(household, (own) => sql`DELETE FROM audit_event WHERE ${own} AND sequence >= ${from}`);
  await asOwner(room.database, (tx) =>
    tx.insert(
      auditEvent,
      forged.map((link, at) => ({
        ...link,
        id: `00000000-0000-7000-8000-${household.id.slice(-10)}${String(at).padStart(2, '0')}`,
      })),
    ),
  );
  await tamper(
    household,
    () =>
      sql`UPDATE household SET audit_sequence = ${end.sequence}, audit_hash = ${end.hash} WHERE id = ${household.id}::uuid`,
  );
}

describe('threat 45 · the audit tables, tampered with by a superuser', () => {
  it('finds untouched chains whole', async () => {
    expect(await found(await aChain())).toEqual([]);
  });

  it('finds an edit', async () => {
    const household = await aChain();
    await tamper(household, (own) => sql`UPDATE audit_event SET actor = 'somebody-else' WHERE ${own} AND sequence = 4`);
    expect(await found(household)).toEqual(['edited at 4']);
  });

  it('finds an edit with a hash made to fit, by the event after it', async () => {
    const household = await aChain();
    const link = (await linksOf(room.database, COUNTY, household.id))[3]!;
    const { hash: _old, ...body } = { ...link, actor: 'somebody-else' };
    const hash = digestOf(body);
    await tamper(
      household,
      (own) => sql`UPDATE audit_event SET actor = 'somebody-else', hash = ${hash} WHERE ${own} AND sequence = 4`,
    );
    expect(await found(household)).toEqual(['unlinked at 5']);
  });

  it.each([
    ['the first', 1, 'missing at 2'],
    ['the 4th', 4, 'missing at 5'],
    ['the last', 7, 'cut at 7'],
  ])('finds %s event deleted', async (_, sequence, expected) => {
    const household = await aChain();
    await tamper(household, (own) => sql`DELETE FROM audit_event WHERE ${own} AND sequence = ${sequence}`);
    expect(await found(household)).toEqual([expected]);
  });

  it('finds a deletion that was covered by renumbering', async () => {
    const household = await aChain();
    await tamper(
      household,
      (own) => sql`DELETE FROM audit_event WHERE ${own} AND sequence = 4`,
      (own) => sql`UPDATE audit_event SET sequence = -sequence WHERE ${own} AND sequence > 4`,
      (own) => sql`UPDATE audit_event SET sequence = -sequence - 1 WHERE ${own} AND sequence < 0`,
    );
    expect(await found(household)).toEqual(['moved at 4']);
  });

  it('finds every event deleted', async () => {
    const household = await aChain();
    await tamper(household, (own) => sql`DELETE FROM audit_event WHERE ${own}`);
    expect(await found(household)).toEqual(['cut at 1']);
  });

  it('finds an insertion before the first, one in the middle with the rest renumbered, and one past the head', async () => {
    const [first, middle, last] = [await aChain(), await aChain(), await aChain()];
    const forge = async (household: Chain, sequence: number, after: number) => {
      const links = await linksOf(room.database, COUNTY, household.id);
      const before = links[after - 1];
      const chain = {
        ...links[0]!,
        subjectType: 'Household' as const,
        sequence: sequence - 1,
        hash: before?.hash ?? null,
      };
      const entry = {
        ...links[0]!,
        occurredOn: links[0]!.occurredOn as never,
        role: null,
        at: NOW,
        actor: 'forger',
        change: {},
      };
      const id = `00000000-0000-7000-9000-${household.id.slice(-12)}`;
      await asOwner(room.database, (tx) => tx.insert(auditEvent, [{ ...nextLink(chain, entry), id }]));
    };
    await forge(first, 0, 0);
    await tamper(
      middle,
      (own) => sql`UPDATE audit_event SET sequence = -sequence WHERE ${own} AND sequence > 4`,
      (own) => sql`UPDATE audit_event SET sequence = -sequence + 1 WHERE ${own} AND sequence < 0`,
    );
    await forge(middle, 5, 4);
    await forge(last, 8, 7);
    expect([await found(first), await found(middle), await found(last)]).toEqual([
      ['inserted at 0'],
      ['inserted at 6'],
      ['added at 8'],
    ]);
  });

  it('finds two events that changed places', async () => {
    const household = await aChain();
    await tamper(
      household,
      (own) => sql`UPDATE audit_event SET sequence = -4 WHERE ${own} AND sequence = 4`,
      (own) => sql`UPDATE audit_event SET sequence = 4 WHERE ${own} AND sequence = 5`,
      (own) => sql`UPDATE audit_event SET sequence = 5 WHERE ${own} AND sequence = -4`,
    );
    expect(await found(household)).toEqual(['moved at 4']);
  });

  it('finds a head that was replaced', async () => {
    const household = await aChain();
    await tamper(
      household,
      () => sql`UPDATE household SET audit_hash = repeat('0', 64) WHERE id = ${household.id}::uuid`,
    );
    expect(await found(household)).toEqual(['head at 7']);
  });

  it('does not see a whole rewrite by the chain alone, and sees it by the anchor from the first event that was anchored', async () => {
    const household = await aChain();
    await rewrite(household, 3);
    expect(await found(household)).toEqual([]);

    const anchored = await aChain();
    await keeper.take(NOW);
    for (let n = 0; n < 2; n += 1) await submit(room, worker(), { householdId: anchored.globalId });
    expect(await found(anchored)).toEqual([]);
    await rewrite(anchored, 3, 9);
    expect(await found(anchored)).toEqual(['rewritten at 7']);
  });

  it('sees a truncation with the head set back by the anchor, and a chain that is gone altogether', async () => {
    const [short, gone] = [await aChain(), await aChain()];
    await keeper.take(NOW);
    const fifth = (await linksOf(room.database, COUNTY, short.id))[4]!;
    await tamper(
      short,
      (own) => sql`DELETE FROM audit_event WHERE ${own} AND sequence > 5`,
      () => sql`UPDATE household SET audit_sequence = 5, audit_hash = ${fifth.hash} WHERE id = ${short.id}::uuid`,
    );
    await tamper(
      gone,
      (own) => sql`DELETE FROM audit_event WHERE ${own}`,
      () => sql`UPDATE household SET audit_sequence = 0, audit_hash = NULL WHERE id = ${gone.id}::uuid`,
    );
    expect([await found(short), await found(gone)]).toEqual([['truncated at 6'], ['truncated at 1']]);
  });
});

/** A keeper with a file of its own. */
function aFile(name: string) {
  const torn: number[] = [];
  const file = join(folder, `${name}.jsonl`);
  const own = new AnchorKeeper({
    engine: room.register.engine,
    file,
    key: readAnchorKey(join(folder, `${name}.pem`), true),
    onTorn: (bytes) => torn.push(bytes),
  });
  return { file, torn, own };
}

describe('the file of anchors', () => {
  it('holds what grew since the anchor before, and nothing where nothing grew', async () => {
    await aChain();
    const first = (await keeper.take(NOW))!;
    expect(await keeper.take(NOW)).toBeNull();
    const household = await aChain();
    const next = (await keeper.take(NOW))!;
    expect(next.number).toBe(first.number + 1);
    expect(next.heads).toEqual([[COUNTY, 'Household', household.id, 7, expect.stringMatching(/^[0-9a-f]{64}$/)]]);
    expect(keeper.read().fault).toBeNull();
  });

  it('tells a line that was changed, one that was taken out, and another key', async () => {
    const file = join(folder, 'anchors.jsonl');
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n');
    const faultOf = (changed: string) => {
      writeFileSync(file, changed);
      return keeper.read().fault;
    };
    expect(faultOf(text.replace(/"sequence":7|,7,"/, ',8,"'))).toMatchObject({ line: 1 });
    expect(faultOf(lines.slice(1).join('\n'))).toEqual({ line: 1, why: 'does not follow the line before' });
    expect(faultOf([lines[0], ...lines.slice(2)].join('\n'))).toEqual({
      line: 2,
      why: 'does not follow the line before',
    });
    await expect(keeper.take(NOW)).rejects.toThrow('line 2 does not follow the line before');
    writeFileSync(file, text);
    const other = new AnchorKeeper({
      engine: room.register.engine,
      file,
      key: generateKeyPairSync('ed25519').publicKey,
    });
    expect(other.read().fault).toEqual({ line: 1, why: 'is not signed by this key' });
    const held = new AnchorKeeper({
      engine: room.register.engine,
      file,
      key: generateKeyPairSync('ed25519').privateKey,
    });
    expect(held.read().anchors).toEqual([]);
  });

  it('takes a last line away that was cut off while it was written, says so, and goes on behind the one before', async () => {
    const { file, torn, own } = aFile('torn');
    await aChain();
    const first = (await own.take(NOW))!;
    const text = readFileSync(file, 'utf8');
    await aChain();
    await own.take(NOW);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, text.length + 40));
    const next = aFile('torn');
    expect(next.own.read()).toMatchObject({ fault: null, torn: true, anchors: [{ number: first.number }] });
    const again = (await next.own.take(NOW))!;
    expect([again.number, next.torn, torn]).toEqual([first.number + 1, [40], []]);
    expect(next.own.read()).toMatchObject({ fault: null, torn: false });
  });

  it('goes on behind a whole last line that lacks its end', async () => {
    const { file, own } = aFile('no-end');
    await aChain();
    await own.take(NOW);
    writeFileSync(file, readFileSync(file, 'utf8').trimEnd());
    await aChain();
    expect((await aFile('no-end').own.take(NOW))!.number).toBe(2);
    expect(own.read().anchors).toHaveLength(2);
  });

  it('reads on from what it has found good, and notices when that is cut off or changed', async () => {
    const { file, own } = aFile('grows');
    for (let n = 0; n < 3; n += 1) {
      await aChain();
      await own.take(NOW);
    }
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n');
    writeFileSync(file, `${lines[0]}\n`);
    await expect(own.take(NOW)).rejects.toThrow('lacks its last 2 anchors');
    writeFileSync(file, text.replace(lines[2]!, lines[2]!.replace('"number":3', '"number":4')));
    await expect(own.take(NOW)).rejects.toThrow('line 3 is not signed by this key');
    writeFileSync(file, text);
    await aChain();
    expect((await own.take(NOW))!.number).toBe(4);
  });

  it('is added to by one process at a time, and a lock whose process is gone is taken over', async () => {
    const { file, own } = aFile('shared');
    const other = aFile('shared').own;
    await Promise.all([aChain(), aChain()]);
    await Promise.all([own.take(NOW), other.take(NOW)]);
    await aChain();
    writeFileSync(`${file}.lock`, '999999');
    expect(await Promise.all([own.take(NOW), other.take(NOW)])).toContain(null);
    const { anchors, fault } = own.read();
    expect([anchors.map(({ number }) => number), fault]).toEqual([[1, 2], null]);
  });

  it('makes its key on the first use where it may, for its owner alone, and says how where it may not', () => {
    const path = join(folder, 'key.pem');
    expect(() => readAnchorKey(path, false)).toThrow(`openssl genpkey -algorithm ed25519 -out ${path}`);
    expect(readAnchorKey(path, true).equals(readAnchorKey(path, false))).toBe(true);
    writeFileSync(join(folder, 'no-key'), 'hunter2');
    expect(() => readAnchorKey(join(folder, 'no-key'), false)).toThrow('holds no key in PEM');
  });
});
