import { type Fen, formatYuan } from '../../domain/kernel/money.js';
import { canonicalJson } from '../canonical-json.js';
import { writePath } from '../fault.js';
import { show } from '../shape-faults.js';
import type { ScenarioAnswer } from './scenario-answer.js';
import type { ExpectedAnswer } from './scenario-shape.js';

/** 不符之处 · Where a scenario's answer is not what was expected. @article none — technical */
export interface Mismatch {
  /** Path in the scenario, e.g. `expect.band`. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * 比对答案 · Everything in which an answer is not what was expected; only what the scenario says is compared.
 *
 * @article none — technical
 */
export function compareAnswer(expected: ExpectedAnswer, answer: ScenarioAnswer): Mismatch[] {
  const { assessment, rules } = answer;
  const mismatches: Mismatch[] = [];
  const hold = (path: readonly PropertyKey[], wanted: unknown, found: unknown): void => {
    if (wanted === undefined || (found !== undefined && canonicalJson(wanted) === canonicalJson(found))) return;
    mismatches.push({ path: writePath(['expect', ...path]), expected: show(wanted), found: show(found) });
  };
  const holdEach = <T>(
    field: keyof ExpectedAnswer,
    wanted: Readonly<Record<string, T>> | undefined,
    of: (name: string) => unknown,
  ): void => {
    for (const [name, value] of Object.entries(wanted ?? {})) hold([field, name], value, of(name));
  };
  const holdList = (
    field: keyof ExpectedAnswer,
    wanted: readonly string[] | undefined,
    found: readonly string[],
    has: boolean,
  ): void => {
    for (const [index, one] of (wanted ?? []).entries())
      if (found.includes(one) !== has)
        mismatches.push({
          path: writePath(['expect', field, index]),
          expected: has ? `"${one}" among them` : `no "${one}"`,
          found: found.length === 0 ? 'none' : found.join(', '),
        });
  };
  const yuan = (amount: Fen | null | undefined): string | null | undefined =>
    amount === null || amount === undefined ? amount : formatYuan(amount);

  hold(['line'], yuan(expected.line), yuan(rules.line?.perCapitaIncome ?? null));
  hold(['lineOutdated'], expected.lineOutdated, rules.line?.outdated ?? null);
  hold(['withinRange'], expected.withinRange, assessment.withinRange);
  hold(['band'], expected.band, assessment.band?.code ?? null);
  hold(['category'], expected.category, assessment.suggestedCategory);
  const rulesOf = (isMissing: boolean): string[] =>
    assessment.findings.filter(({ missing }) => missing.length > 0 === isMissing).map(({ rule }) => rule);
  const found = rulesOf(false);
  holdList('findings', expected.findings, found, true);
  holdList('noFindings', expected.noFindings, found, false);
  holdList('notAssessable', expected.notAssessable, rulesOf(true), true);
  const offers = assessment.suggestedInstruments.map(({ instrument }) => instrument);
  holdList('instruments', expected.instruments, offers, true);
  holdList('noInstruments', expected.noInstruments, offers, false);
  holdEach('gates', expected.gates, (name) => answer.gates[name]);
  holdEach('deadlines', expected.deadlines, answer.deadlineOf);
  holdEach('deadlineStops', expected.deadlineStops, answer.stopsOf);
  holdEach('after', expected.after, (name) => answer.stepOf(name)?.after);
  holdEach('noticeDays', expected.noticeDays, answer.noticeDaysOf);
  hold(['window'], expected.window, answer.window('atIdentification'));
  hold(['windowWhileMonitored'], expected.windowWhileMonitored, answer.window('whileMonitored'));
  holdList('alertKinds', expected.alertKinds, rules.alertKinds?.value.map(({ code }) => code) ?? [], true);
  hold(['overdueGrade'], expected.overdueGrade, rules.overdueWarning?.value.grade ?? null);
  return mismatches;
}
