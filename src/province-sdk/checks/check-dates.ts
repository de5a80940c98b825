import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProvinceModule } from '../define-province.js';
import { type Fault, writePath } from '../fault.js';
import { ENTRY_FIELDS, type EntryField, soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';

/**
 * 日期检查 · Entries of one parameter begin on different days, and none ends before it begins.
 *
 * An entry is in force until a newer one, so there are no gaps; two of one day would overlap.
 *
 * @article 2.2
 */
export function checkDates({ module }: CheckContext): readonly Fault[] {
  return [
    ...ENTRY_FIELDS.flatMap((field) => [...endsBeforeBegin(module, field), ...sameDay(module, field)]),
    ...offersEnd(module, 'instruments'),
    ...offersEnd(module, 'riskTypes'),
  ];
}

function endsBeforeBegin(module: ProvinceModule, field: EntryField): Fault[] {
  return soundParts(module, field).flatMap(({ index, part }) =>
    part.vouchedTo !== null && part.vouchedTo < part.from
      ? [endFault(module, [field, index, 'vouchedTo'], part.from, part.vouchedTo)]
      : [],
  );
}

function offersEnd(module: ProvinceModule, field: 'instruments' | 'riskTypes'): Fault[] {
  return soundParts(module, field).flatMap(({ index, part }) =>
    part.to !== null && part.to < part.from ? [endFault(module, [field, index, 'to'], part.from, part.to)] : [],
  );
}

function endFault(module: ProvinceModule, path: PropertyKey[], from: CalendarDate, end: CalendarDate): Fault {
  return {
    code: 'date-order',
    module: module.code,
    path: writePath(path),
    day: from,
    found: `the end ${end}`,
    expected: `a day from ${from} on`,
    article: '2.2',
    suggestion: 'were the two days written the wrong way round?',
  };
}

function sameDay(module: ProvinceModule, field: EntryField): Fault[] {
  const seen = new Map<string, number>();
  return soundParts(module, field).flatMap(({ index, part }): Fault[] => {
    const kind = field === 'procedures' ? (part as ProvinceModule['procedures'][number]).value.kind : '';
    const key = `${part.from} ${part.county ?? ''} ${kind}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      return [];
    }
    return [
      {
        code: 'same-day',
        module: module.code,
        path: writePath([field, index, 'from']),
        day: part.from,
        found: `a second entry from ${part.from}; the first is ${field}[${first}]`,
        expected: 'one entry a day and place',
        article: '2.2',
        suggestion: 'date the newer entry by the day its document takes effect, or drop one',
      },
    ];
  });
}
