import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { measureFitsRisk } from '../../domain/support/measure-fits-risk.js';
import type { PolicyInstrument } from '../../domain/support/policy-instrument.js';
import { type Fault, writePath } from '../fault.js';
import { soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';

interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/**
 * 可用性检查 · Every instrument can apply on some day to some case: it may deliver something, it is in force on a day of the
 * rules, it answers a risk that is known on one of its days and that its family answers. What needs labour is no safety net.
 *
 * @article 4.2
 */
export function checkInstruments({ module, baseline, whole }: CheckContext): readonly Fault[] {
  const listed = whole.socialSecurityInstruments.flatMap(({ value }) => value);
  const never = soundParts(module, 'instruments').flatMap(({ index, part }): Fault[] => {
    const why = whyNever(part, whole.riskTypes, listed, baseline.firstDay);
    return why === null ? [] : [neverApplies(module.code, ['instruments', index, ...why.path], part.from, why)];
  });
  const needsLabour = new Set(whole.instruments.filter((one) => one.requiresLabour).map((one) => one.code));
  const unfit = soundParts(module, 'socialSecurityInstruments').flatMap(({ index, part }) =>
    part.value.flatMap((code, place) =>
      needsLabour.has(code)
        ? [neverApplies(module.code, ['socialSecurityInstruments', index, 'value', place], part.from, LABOUR_NET(code))]
        : [],
    ),
  );
  return [...never, ...unfit];
}

interface Why {
  readonly path: readonly PropertyKey[];
  readonly found: string;
  readonly expected: string;
  readonly suggestion: string | null;
}

const LABOUR_NET = (code: string): Why => ({
  path: [],
  found: `"${code}" needs labour capacity, and the safety net is for households without`,
  expected: 'an instrument that needs no labour',
  suggestion: null,
});

function whyNever(
  offer: PolicyInstrument,
  riskTypes: CheckContext['whole']['riskTypes'],
  listed: readonly string[],
  firstDay: CalendarDate,
): Why | null {
  if (offer.cap === 0)
    return {
      path: ['cap'],
      found: 'a cap of 0.00 yuan',
      expected: 'a cap that lets something be delivered',
      suggestion: 'leave cap out where there is none',
    };
  if (offer.to !== null && offer.to < firstDay)
    return {
      path: ['to'],
      found: `over on ${offer.to}`,
      expected: `a day from ${firstDay} on, the first day of the rules`,
      suggestion: null,
    };
  if (offer.addresses.length === 0) {
    if (offer.nature === 'DEVELOPMENTAL' || offer.family === 'MOTIVATION' || listed.includes(offer.code)) return null;
    return {
      path: ['addresses'],
      found: 'no risk type',
      expected: 'a risk type that it answers',
      suggestion: 'or list it among socialSecurityInstruments',
    };
  }
  const known = riskTypes.filter(({ code }) => offer.addresses.includes(code));
  if (known.length === 0) return null;
  const inTime = known.filter((type) => meet(type, offer));
  if (inTime.length === 0)
    return {
      path: ['addresses'],
      found: `${namesOf(known)}, known on none of its days`,
      expected: 'a risk type that is known while the instrument is offered',
      suggestion: null,
    };
  if (inTime.some(({ group }) => measureFitsRisk(offer.family, group))) return null;
  return {
    path: ['addresses'],
    found: `${offer.family} against ${namesOf(inTime)}`,
    expected: 'a family that answers the risk',
    suggestion: 'choose the family of what is delivered, or the risk that it answers',
  };
}

function meet(a: Span, b: Span): boolean {
  return (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from);
}

function namesOf(types: readonly { readonly code: string }[]): string {
  return types.map(({ code }) => code).join(', ');
}

function neverApplies(module: string, path: readonly PropertyKey[], day: CalendarDate, why: Why): Fault {
  return {
    code: 'instrument-never-applies',
    module,
    path: writePath(path),
    day,
    found: why.found,
    expected: why.expected,
    article: '4.2',
    suggestion: why.suggestion,
  };
}
