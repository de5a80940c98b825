import type { Connection } from '../../platform/database/engine.js';

/** Sequences that give out numbers of the register. */
export type NumberSequence = 'household_number_seq' | 'case_number_seq';

/** 是否为空 · Whether the register has no household yet. */
export async function isRegisterEmpty(connection: Connection): Promise<boolean> {
  const rows = (await connection.query('SELECT NOT EXISTS (SELECT 1 FROM household) AS empty', [], 'object')) as {
    empty: boolean;
  }[];
  return rows[0]?.empty === true;
}

/** 独占填充 · Waits for whoever else fills the register, until the transaction ends. */
export async function lockFilling(connection: Connection): Promise<void> {
  await connection.query('SELECT pg_advisory_xact_lock(7202115)', [], 'array');
}

/**
 * 预留号段 · Takes numbers out of a sequence and moves it beyond them, so that the product goes on after them.
 *
 * @param howMany  at least 1
 * @returns the first of them; the others follow it
 */
export async function reserveNumbers(
  connection: Connection,
  sequence: NumberSequence,
  howMany: number,
): Promise<number> {
  const text = 'SELECT setval($1::regclass, nextval($1::regclass) + $2::bigint - 1) AS last';
  const rows = (await connection.query(text, [sequence, howMany], 'object')) as { last: number }[];
  return Number(rows[0]?.last) - howMany + 1;
}

/** 已登记身份摘要 · Digests of the identity numbers of a province's register, for a register that is added to. */
export async function takenDigests(connection: Connection, provincePrefix: string): Promise<string[]> {
  const text = 'SELECT id_digest FROM national_id WHERE county_code LIKE $1';
  const rows = (await connection.query(text, [`${provincePrefix}%`], 'array')) as [string][];
  return rows.map(([digest]) => digest);
}
