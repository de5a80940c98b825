import type { MeasureStatus } from '../../domain/support/support-measure.js';
import type { Transaction } from '../../platform/database/database.js';
import type { CasePlace } from './case-facts.js';
import type { MeasurePort } from './measure-port.js';
import { type RunChange, saveRuns } from './procedure.repository.js';
import { insertRisks, type NewRisk, resolveRisks, type ResolvedRisk } from './risk.repository.js';

/** 从属的变化 · What a decision makes of the rows that hang on a case. */
export interface PartsChange {
  readonly run?: Omit<RunChange, 'place'> | null;
  readonly newRisks?: readonly NewRisk[];
  readonly resolvedRisks?: readonly ResolvedRisk[];
  readonly measures?: readonly { readonly id: string; readonly status: MeasureStatus }[];
}

/** 写入从属 · Writes what decisions made of the rows below cases of one county: one statement a kind of row, however many cases. */
export async function saveParts(
  tx: Transaction,
  county: string,
  changes: readonly (PartsChange & { readonly place: CasePlace })[],
  measures: MeasurePort,
): Promise<void> {
  const runs = changes.flatMap(({ run, place }) => (run ? [{ ...run, place }] : []));
  const newRisks = changes.flatMap(({ newRisks = [], place }) => newRisks.map((risk) => ({ ...place, ...risk })));
  const resolved = changes.flatMap(({ resolvedRisks = [] }) => resolvedRisks);
  const statuses = changes.flatMap((change) => change.measures ?? []);
  await Promise.all([
    saveRuns(tx, runs),
    insertRisks(tx, newRisks),
    resolveRisks(tx, county, resolved),
    statuses.length > 0 ? measures.setStatuses(tx, county, statuses) : undefined,
  ]);
}
