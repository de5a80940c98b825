import { addDays, addMonths, type CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import type { RegisterChunk } from '../../src/features/demonstration/index.js';
import type { Ledger } from './ledger.js';
import { HEAPED } from './places.js';

type Rows = RegisterChunk['rows'];
type CaseRow = Rows['monitoringCase'][number];

/** 旧账 · A fault that the register brings along from before the year. @returns whether the case took it */
interface OldFault {
  readonly rule: string;
  readonly falsify: (rows: Rows, own: CaseRow) => boolean;
}

const ofCase =
  (own: CaseRow) =>
  (row: { readonly caseId?: string | null }): boolean =>
    row.caseId === own.id;
const ofHousehold =
  (own: CaseRow) =>
  (row: { readonly householdId?: string | null }): boolean =>
    row.householdId === own.householdId;

function remove<T>(rows: T[], gone: (row: T) => boolean): void {
  rows.splice(0, rows.length, ...rows.filter((row) => !gone(row)));
}

const endedBy = (own: CaseRow, rows: Rows) =>
  rows.incomeRecord.filter((income) => ofHousehold(own)(income) && income.windowTo <= own.eliminatedOn!);
const TEN_YUAN = 1_000;
/** Fen that lift any household over the line. */
const COMFORTABLE = 2_500_000;
/** 低保、特困 · What the nation lists as social security. */
export const ALLOWANCES = ['subsistence-allowance', 'extreme-poverty-support'];

/** 县内旧账 · What each county brings along: one fault. */
const OLD_FAULTS: readonly OldFault[] = [
  {
    rule: 'eliminated-without-measure',
    falsify(rows, own) {
      for (const risk of rows.caseRisk.filter(ofCase(own))) risk.riskType = 'UNSTABLE_JOB';
      const measures = new Set(rows.supportMeasure.filter(ofCase(own)).map(({ id }) => id));
      for (const measure of rows.supportMeasure.filter(ofCase(own)))
        Object.assign(measure, { firstDeliveredOn: null, deliveredFen: 0 });
      remove(rows.delivery, ({ measureId }) => measures.has(measureId));
      return true;
    },
  },
  {
    rule: 'eliminated-too-soon',
    falsify(rows, own) {
      const eliminatedOn = addMonths(own.identifiedOn as CalendarDate, 3);
      if (eliminatedOn >= own.eliminatedOn!) return false;
      Object.assign(own, { eliminatedOn });
      for (const income of rows.incomeRecord.filter(ofHousehold(own)))
        if (income.windowTo <= eliminatedOn) income.wages += COMFORTABLE;
      return true;
    },
  },
  {
    rule: 'eliminated-under-line',
    falsify(rows, own) {
      const ended = endedBy(own, rows);
      const newest = ended.at(-1);
      const later = rows.incomeRecord.filter(ofHousehold(own)).length > ended.length;
      if (newest === undefined || !later) return false;
      Object.assign(newest, { wages: 0, business: 0, businessExpenses: 0, property: 0 });
      newest.transfers = Math.min(newest.transfers, 200_000 * newest.heads);
      return true;
    },
  },
  {
    rule: 'risk-without-matching-measure',
    falsify(rows, own) {
      const [risk] = rows.caseRisk.filter(ofCase(own));
      if (risk === undefined || rows.supportMeasure.some((one) => ofCase(own)(one) && one.family === 'HOUSING'))
        return false;
      risk.riskType = 'HOUSING';
      return true;
    },
  },
  {
    rule: 'incomplete-identification',
    falsify(rows, own) {
      remove(rows.guaranteeCheck, ofHousehold(own));
      return true;
    },
  },
  {
    rule: 'notice-too-short',
    falsify(rows, own) {
      const entry = rows.noticeEntry.find(ofCase(own));
      const notice = rows.publicNotice.find(({ id }) => id === entry?.noticeId);
      if (notice === undefined) return false;
      notice.closesOn = addDays(notice.opensOn as CalendarDate, 1);
      return true;
    },
  },
  {
    rule: 'entered-before-it-happened',
    falsify(rows, own) {
      const check = rows.guaranteeCheck.find(ofHousehold(own));
      if (check === undefined) return false;
      check.recordedAt = `${addDays(check.checkedOn as CalendarDate, -9)}T02:00:00Z`;
      return true;
    },
  },
  {
    rule: 'no-labour-not-tracked',
    falsify(rows, own) {
      const allowed = rows.supportMeasure.some(
        (one) => ofCase(own)(one) && one.firstDeliveredOn !== null && ALLOWANCES.includes(one.instrument),
      );
      if (own.trackingOnly !== true || !allowed) return false;
      own.trackingOnly = false;
      return true;
    },
  },
];

/**
 * 造旧账 · Alters one case of each county before it is written, as a register that is taken over may have been kept: the eight faults that
 * the product itself would refuse to let in.
 */
export class Falsifier {
  #heaped = 0;
  readonly #left: Map<RegionCode, OldFault>;

  constructor(
    private readonly ledger: Ledger,
    counties: readonly RegionCode[],
  ) {
    this.#left = new Map(counties.map((county, at) => [county, OLD_FAULTS[at]!]));
  }

  /** 改写 · Looks for a case that takes the county's fault, until one was found. */
  alter({ county, rows }: RegisterChunk): void {
    this.#heap(rows);
    const fault = this.#left.get(county);
    if (fault === undefined) return;
    const tracked = fault.rule === 'no-labour-not-tracked';
    const own = rows.monitoringCase.find(
      (one) => (tracked ? one.status === 'MONITORED' : isEnded(one)) && fault.falsify(rows, one),
    );
    if (own === undefined) return;
    this.#left.delete(county);
    this.ledger.fault(fault.rule, rows.household.find(({ id }) => id === own.householdId)!.number);
  }

  /** 已取整的收入 · Incomes of the township whose incomes were rounded to ten yuan. */
  get heaped(): number {
    return this.#heaped;
  }

  /** 取整 · Somebody filled in a township's incomes at a desk: what was earned ends in ten yuan. */
  #heap({ incomeRecord }: Rows): void {
    for (const income of incomeRecord)
      if (income.regionCode.startsWith(HEAPED) && income.wages + income.business > 0) {
        income.wages += TEN_YUAN - ((income.wages + income.business) % TEN_YUAN);
        this.#heaped += 1;
      }
  }

  /** 未能造成者 · Rules for which no case was found. */
  get left(): string[] {
    return [...this.#left.values()].map(({ rule }) => rule);
  }
}

function isEnded({ status, eliminationMode }: CaseRow): boolean {
  return status === 'RISK_ELIMINATED' && eliminationMode === 'SUPPORTED';
}
