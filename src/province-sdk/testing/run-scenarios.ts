import type { z } from 'zod';
import { GATE_CODES } from '../../domain/elimination/gate.js';
import type { Judges } from '../../domain/judgement/judges.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { LoadedProvince } from '../../domain/province/province-config.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { resolveRules } from '../../domain/province/resolve-rules.js';
import { ASSESSMENT_RULE_IDS } from '../../domain/risk/finding.js';
import { writePath } from '../fault.js';
import { didYouMean } from '../nearest.js';
import { show, valueAt } from '../shape-faults.js';
import { compareAnswer, type Mismatch } from './compare-answer.js';
import { answerScenario } from './scenario-answer.js';
import { SCENARIO_FILE_SHAPE, SCENARIO_SHAPE, type Scenario } from './scenario-shape.js';

/** 情形结果 · A scenario and every mismatch; none where it holds. @article none — technical */
export interface ScenarioResult {
  readonly name: string;
  readonly mismatches: readonly Mismatch[];
}

/** 运行条件 · The configuration whose rules are asked, and the holidays that working days are counted with. */
export interface ScenarioContext {
  readonly province: LoadedProvince;
  readonly holidays: HolidayCalendar;
  /** Who runs the functions of the province's own; left out, what depends on one is not assessable. */
  readonly judges?: Judges;
}

/**
 * 运行情形 · Runs a file of scenarios against a province's rules; every one, and every mismatch of each.
 *
 * @param file  what YAML or JSON was parsed into; nothing is taken for granted of it
 * @throws never; what is no scenario is a mismatch at its path
 * @article 5.1
 * @example (await runScenarios(parse(text), { province, holidays })).filter(({ mismatches }) => mismatches.length > 0)
 */
export async function runScenarios(file: unknown, context: ScenarioContext): Promise<ScenarioResult[]> {
  const read = SCENARIO_FILE_SHAPE.safeParse(file);
  if (!read.success) return [{ name: '(file)', mismatches: misshapen(file, read.error.issues) }];
  return Promise.all(read.data.scenarios.map((written, index) => runOne(written, index, context)));
}

async function runOne(written: unknown, index: number, context: ScenarioContext): Promise<ScenarioResult> {
  const read = SCENARIO_SHAPE.safeParse(written);
  if (!read.success) return { name: nameOf(written, index), mismatches: misshapen(written, read.error.issues) };
  const scenario = read.data;
  const rules = resolveRules(context.province, scenario.on, scenario.county ?? null);
  const unknown = unknownNames(scenario, rules);
  if (unknown.length > 0) return { name: scenario.name, mismatches: unknown };
  const answer = await answerScenario(scenario, rules, context);
  return { name: scenario.name, mismatches: compareAnswer(scenario.expect, answer) };
}

/** Risk types, instruments, findings and gates of the scenario that the rules of the day do not know. */
function unknownNames({ elimination, expect }: Scenario, rules: ProvinceRules): Mismatch[] {
  const own = (rules.judgements ?? []).map((one) => one.code);
  const known = {
    risks: rules.riskTypes.map(({ code }) => code),
    delivered: rules.instruments.map(({ code }) => code),
  };
  const answers = {
    findings: [...ASSESSMENT_RULE_IDS, ...own],
    noFindings: [...ASSESSMENT_RULE_IDS, ...own],
    notAssessable: [...ASSESSMENT_RULE_IDS, ...own],
    gates: [...GATE_CODES, ...own],
  };
  const expected = (['findings', 'noFindings', 'notAssessable', 'gates'] as const).flatMap((field) => {
    const wanted = expect[field] ?? [];
    const names = Array.isArray(wanted) ? wanted.map((name, at) => [name, at] as const) : namesOf(wanted);
    return names.flatMap(([name, at]): Mismatch[] =>
      answers[field].includes(name)
        ? []
        : [
            {
              path: writePath(['expect', field, at]),
              expected: didYouMean(name, answers[field]) ?? `one of ${answers[field].join(', ')}`,
              found: show(name),
            },
          ],
    );
  });
  const named = (['risks', 'delivered'] as const).flatMap((field) =>
    (elimination?.[field] ?? []).flatMap((code, index): Mismatch[] =>
      known[field].includes(code)
        ? []
        : [
            {
              path: writePath(['elimination', field, index]),
              expected: didYouMean(code, known[field]) ?? `a code of the province on the day`,
              found: show(code),
            },
          ],
    ),
  );
  return [...expected, ...named];
}

function namesOf(gates: Readonly<Record<string, unknown>>): (readonly [string, string])[] {
  return Object.keys(gates).map((name) => [name, name]);
}

function misshapen(written: unknown, issues: readonly z.core.$ZodIssue[]): Mismatch[] {
  return issues.map((issue) => ({
    path: writePath(issue.path),
    expected: issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.message,
    found: show(valueAt(written, issue.path)),
  }));
}

function nameOf(written: unknown, index: number): string {
  const name = (written as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : `scenarios[${index}]`;
}
