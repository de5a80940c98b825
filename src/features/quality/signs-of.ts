import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { stepDefinition } from '../../domain/procedure/step-graph.js';
import { severityOf, thresholdsOf } from '../../domain/quality/province-quality.js';
import type { Thresholds } from '../../domain/quality/quality-rule.js';
import { QUALITY_SIGNS, type QualitySign } from '../../domain/quality/sign.js';
import { digestOf } from '../../platform/crypto/content-digest.js';
import type { Transaction } from '../../platform/database/database.js';
import type { ProvinceService } from '../province/index.js';
import type { FoundFault } from './found-fault.js';
import {
  enteredTooEarly,
  hurriedDecisions,
  identicalIncomes,
  lastDigits,
  type ShortNotice,
  shortNotices,
} from './sign-rows.repository.js';

/** Longest notice that any province was seen to ask for, and more: what is longer is never looked at. */
const LONG_ENOUGH = 30;

const signs = new Map(QUALITY_SIGNS.map((sign) => [sign.id, sign]));

/** A sign as the county has it. */
type SetSign = QualitySign & { readonly numbers: Thresholds };

type Place = Pick<FoundFault, 'regionCode' | 'householdId' | 'caseId'>;

/** R20 造假迹象 · The signs of falsified records in a county. @article 5.3 */
export async function signsOf(
  tx: Transaction,
  { provinces }: { readonly provinces: Pick<ProvinceService, 'rulesOn' | 'definitionOf'> },
  county: RegionCode,
  on: CalendarDate,
): Promise<FoundFault[]> {
  const quality = provinces.rulesOn(county, on).quality?.value ?? null;
  const of = (id: string): SetSign => {
    const sign = signs.get(id)!;
    return { ...sign, severity: severityOf(sign, quality), numbers: thresholdsOf(sign, quality) };
  };
  const { households = 0 } = of('identical-figures').numbers;
  const { decisions = 0, minutes = 0 } = of('decisions-minutes-apart').numbers;
  const { figures = 0 } = of('last-digit-heaping').numbers;
  const [early, identical, notices, hurried, digits] = await Promise.all([
    enteredTooEarly(tx, county),
    identicalIncomes(tx, county, households),
    shortNotices(tx, county, LONG_ENOUGH),
    hurriedDecisions(tx, county, decisions, minutes),
    lastDigits(tx, county, figures),
  ]);
  const village = (regionCode: RegionCode): Place => ({ regionCode, householdId: null, caseId: null });
  return [
    ...early.map(({ region, householdId, ...seen }) =>
      found(
        of('entered-before-it-happened'),
        `${householdId}|${seen.kind}|${seen.on}`,
        { regionCode: region, householdId, caseId: null },
        seen,
      ),
    ),
    ...identical.map(({ region, ...seen }) =>
      found(of('identical-figures'), `${region}|${seen.to}|${seen.netFen}`, village(region), seen),
    ),
    ...notices.flatMap((notice) => {
      const { region, householdId, caseId, purpose, opensOn, closesOn, days } = notice;
      const least = leastDays(provinces, notice);
      const sign = of('notice-too-short');
      if (least === null || !sign.tells({ days, least }, sign.numbers)) return [];
      const place = { regionCode: region, householdId, caseId };
      return [found(sign, `${caseId}|${opensOn}`, place, { opensOn, closesOn, days, purpose, least })];
    }),
    ...hurried.map((seen) =>
      found(of('decisions-minutes-apart'), digestOf([seen.actor, seen.on]), village(county), { ...seen, minutes }),
    ),
    ...digits
      .filter((seen) =>
        of('last-digit-heaping').tells({ figures: seen.figures, same: seen.same }, of('last-digit-heaping').numbers),
      )
      .map(({ region, ...seen }) => found(of('last-digit-heaping'), region, village(region), { ...seen, on })),
  ];
}

/** Of the rules that the run follows, whatever changed since. */
function leastDays(
  provinces: Pick<ProvinceService, 'definitionOf'>,
  { purpose: kind, configVersion, runStartedOn: startedOn, region, step }: ShortNotice,
): number | null {
  const definition = provinces.definitionOf({ kind, configVersion, startedOn }, region);
  return stepDefinition(definition, step)?.minimumNoticeDays ?? null;
}

function found(
  { id, name, severity, source }: QualitySign,
  subject: string,
  place: Place,
  seen: Readonly<Record<string, unknown>>,
): FoundFault {
  return { rule: id, subject, ...place, severity, message: name, evidence: { ...seen, source } };
}
