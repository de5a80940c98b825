import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { PROCEDURE_KINDS } from '../../domain/procedure/procedure-definition.js';
import type { ProvinceModule } from '../define-province.js';
import { type Fault, writePath } from '../fault.js';
import { ENTRY_FIELDS, type EntryField, soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';

/**
 * 重叠与空档 · Two sources do not vouch for the same days of one parameter and place, and a risk type or instrument that
 * replaces the nation's leaves no day without it.
 *
 * An entry stays in force until a newer one, so days that no source vouches for are a warning and no fault (R01).
 *
 * @article 2.2
 */
export function checkReplacements(context: CheckContext): readonly Fault[] {
  return [
    ...ENTRY_FIELDS.flatMap((field) => overlaps(context.module, field)),
    ...gaps(context, 'riskTypes'),
    ...gaps(context, 'instruments'),
    ...unserved(context),
  ];
}

/** 地点与种类 · Entries of the same key follow each other. @article none — technical */
export function placeKey(
  field: EntryField,
  part: ProvinceModule['procedures'][number] | { county: string | null },
): string {
  const kind = field === 'procedures' ? (part as ProvinceModule['procedures'][number]).value.kind : '';
  return `${part.county ?? ''} ${kind}`;
}

function overlaps(module: ProvinceModule, field: EntryField): Fault[] {
  const parts = soundParts(module, field);
  return parts.flatMap(({ index, part }): Fault[] => {
    const { vouchedTo } = part;
    if (vouchedTo === null || vouchedTo < part.from) return [];
    const next = parts
      .filter((other) => placeKey(field, other.part) === placeKey(field, part) && other.part.from > part.from)
      .map((other) => other.part.from)
      .sort()[0];
    if (next === undefined || vouchedTo < next) return [];
    return [
      {
        code: 'date-overlap',
        module: module.code,
        path: writePath([field, index, 'vouchedTo']),
        day: part.from,
        found: `vouched for to ${vouchedTo}, while the next entry begins on ${next}`,
        expected: `a day before ${next}`,
        article: '2.2',
        suggestion: `write vouchedTo: '${addDays(next, -1)}'`,
      },
    ];
  });
}

/** The baseline's procedures and bands, without which no day can be served, begin by its first day. */
function unserved({ module, baseline }: CheckContext): Fault[] {
  if (module.code !== baseline.code) return [];
  const serves = (entry: { readonly from: CalendarDate; readonly county: string | null }): boolean =>
    entry.county === null && entry.from <= baseline.firstDay;
  const served = new Set(baseline.procedures.filter(serves).map(({ value }) => value.kind));
  const lacking = [
    ...PROCEDURE_KINDS.filter((kind) => !served.has(kind)).map((kind) => ['procedures', kind] as const),
    ...(baseline.bands.some(serves) ? [] : [['bands', 'a set of bands'] as const]),
  ];
  return lacking.map(([path, what]) => ({
    code: 'date-gap',
    module: module.code,
    path,
    day: baseline.firstDay,
    found: `no ${what} in force on ${baseline.firstDay}`,
    expected: 'an entry for the whole nation from the first day of the rules',
    article: '5.1',
    suggestion: null,
  }));
}

interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

function gaps({ module, baseline }: CheckContext, field: 'riskTypes' | 'instruments'): Fault[] {
  if (module.code === baseline.code) return [];
  return soundParts(module, field).flatMap(({ index, part }): Fault[] => {
    const national: Span | undefined = baseline[field].find(({ code }) => code === part.code);
    if (national === undefined || part.from <= national.from) return [];
    return [
      {
        code: 'date-gap',
        module: module.code,
        path: writePath([field, index, 'from']),
        day: part.from,
        found: `"${part.code}" replaces the baseline's from ${national.from} and begins on ${part.from}`,
        expected: `a day no later than ${national.from}: the days between would be without it`,
        article: '4.2',
        suggestion: 'give what is new a code of its own',
      },
    ];
  });
}
