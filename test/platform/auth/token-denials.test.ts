import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDenial, listDenials, type TokenDenial } from '../../../src/platform/auth/token-denial.repository.js';
import { createTokenDenials, denialOf } from '../../../src/platform/auth/token-denials.js';
import type { Database } from '../../../src/platform/database/database.js';
import { asOwner } from '../../features/audit/as-owner.js';
import { openRegister, type RegisterDatabase } from '../../features/household/register-database.js';

const AT = new Date('2026-03-02T08:00:00.000Z');
const later = (ms: number): Date => new Date(AT.getTime() + ms);
const token = (subject: string, tokenId: string | null, issued: Date) => ({
  subject,
  tokenId,
  issuedAt: Math.floor(issued.getTime() / 1000),
});
const order = { name: 'operator', reason: 'left the office', at: AT };

describe('threat 17 · a token whose holder was revoked or lowered', () => {
  let register: RegisterDatabase;
  let now = AT;
  let elapsed = 0;
  const warnings: unknown[] = [];
  const listOf = (database: Database = register.database) =>
    createTokenDenials(
      database,
      { warn: (line: unknown) => void warnings.push(line) } as never,
      () => now,
      () => elapsed,
    );
  const deny = (denial: TokenDenial) => asOwner(register.database, (tx) => addDenial(tx, denial));

  beforeAll(async () => {
    register = await openRegister();
  });
  afterAll(() => register?.close());
  beforeEach(() => {
    now = AT;
    elapsed = 0;
    warnings.length = 0;
  });

  it('is refused by its jti, and another token of the same person is not', async () => {
    await deny(denialOf({ jti: 'j-1' }, order));
    const list = listOf();
    expect(await list.isDenied(token('li', 'j-1', AT))).toBe(true);
    expect(await list.isDenied(token('li', 'j-2', AT))).toBe(false);
    expect(await list.isDenied(token('li', null, AT))).toBe(false);
  });

  it('is refused where it was issued a second before, and not where it was issued at that second', async () => {
    await deny(denialOf({ subject: 'wang', before: AT }, order));
    const list = listOf();
    expect(await list.isDenied(token('wang', null, later(-1000)))).toBe(true);
    expect(await list.isDenied(token('wang', null, AT))).toBe(false);
    expect(await list.isDenied(token('wang2', null, later(-1000)))).toBe(false);
    await deny(denialOf({ subject: 'wang', before: later(-60_000) }, { ...order, at: later(5_000) }));
    expect(await listOf().isDenied(token('wang', null, later(-1000))), 'the latest instant counts').toBe(true);
  });

  it('ends within 60 seconds on an instance that has read the list just before', async () => {
    const list = listOf();
    const one = token('zhao', 'j-zhao', AT);
    expect(await list.isDenied(one)).toBe(false);
    await deny(denialOf({ jti: 'j-zhao' }, order));
    elapsed = 59_999;
    expect(await list.isDenied(one)).toBe(true);
  });

  it('ends sooner where requests keep the list fresh, and they do not wait for it', async () => {
    const list = listOf();
    const one = token('qian', 'j-qian', AT);
    expect(await list.isDenied(one)).toBe(false);
    await deny(denialOf({ jti: 'j-qian' }, order));
    elapsed = 15_000;
    expect(await list.isDenied(one), 'answered by the list at hand').toBe(false);
    await expect.poll(() => list.isDenied(one), { timeout: 5_000 }).toBe(true);
  });

  it('reads the list once for many requests at once', async () => {
    const list = listOf();
    register.statements();
    await Promise.all(Array.from({ length: 50 }, (_, at) => list.isDenied(token(`one-${at}`, null, AT))));
    expect(register.statements()).toHaveLength(1);
  });

  it('lets nobody in on the word of a list that is older than a minute and cannot be read', async () => {
    let down = false;
    const database = Object.create(register.database, {
      read: {
        value: (...args: Parameters<Database['read']>) =>
          down ? Promise.reject(new Error('away')) : register.database.read(...args),
      },
    }) as Database;
    const list = listOf(database);
    expect(await list.isDenied(token('sun', null, AT))).toBe(false);
    down = true;
    elapsed = 44_999;
    expect(await list.isDenied(token('sun', null, AT))).toBe(false);
    elapsed = 60_000;
    await expect(list.isDenied(token('sun', null, AT))).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    down = false;
    expect(await list.isDenied(token('sun', null, AT))).toBe(false);
    expect(warnings).not.toEqual([]);
  });

  it('is remembered until the longest token that it concerns has ended, and not looked at after that', async () => {
    const day = 86_400_000;
    await deny(denialOf({ jti: 'j-old' }, order));
    const values = async () =>
      (await register.database.read(NOBODY, (tx) => listDenials(tx, now))).map(({ value }) => value);
    now = later(day);
    expect(await values()).toContain('j-old');
    now = later(day + 60_000);
    expect(await values()).not.toContain('j-old');
    expect(denialOf({ subject: 'x', before: later(day) }, order).mattersUntil).toEqual(later(2 * day + 60_000));
  });

  it('cannot be put on or taken off the list by the role that serves', async () => {
    for (const statement of [
      `INSERT INTO token_denial VALUES ('jti', 'x', now(), now(), now(), 'x', 'x')`,
      `UPDATE token_denial SET matters_until = denied_at`,
      'DELETE FROM token_denial',
    ])
      await expect(
        register.database.write(NOBODY, (tx) => tx.text(statement, [])),
        statement,
      ).rejects.toThrow(/permission denied/);
  });
});

const NOBODY = { prefixes: [], householdId: null } as const;
