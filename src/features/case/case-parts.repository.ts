import type { SQL } from 'drizzle-orm';
import type { MeasureDecided } from '../../domain/case/after-run.js';
import type { Transaction } from '../../platform/database/database.js';
import type { CasePlace } from './case-facts.js';
import type { MeasurePort } from './measure-port.js';
import { insertSteps, type RunChange, runWrites } from './procedure.repository.js';
import { insertRisks, type NewRisk, type ResolvedRisk, resolutionOf } from './risk.repository.js';

/** 从属的变化 · What a decision makes of the rows that hang on a case. */
export interface PartsChange {
  readonly run?: Omit<RunChange, 'place'> | null;
  readonly newRisks?: readonly NewRisk[];
  readonly resolvedRisks?: readonly ResolvedRisk[];
  readonly measures?: readonly MeasureDecided[];
}

/** 从属的写入 · Updates that are sent with those of the cases, and what is written after them. */
export interface PartsWrites {
  readonly updates: readonly SQL[];
  /** Sends new rows: a step is done anew only once its earlier attempt is no longer under way. */
  insert(tx: Transaction): Promise<unknown>;
}

/** 从属的写入 · What decisions made of the rows below cases of one county: one statement a kind of row, however many cases. */
export function partsWrites(
  county: string,
  changes: readonly (PartsChange & { readonly place: CasePlace })[],
  measures: MeasurePort,
): PartsWrites {
  const runs = runWrites(
    county,
    changes.flatMap(({ run, place }) => (run ? [{ ...run, place }] : [])),
  );
  const newRisks = changes.flatMap(({ newRisks = [], place }) => newRisks.map((risk) => ({ ...place, ...risk })));
  const resolved = changes.flatMap(({ resolvedRisks = [] }) => resolvedRisks);
  const statuses = changes.flatMap((change) => change.measures ?? []);
  return {
    updates: [...runs.updates, ...resolutionOf(county, resolved)],
    insert: (tx) =>
      Promise.all([
        insertSteps(tx, runs.added),
        insertRisks(tx, newRisks),
        statuses.length > 0 ? measures.setStatuses(tx, county, statuses) : undefined,
      ]),
  };
}
