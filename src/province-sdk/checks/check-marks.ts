import {
  type Freedom,
  MARKED_FIELDS,
  type MarkedField,
  type ProvinceConfig,
} from '../../domain/province/province-config.js';
import { ruleDay } from '../../domain/province/rule-day.js';
import { ruleInForce } from '../../domain/province/rule-entry.js';
import type { ProvinceModule } from '../define-province.js';
import { type Fault, writePath } from '../fault.js';
import { soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';

/** 约束标注 · How the baseline marks a parameter; `range` where it does not. @article 5.1 */
export function freedomOf(baseline: ProvinceConfig, field: MarkedField): Freedom {
  return baseline.marks?.[field] ?? 'range';
}

/**
 * 约束检查 · Nothing that the baseline fixes is set, and what it gives a range stays within it: the groups of 2.1 are added to
 * and not dropped, a national risk type keeps its group, a national instrument its family.
 *
 * @article 5.1
 */
export function checkMarks(context: CheckContext): readonly Fault[] {
  // The baseline is held against itself, and it may set what it fixes.
  if (context.module.code === context.baseline.code) return [];
  return [
    ...MARKED_FIELDS.filter((field) => freedomOf(context.baseline, field) === 'fixed').flatMap((field) =>
      fixed(context.module, field),
    ),
    ...groupsDropped(context),
    ...redefined(context, 'riskTypes', 'group'),
    ...redefined(context, 'instruments', 'family'),
  ];
}

function fixed(module: ProvinceModule, field: MarkedField): Fault[] {
  return soundParts(module, field).map(({ index, part }) => ({
    code: 'field-fixed',
    module: module.code,
    path: writePath([field, index]),
    day: part.from,
    found: `an entry of ${field}`,
    expected: 'none: the nation fixes it',
    article: '5.1',
    suggestion: 'leave it out',
  }));
}

function groupsDropped({ module, baseline }: CheckContext): Fault[] {
  if (freedomOf(baseline, 'specialGroupPriority') !== 'range') return [];
  return soundParts(module, 'specialGroupPriority').flatMap(({ index, part }) => {
    const national = ruleInForce(baseline.specialGroupPriority, ruleDay(baseline, part.from), null)?.value ?? [];
    return national
      .filter((group) => !part.value.includes(group))
      .map((group) => ({
        code: 'group-dropped',
        module: module.code,
        path: writePath(['specialGroupPriority', index, 'value']),
        day: part.from,
        found: `no ${group}`,
        expected: 'every group that 2.1 names, and what the province adds',
        article: '2.1',
        suggestion: `add "${group}"`,
      }));
  });
}

function redefined(
  { module, baseline }: CheckContext,
  field: 'riskTypes' | 'instruments',
  kept: 'group' | 'family',
): Fault[] {
  if (freedomOf(baseline, field) !== 'range') return [];
  const keptOf = (part: object): string => String((part as Record<string, unknown>)[kept]);
  return soundParts(module, field).flatMap(({ index, part }) => {
    const national = baseline[field].find(({ code }) => code === part.code);
    if (national === undefined || keptOf(national) === keptOf(part)) return [];
    return [
      {
        code: 'national-redefined',
        module: module.code,
        path: writePath([field, index, kept]),
        day: part.from,
        found: keptOf(part),
        expected: `${keptOf(national)}, as the baseline's "${part.code}"`,
        article: '4.2',
        suggestion: 'give what is new a code of its own',
      },
    ];
  });
}
