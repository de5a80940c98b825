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
  MOST_ROWS,
  type ShortNotice,
  shortNotices,
} from './sign-rows.repository.js';

/** Longest notice that any province was seen to ask for, and more: what is longer is never looked at. */
const LONG_ENOUGH = 30;

const signs = new Map(QUALITY_SIGNS.map((sign) => [sign.id, sign]));

/** A sign as the county has it. */
type SetSign = QualitySign & { readonly numbers: Thresholds };

type Place = Pick<FoundFault, 'regionCode' | 'householdId' | 'caseId'>;

/** 迹象 · What stands in the register, and the signs of which there may be more: nobody knows that what was not told is mended. */
export interface FoundSigns {
  readonly found: readonly FoundFault[];
  readonly cut: ReadonlySet<string>;
}

/** R20 造假迹象 · The signs of falsified records in a county. @article 5.3 */
export async function signsOf(
  tx: Transaction,
  { provinces }: { readonly provinces: Pick<ProvinceService, 'rulesOn' | 'definitionOf'> },
  county: RegionCode,
  on: CalendarDate,
): Promise<FoundSigns> {
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
    tooShort(tx, provinces, county, of('notice-too-short')),
    hurriedDecisions(tx, county, decisions, minutes),
    lastDigits(tx, county, figures),
  ]);
  const village = (regionCode: RegionCode): Place => ({ regionCode, householdId: null, caseId: null });
  const rows = {
    'entered-before-it-happened': early,
    'identical-figures': identical,
    'notice-too-short': notices,
    'decisions-minutes-apart': hurried,
    'last-digit-heaping': digits,
  };
  const cut = new Set(Object.entries(rows).flatMap(([rule, own]) => (own.length < MOST_ROWS ? [] : [rule])));
  const found = [
    ...early.map(({ region, householdId, ...seen }) =>
      faultOf(
        of('entered-before-it-happened'),
        `${householdId}|${seen.kind}|${seen.on}`,
        { regionCode: region, householdId, caseId: null },
        seen,
      ),
    ),
    ...identical.map(({ region, ...seen }) =>
      faultOf(of('identical-figures'), `${region}|${seen.to}|${seen.netFen}`, village(region), seen),
    ),
    ...notices.map(({ region, householdId, caseId, purpose, opensOn, closesOn, days, least }) => {
      const place = { regionCode: region, householdId, caseId };
      const seen = { opensOn, closesOn, days, purpose, least };
      return faultOf(of('notice-too-short'), `${caseId}|${opensOn}`, place, seen);
    }),
    ...hurried.map((seen) =>
      faultOf(of('decisions-minutes-apart'), digestOf([seen.actor, seen.on]), village(county), { ...seen, minutes }),
    ),
    ...digits
      .filter((seen) =>
        of('last-digit-heaping').tells({ figures: seen.figures, same: seen.same }, of('last-digit-heaping').numbers),
      )
      .map(({ region, ...seen }) => faultOf(of('last-digit-heaping'), region, village(region), { ...seen, on })),
  ];
  return { found, cut };
}

/** Page by page, since most short notices are as long as their rules ask. */
async function tooShort(
  tx: Transaction,
  provinces: Pick<ProvinceService, 'definitionOf'>,
  county: RegionCode,
  sign: SetSign,
): Promise<(ShortNotice & { readonly least: number })[]> {
  const told: (ShortNotice & { readonly least: number })[] = [];
  for (let after: ShortNotice | null = null; told.length < MOST_ROWS; ) {
    const page: ShortNotice[] = await shortNotices(tx, county, LONG_ENOUGH, after);
    for (const notice of page) {
      const least = leastDays(provinces, notice);
      if (least !== null && sign.tells({ days: notice.days, least }, sign.numbers)) told.push({ ...notice, least });
    }
    if (page.length < MOST_ROWS) break;
    after = page.at(-1)!;
  }
  return told;
}

/** Of the rules that the run follows, whatever changed since. */
function leastDays(
  provinces: Pick<ProvinceService, 'definitionOf'>,
  { purpose: kind, configVersion, runStartedOn: startedOn, region, step }: ShortNotice,
): number | null {
  const definition = provinces.definitionOf({ kind, configVersion, startedOn }, region);
  return stepDefinition(definition, step)?.minimumNoticeDays ?? null;
}

function faultOf(
  { id, name, severity, source }: QualitySign,
  subject: string,
  place: Place,
  seen: Readonly<Record<string, unknown>>,
): FoundFault {
  return { rule: id, subject, ...place, severity, message: name, evidence: { ...seen, source } };
}
