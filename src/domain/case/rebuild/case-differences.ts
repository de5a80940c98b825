import type { RebuiltCase } from './rebuilt-case.js';

/**
 * 档案与事件的差异 · Names of what a case's record says otherwise than its events; empty where the two agree.
 *
 * Ids of runs and steps are the register's own and are not told by events; order within a list counts for runs only.
 *
 * @article 5.3
 */
export function caseDifferences(rebuilt: RebuiltCase, recorded: RebuiltCase): string[] {
  const [one, other] = [comparable(rebuilt), comparable(recorded)];
  return Object.keys(one).filter((field) => one[field] !== other[field]);
}

function comparable({ runs, risks, measures, persons, ...fields }: RebuiltCase): Readonly<Record<string, string>> {
  const plain = Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)]);
  return {
    ...Object.fromEntries(plain),
    runs: JSON.stringify(runs.map(comparableRun)),
    risks: inAnyOrder(
      risks.map(({ riskType, primary, identifiedOn, resolvedOn }) => [riskType, primary, identifiedOn, resolvedOn]),
    ),
    measures: inAnyOrder(
      measures.map(({ id, instrument, status, delivered, firstDeliveredOn }) => [
        id,
        instrument,
        status,
        delivered,
        firstDeliveredOn,
      ]),
    ),
    persons: inAnyOrder(persons.map(({ id, organization, from, to }) => [id, organization, from, to])),
  };
}

function comparableRun({
  kind,
  startedOn,
  endedOn,
  outcome,
  dueOn,
  configVersion,
  steps,
}: RebuiltCase['runs'][number]): unknown {
  const told = steps.map((step) => {
    const notice = step.notice === null ? null : [step.notice.opensOn, step.notice.closesOn];
    return [step.code, step.attempt, step.status, step.startedOn, step.dueOn, step.completedOn, step.outcome, notice];
  });
  return [kind, startedOn, endedOn, outcome, dueOn, configVersion, told];
}

function inAnyOrder(rows: readonly unknown[][]): string {
  return JSON.stringify(rows.map((row) => JSON.stringify(row)).sort());
}
