import { coerceInputValue, type GraphQLSchema, isInputType } from 'graphql';
import type { RecordSource } from '../../domain/household/record-source.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { HouseholdEntry } from '../registration/index.js';
import type { RowReader } from './import-plan.js';

const MOST_REASONS = 10;
const LONGEST_MESSAGE = 200;
/** The message of a scalar may repeat what it could not read. */
const PERSONAL: ReadonlySet<string | number | undefined> = new Set(['name', 'idNumber', 'phone', 'address', 'note']);

/**
 * 逐行读取 · Reads rows by the schema's own `RegisterHouseholdInput`: the same scalars, enums and defaults, one row at a time.
 *
 * @throws Error when the schema has no such input
 */
export function rowReader(schema: GraphQLSchema): RowReader {
  const type = schema.getType('RegisterHouseholdInput');
  if (!isInputType(type)) throw new Error('the schema has no RegisterHouseholdInput');
  return (row) => {
    const refusals: Refusal[] = [];
    const noteFault: Parameters<typeof coerceInputValue>[2] = (path, _, error) => {
      const message = PERSONAL.has(path.at(-1)) ? 'a text is wanted here' : error.message.slice(0, LONGEST_MESSAGE);
      if (refusals.length < MOST_REASONS) refusals.push(refuse('BAD_VALUE', message, path.map(String)));
    };
    const entry = coerceInputValue(row, type, noteFault, true);
    return refusals.length > 0 ? { refusals } : { entry: asSaid(entry as HouseholdEntry, row) };
  };
}

/** Of a household that is registered already what is not said stays; a default would overwrite it, and nobody knows how another register came by a record. */
function asSaid(entry: HouseholdEntry, row: unknown): HouseholdEntry {
  const { resettled, incomes, guarantees } = row as Readonly<Record<string, unknown>>;
  const windows = Array.isArray(incomes) ? incomes : [incomes];
  return {
    ...sourceSaid(entry, row),
    resettled: resettled === undefined ? null : (entry.resettled ?? null),
    incomes: entry.incomes?.map((income, at) => sourceSaid(income, windows[at])) ?? null,
    guarantees: entry.guarantees ? sourceSaid(entry.guarantees, guarantees) : null,
  };
}

function sourceSaid<T extends { readonly source?: RecordSource | null }>(entry: T, said: unknown): T {
  return Object.hasOwn(said as object, 'source') ? entry : { ...entry, source: null };
}
