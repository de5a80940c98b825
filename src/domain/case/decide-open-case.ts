import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { latestDay } from '../procedure/latest-day.js';
import type { ProcedureKind } from '../procedure/procedure-definition.js';
import { isOpen } from './is-open.js';
import type { CaseStatus } from './monitoring-case.js';

/** 既往档案 · An earlier case of the household. @article 3.2 */
export interface EarlierCase {
  readonly id: string;
  readonly status: CaseStatus;
  readonly openedOn: CalendarDate;
  readonly eliminatedOn: CalendarDate | null;
  /** Last day on which something of it ended: a run, or the case itself by withdrawal; null or absent where nothing did. */
  readonly endedOn?: CalendarDate | null;
}

/** 建档 · What a case is opened on. @article 3.2 */
export interface CaseOpening {
  readonly openedOn: CalendarDate;
  readonly today: CalendarDate;
  /** Help first: the run is an EMERGENCY_IDENTIFICATION. */
  readonly emergency: boolean;
  /** All earlier cases of the household, in any order. */
  readonly earlier: readonly EarlierCase[];
  /** Days on which the leads that it follows were reported. */
  readonly leadsReportedOn?: readonly CalendarDate[];
}

/** 建档结果 · Every reason against it, or what the new case begins with. @article 3.2 */
export type CaseOpened =
  | { readonly refusals: readonly Refusal[] }
  | {
      readonly status: 'UNDER_IDENTIFICATION';
      readonly procedure: ProcedureKind;
      /** The household's last case, whatever came of it. */
      readonly previousCase: string | null;
      /** 返贫: some earlier case ended in elimination. */
      readonly relapse: boolean;
    };

/**
 * 建档 · Opens a case: one open case a household; a later episode names the one before.
 *
 * @article 3.2
 */
export function decideOpenCase({ openedOn, today, emergency, earlier, leadsReportedOn = [] }: CaseOpening): CaseOpened {
  const refusals: Refusal[] = [];
  const open = earlier.find((other) => isOpen(other.status));
  if (open !== undefined) {
    const message = `the household has a case that is ${open.status} since ${open.openedOn}; a household has one open case`;
    refusals.push(refuse('CASE_ALREADY_OPEN', message, ['householdId'], '5.4'));
  }
  if (openedOn > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${openedOn} has not come; today is ${today}`, ['openedOn'], '3.2'));
  const lastReport = [...leadsReportedOn].sort().at(-1);
  if (lastReport !== undefined && openedOn < lastReport)
    refusals.push(refuse('DATE_ORDER', `a lead was reported on ${lastReport}, after ${openedOn}`, ['openedOn'], '3.1'));
  const previous = [...earlier].sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1)).at(-1) ?? null;
  const previousEnd =
    previous === null
      ? null
      : latestDay(
          previous.openedOn,
          [previous.eliminatedOn, previous.endedOn ?? null].filter((day) => day !== null),
        );
  if (open === undefined && previousEnd !== null && openedOn < previousEnd)
    refusals.push(refuse('DATE_ORDER', `the case before was not over until ${previousEnd}`, ['openedOn'], '3.2'));
  if (refusals.length > 0) return { refusals };
  return {
    status: 'UNDER_IDENTIFICATION',
    procedure: emergency ? 'EMERGENCY_IDENTIFICATION' : 'IDENTIFICATION',
    previousCase: previous?.id ?? null,
    relapse: earlier.some((other) => other.status === 'RISK_ELIMINATED'),
  };
}
