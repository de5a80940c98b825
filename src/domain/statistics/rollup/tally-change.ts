import { type CaseStatus, OPEN_CASE_STATUSES } from '../../case/monitoring-case.js';

/** 户的汇总要素 · What of a household is tallied. @article 2.1 */
export interface TalliedHousehold {
  readonly formerStatus: string;
  readonly resettled: boolean;
  readonly size: number;
  readonly labourCount: number;
  readonly perCapitaFen?: number | null;
}

/** 档案的汇总要素 · What of a case is tallied beside its household. @article 3.2 */
export interface TalliedCase {
  readonly category?: string | null;
  readonly status: CaseStatus;
  readonly trackingOnly: boolean;
  readonly openedOn: string;
  readonly identifiedOn?: string | null;
  readonly eliminatedOn?: string | null;
}

/** 汇总变动 · One unit put in or taken out; what of it the household says is added where it is written. @article 5.2 */
export type UnitChange =
  | { readonly subject: 'HOUSEHOLDS'; readonly weight: 1 | -1; readonly monitored: boolean }
  | ({ readonly subject: 'CASES'; readonly weight: 1 | -1 } & TalliedCase);

/** 是否监测对象 · Whether a case makes its household a monitored one. @article 2.1 */
export function isMonitoredBy({ status }: Pick<TalliedCase, 'status'>): boolean {
  return OPEN_CASE_STATUSES.includes(status);
}

/**
 * 档案变动 · What a change of a case moves in the tallies: nothing where all that is tallied stays; its household, too, where it
 * becomes a monitored one or ceases to be one, since it has one open case at most.
 *
 * @param before  null for a case that is opened
 * @article 5.2
 */
export function caseMoved(before: TalliedCase | null, after: TalliedCase): UnitChange[] {
  if (before !== null && sameCase(before, after)) return [];
  const [was, is] = [before !== null && isMonitoredBy(before), isMonitoredBy(after)];
  return [
    ...(before === null ? [] : [caseUnit(before, -1)]),
    caseUnit(after, 1),
    ...(was === is ? [] : [householdUnit(was, -1), householdUnit(is, 1)]),
  ];
}

/** 户的汇总要素变动 · Whether anything of a household that is tallied changes. @article 5.2 */
export function householdMoves(before: TalliedHousehold, after: TalliedHousehold): boolean {
  return (
    before.formerStatus !== after.formerStatus ||
    before.resettled !== after.resettled ||
    before.size !== after.size ||
    before.labourCount !== after.labourCount ||
    (before.perCapitaFen ?? null) !== (after.perCapitaFen ?? null)
  );
}

/** 农户各单元 · A household with its cases, put in or taken out. @article 5.2 */
export function unitsOf(cases: readonly TalliedCase[], weight: 1 | -1): UnitChange[] {
  return [householdUnit(cases.some(isMonitoredBy), weight), ...cases.map((one) => caseUnit(one, weight))];
}

function householdUnit(monitored: boolean, weight: 1 | -1): UnitChange {
  return { subject: 'HOUSEHOLDS', weight, monitored };
}

function caseUnit(
  { category, status, trackingOnly, openedOn, identifiedOn, eliminatedOn }: TalliedCase,
  weight: 1 | -1,
): UnitChange {
  return {
    subject: 'CASES',
    weight,
    category: category ?? null,
    status,
    trackingOnly,
    openedOn,
    identifiedOn: identifiedOn ?? null,
    eliminatedOn: eliminatedOn ?? null,
  };
}

function sameCase(one: TalliedCase, other: TalliedCase): boolean {
  return (
    (one.category ?? null) === (other.category ?? null) &&
    one.status === other.status &&
    one.trackingOnly === other.trackingOnly &&
    one.openedOn === other.openedOn &&
    (one.identifiedOn ?? null) === (other.identifiedOn ?? null) &&
    (one.eliminatedOn ?? null) === (other.eliminatedOn ?? null)
  );
}
