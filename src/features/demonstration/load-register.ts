import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import { transactionOn } from '../../platform/database/database.js';
import type { Connection, Engine } from '../../platform/database/engine.js';
import { ID_NUMBER_PURPOSE } from '../identity/index.js';
import { tallyLoaded } from '../tally/index.js';
import { type GenerationOrder, generateRegister, type RegisterChunk } from './generate-register.js';
import { reserveNumbers, takenDigests } from './register-state.repository.js';
import { analyzeRegister, insertRegister } from './register-tables.repository.js';
import { sealRows } from './seal-rows.js';

/** 写入演示数据 · Where a synthetic register goes, and what it is. */
export interface LoadOrder extends Omit<GenerationOrder, 'firstNumber' | 'isTaken'> {
  /** The database as its owner, migrated. */
  readonly engine: Engine;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  /** Looks at the rows of a chunk, or alters them, while they are in the open. */
  readonly beforeSealing?: (chunk: RegisterChunk) => void;
  readonly onProgress?: (households: number, of: number) => void;
}

/** 写入结果 · How much was written. */
export interface LoadedRegister {
  readonly households: number;
  readonly cases: number;
  readonly rows: number;
}

/**
 * 写入演示数据 · Generates a register and adds it to what is there, a transaction a chunk: an interrupted run leaves whole
 * households, and the next one goes on after their numbers. While the database writes a chunk, the next one is made.
 *
 * @article none — technical
 */
export async function loadRegister(order: LoadOrder): Promise<LoadedRegister> {
  const inTransaction = <T>(work: (connection: Connection) => Promise<T>): Promise<T> =>
    order.engine.transaction(['BEGIN'], true, work);
  const loader = await inTransaction((connection) => beginLoading(connection, order));
  let writing: Promise<void> = Promise.resolve();
  for (const chunk of loader.chunks) {
    await writing;
    writing = inTransaction((connection) => loader.add(connection, chunk));
    await Promise.race([writing, sent()]);
  }
  await writing;
  await inTransaction(analyzeRegister);
  return loader.loaded();
}

/** Long enough for the statements of a chunk to be on their way. */
function sent(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}

/** 逐批写入 · Chunks, and how each is sealed and written. */
export interface RegisterLoader {
  readonly chunks: Iterable<RegisterChunk>;
  add(connection: Connection, chunk: RegisterChunk): Promise<void>;
  loaded(): LoadedRegister;
}

/** 开始写入 · Takes the numbers of the households out of the register's sequence, and looks which identity numbers are taken. */
export async function beginLoading(connection: Connection, order: LoadOrder): Promise<RegisterLoader> {
  const { cipher, blindIndex, households: of, counties, beforeSealing, onProgress } = order;
  const firstNumber = await reserveNumbers(connection, 'household_number_seq', of);
  const taken = new Set<string>();
  for (const province of new Set(counties.map((county) => county.slice(0, 2))))
    for (const digest of await takenDigests(connection, province)) taken.add(digest);
  const isTaken = (number: string): boolean => taken.has(blindIndex.digest(ID_NUMBER_PURPOSE, number));
  let [households, cases, rows] = [0, 0, 0];
  return {
    chunks: generateRegister({ ...order, firstNumber, ...(taken.size === 0 ? {} : { isTaken }) }),
    async add(database, chunk) {
      const own = chunk.rows.monitoringCase.length;
      const firstCase = own === 0 ? 0 : await reserveNumbers(database, 'case_number_seq', own);
      beforeSealing?.(chunk);
      sealRows(chunk.rows, { cipher, blindIndex, firstCase });
      rows += await insertRegister(database, chunk.rows);
      await tallyLoaded(
        transactionOn(database),
        chunk.county,
        chunk.rows.household.map(({ id }) => id),
      );
      households += chunk.households;
      cases += own;
      onProgress?.(households, of);
    },
    loaded: () => ({ households, cases, rows }),
  };
}
