import type { LocalizedText } from '../domain/province/localized-text.js';
import type { ProvinceConfig } from '../domain/province/province-config.js';
import { checkAlertKinds } from './checks/check-alert-kinds.js';
import { checkBands } from './checks/check-bands.js';
import type { ModuleCheck } from './checks/check-context.js';
import { checkCounties } from './checks/check-counties.js';
import { checkDates } from './checks/check-dates.js';
import { checkDeadlineStops } from './checks/check-deadline-stops.js';
import { checkFloor } from './checks/check-floor.js';
import { checkForms } from './checks/check-forms.js';
import { checkHazardRules } from './checks/check-hazard-rules.js';
import { checkInstruments } from './checks/check-instruments.js';
import { checkJudgements } from './checks/check-judgements.js';
import { checkLimits } from './checks/check-limits.js';
import { checkLines } from './checks/check-lines.js';
import { checkMarks } from './checks/check-marks.js';
import { checkProcedures } from './checks/check-procedures.js';
import { checkQuality } from './checks/check-quality.js';
import { checkQuota } from './checks/check-quota.js';
import { checkReferences } from './checks/check-references.js';
import { checkReplacements } from './checks/check-replacements.js';
import { checkSdk } from './checks/check-sdk.js';
import { checkSources } from './checks/check-sources.js';
import type { ProvinceModule } from './define-province.js';
import type { Fault } from './fault.js';
import { inherit } from './inherit.js';
import { BASELINE_SHAPE, PROVINCE_SHAPE } from './shape.js';
import { shapeFaults, show } from './shape-faults.js';
import { soundModule } from './sound-parts.js';

/** The checks in the order in which their faults are read: when and where, then how much, then how, then what for. */
const CHECKS: readonly ModuleCheck[] = [
  checkSdk,
  checkDates,
  checkReplacements,
  checkCounties,
  checkFloor,
  checkLines,
  checkBands,
  checkMarks,
  checkLimits,
  checkProcedures,
  checkDeadlineStops,
  checkForms,
  checkReferences,
  checkAlertKinds,
  checkHazardRules,
  checkInstruments,
  checkQuality,
  checkJudgements,
  checkQuota,
  checkSources,
];

/**
 * 校验省级模块 · Everything that is wrong with a province's module, at once; empty where it may be loaded.
 *
 * Entries of a wrong form are named and left out; the others are still held against the national floor (R01), the national
 * procedures and limits (R08), the dates, counties, bands, references and sources.
 *
 * @param module  what `defineProvince` gave, or whatever an outside module exports
 * @param baseline  the national baseline, itself without fault
 * @throws never; what is no module is a fault
 * @article 5.1
 * @example validateProvince(hunan, national) // []
 */
export function validateProvince(module: unknown, baseline: ProvinceConfig): Fault[] {
  const shape = PROVINCE_SHAPE.safeParse(module);
  const code = codeOf(module);
  const faults = shape.success ? [] : shapeFaults(module, shape.error.issues, code, PROVINCE_SHAPE);
  return isRecord(module) ? [...faults, ...checkParts(module, code, baseline)] : faults;
}

/**
 * 校验国家基线 · Everything that is wrong with the national baseline, at once; it is held against itself.
 *
 * @article 5.1
 */
export function validateBaseline(baseline: ProvinceConfig): Fault[] {
  const shape = BASELINE_SHAPE.safeParse(baseline);
  if (!shape.success) return shapeFaults(baseline, shape.error.issues, codeOf(baseline), BASELINE_SHAPE);
  const { firstDay, openToProvinces, marks, nationalFloor, ...module } = baseline;
  return checkParts(module, baseline.code, baseline);
}

function checkParts(written: object, code: string, baseline: ProvinceConfig): Fault[] {
  const named = { ...written, code, name: nameOf(written, code) } as ProvinceModule;
  const whole = inherit(baseline, soundModule(named));
  return CHECKS.flatMap((check) => check({ module: named, baseline, whole }));
}

/** The code where the name is none. */
function nameOf(written: { readonly name?: unknown }, code: string): LocalizedText {
  const { name } = written;
  if (isRecord(name) && typeof name.zh === 'string' && typeof name.en === 'string') return { zh: name.zh, en: name.en };
  return { zh: code, en: code };
}

function codeOf(module: unknown): string {
  if (isRecord(module) && typeof module.code === 'string') return module.code;
  return `(no code: ${show(isRecord(module) ? module.code : module)})`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
