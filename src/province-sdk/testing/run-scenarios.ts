import type { z } from 'zod';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { LoadedProvince } from '../../domain/province/province-config.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { resolveRules } from '../../domain/province/resolve-rules.js';
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
}

/**
 * 运行情形 · Runs a file of scenarios against a province's rules; every one, and every mismatch of each.
 *
 * @param file  what YAML or JSON was parsed into; nothing is taken for granted of it
 * @throws never; what is no scenario is a mismatch at its path
 * @article 5.1
 * @example runScenarios(parse(text), { province, holidays }).filter(({ mismatches }) => mismatches.length > 0)
 */
export function runScenarios(file: unknown, context: ScenarioContext): ScenarioResult[] {
  const read = SCENARIO_FILE_SHAPE.safeParse(file);
  if (!read.success) return [{ name: '(file)', mismatches: misshapen(file, read.error.issues) }];
  return read.data.scenarios.map((written, index) => runOne(written, index, context));
}

function runOne(written: unknown, index: number, { province, holidays }: ScenarioContext): ScenarioResult {
  const read = SCENARIO_SHAPE.safeParse(written);
  if (!read.success) return { name: nameOf(written, index), mismatches: misshapen(written, read.error.issues) };
  const scenario = read.data;
  const rules = resolveRules(province, scenario.on, scenario.county ?? null);
  const unknown = unknownNames(scenario, rules);
  if (unknown.length > 0) return { name: scenario.name, mismatches: unknown };
  return { name: scenario.name, mismatches: compareAnswer(scenario.expect, answerScenario(scenario, rules, holidays)) };
}

/** Risk types and instruments of the case that the rules of the day do not know. */
function unknownNames({ elimination }: Scenario, rules: ProvinceRules): Mismatch[] {
  const known = {
    risks: rules.riskTypes.map(({ code }) => code),
    delivered: rules.instruments.map(({ code }) => code),
  };
  return (['risks', 'delivered'] as const).flatMap((field) =>
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
