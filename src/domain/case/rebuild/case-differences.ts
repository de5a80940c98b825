import type { RebuiltCase } from './rebuilt-case.js';

/**
 * 档案与事件的差异 · Names of what a case's record says otherwise than its events; empty where the two agree.
 *
 * Ids of runs and steps are the register's own and are not told by events; order within a list counts for runs only. A deadline
 * that nobody could tell when it was set, since the holidays of its year were not announced, stays untold on what is done: that
 * the calendar tells it by now is no difference.
 *
 * @article 5.3
 */
export function caseDifferences(rebuilt: RebuiltCase, recorded: RebuiltCase): string[] {
  const [one, other] = [
    comparable(withUntoldProviders(withUntoldDays(rebuilt, recorded), recorded)),
    comparable(recorded),
  ];
  return Object.keys(one).filter((field) => one[field] !== other[field]);
}

/** The rebuilt case without the due days that its record could not tell. */
function withUntoldDays(rebuilt: RebuiltCase, recorded: RebuiltCase): RebuiltCase {
  const runs = rebuilt.runs.map((run, index) => {
    const known = recorded.runs[index];
    if (known === undefined) return run;
    const steps = run.steps.map((step, place) =>
      known.steps[place]?.dueOn === null ? { ...step, dueOn: null } : step,
    );
    return { ...run, steps, dueOn: known.dueOn === null ? null : run.dueOn };
  });
  return { ...rebuilt, runs };
}

/** The rebuilt case with the providers that its events, of before they told any, leave open. */
function withUntoldProviders(rebuilt: RebuiltCase, recorded: RebuiltCase): RebuiltCase {
  const known = new Map(recorded.measures.map(({ id, provider }) => [id, provider ?? null]));
  const measures = rebuilt.measures.map((measure) =>
    measure.provider === undefined ? { ...measure, provider: known.get(measure.id) ?? null } : measure,
  );
  return { ...rebuilt, measures };
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
      measures.map(({ id, instrument, status, timing, provider, delivered, firstDeliveredOn }) => [
        id,
        instrument,
        status,
        timing,
        provider ?? null,
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
