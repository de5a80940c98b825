import { addDays, type CalendarDate } from '../domain/kernel/calendar-date.js';
import { isOutdated } from '../domain/kernel/dated.js';
import type { HolidayCalendar } from '../domain/kernel/working-days.js';
import { dueDate } from '../domain/procedure/due-date.js';
import type { ProcedureDefinition } from '../domain/procedure/procedure-definition.js';
import { type RuleEntry, ruleInForce } from '../domain/province/rule-entry.js';
import type { TimeLimit } from '../domain/province/time-limit.js';
import { placeKey } from './checks/check-replacements.js';
import type { ProvinceModule } from './define-province.js';
import { type Fault, writePath } from './fault.js';
import { ENTRY_FIELDS, type EntryField, soundParts } from './sound-parts.js';

/** 提醒情形 · The day that a module is loaded on, and the holidays that are known by then. */
export interface WarnContext {
  readonly on: CalendarDate;
  readonly holidays: HolidayCalendar;
}

/**
 * 模块提醒 · What is worth knowing of a module that may be loaded all the same: a parameter older than what its source vouches
 * for (R01), days between two entries that no source vouches for, and a limit in working days that runs past the holiday
 * calendar.
 *
 * Codes: `parameter-outdated` · `days-not-vouched` · `holidays-not-covered`.
 *
 * @param module  as written; parts of a wrong form are left to `validateProvince`
 * @returns in the form of faults, so that both are told alike
 * @article 2.2
 */
export function warnProvince(module: ProvinceModule, { on, holidays }: WarnContext): Fault[] {
  return ENTRY_FIELDS.flatMap((field) => {
    const parts = soundParts(module, field);
    return parts.flatMap(({ index, part }) => {
      const later = parts
        .filter((other) => placeKey(field, other.part) === placeKey(field, part) && other.part.from > part.from)
        .map((other) => other.part.from)
        .sort()[0];
      const serves = part.from <= on && (later === undefined || on < later) && !isReplaced(parts, part, field, on);
      const at = { module: module.code, day: part.from };
      return [
        ...(later === undefined ? [] : notVouched(at, [field, index, 'vouchedTo'], part, later)),
        ...(serves ? outdated(at, [field, index, 'vouchedTo'], part, on) : []),
        ...(serves ? uncovered(at, [field, index, 'value'], part.value, on, holidays) : []),
      ];
    });
  });
}

type Part = RuleEntry<unknown>;
type Place = Pick<Fault, 'module' | 'day'>;

/** A county's entry that a newer provincial one took over. */
function isReplaced(
  parts: readonly { readonly part: Part }[],
  part: Part,
  field: EntryField,
  on: CalendarDate,
): boolean {
  const kindOf = (entry: Part): string => placeKey(field, { ...entry, county: null } as Parameters<typeof placeKey>[1]);
  const same = parts.map((other) => other.part).filter((other) => kindOf(other) === kindOf(part));
  return ruleInForce(same, on, part.county) !== part;
}

function notVouched(at: Place, path: readonly PropertyKey[], part: Part, later: CalendarDate): Fault[] {
  if (part.vouchedTo === null || addDays(part.vouchedTo, 1) >= later) return [];
  return [
    {
      ...at,
      code: 'days-not-vouched',
      path: writePath(path),
      found: `no source from ${addDays(part.vouchedTo, 1)} to ${addDays(later, -1)}`,
      expected: 'the entry stays in force on those days, marked outdated',
      article: '2.2',
      suggestion: null,
    },
  ];
}

function outdated(at: Place, path: readonly PropertyKey[], part: Part, on: CalendarDate): Fault[] {
  if (!isOutdated({ ...part }, on)) return [];
  return [
    {
      ...at,
      code: 'parameter-outdated',
      path: writePath(path),
      found: `vouched for to ${part.vouchedTo}, in force on ${on}`,
      expected: 'a newer entry, once a document sets one',
      article: '2.2',
      suggestion: null,
    },
  ];
}

function uncovered(
  at: Place,
  path: readonly PropertyKey[],
  value: unknown,
  on: CalendarDate,
  holidays: HolidayCalendar,
): Fault[] {
  return workingLimits(value).flatMap(({ inside, days }) => {
    const { reason } = dueDate(on, days, true, holidays);
    if (reason === null) return [];
    return [
      {
        ...at,
        code: 'holidays-not-covered',
        path: writePath([...path, ...inside]),
        found: reason.message,
        expected: 'a holiday calendar that covers the year; until then the deadline is left open',
        article: 'G',
        suggestion: null,
      },
    ];
  });
}

interface WorkingLimit {
  readonly inside: readonly PropertyKey[];
  readonly days: number;
}

/** The limits in working days of an entry's value: a limit itself, or those of a procedure and its steps. */
function workingLimits(value: unknown): WorkingLimit[] {
  const limit = value as Partial<TimeLimit>;
  if (limit?.unit === 'WORKING_DAYS') return [{ inside: [], days: limit.amount ?? 0 }];
  const { steps, limitDays, limitInWorkingDays } = (value ?? {}) as Partial<ProcedureDefinition>;
  if (steps === undefined) return [];
  const whole = limitInWorkingDays === true ? [{ inside: ['limitDays'], days: limitDays ?? 0 }] : [];
  return [
    ...whole,
    ...steps.flatMap((step, place) =>
      step.workingDays ? [{ inside: ['steps', place, 'deadlineDays'], days: step.deadlineDays ?? 0 }] : [],
    ),
  ];
}
