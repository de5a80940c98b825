import { addDays, addMonths, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { subtreePrefix } from '../../domain/kernel/region-code.js';
import {
  type CaseCohortFigures,
  type CohortOutcome,
  cohortOutcome,
  ELIMINATION_HORIZONS,
  isOver,
} from '../../domain/statistics/case-cohort.js';
import { measure } from '../../domain/statistics/definition.js';
import type { PublishedRow } from '../../domain/statistics/disclosure/publish-table.js';
import type { Reach } from '../access/index.js';
import {
  domainsOf,
  eliminatedWithin,
  publicationFor,
  type PublishedFiguresParts,
  publishedTable,
} from '../publication/index.js';
import type { CaseStatFilter } from '../stat-source/index.js';
import type { FlowPeriod } from './case-flows.repository.js';
import { attributeName, type PublishedAttribute } from '../../domain/statistics/disclosure/published-attribute.js';
import { refuseButWholeMonths, type WholeMonths } from './published-period.js';

/** 队列的提问 · Of which places and which cases, identified when. */
export interface CohortsAsked {
  readonly reach: Reach;
  readonly counties: readonly string[];
  readonly where: CaseStatFilter['where'];
  readonly period: FlowPeriod;
}

/** 队列的答复 · The cohorts, and the day of the publication that was read; null where it was the register. */
export interface CohortsAnswer {
  readonly rows: readonly CaseCohortFigures[];
  readonly published: CalendarDate | null;
}

const COUNTED = [
  { slot: 'cases', keys: [], definition: measure('cases', ['监测档案数', 'Cases'], '', '3.2', ['CASES', 'COUNT']) },
  { slot: 'persons', keys: [], definition: measure('persons', ['人数', 'Persons'], '', '2.1', ['PERSONS', 'SUM']) },
];
const ELIMINATED = ELIMINATION_HORIZONS.map((months) => ({
  slot: `m${months}`,
  keys: [],
  definition: measure(eliminatedWithin(months), ['风险消除', 'Eliminated'], '', '3.3', ['CASES', 'COUNT_IF']),
}));
const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;

/**
 * 发布的队列 · Cohorts of whole months of a whole region, as they are published: help and relapses are not. Whether a time is over
 * is told of whole periods, so that it says nothing of a case.
 *
 * @returns what reads them: it throws ApiError SERVICE_UNAVAILABLE while nothing is published
 * @throws ApiError BAD_USER_INPUT for another filter than a region, for a village and for parts of months
 * @article 5.3
 */
export function publishedCohorts(
  { analysis, draw, ...parts }: PublishedFiguresParts,
  { reach, counties, where, period: asked }: CohortsAsked,
): () => Promise<CohortsAnswer> {
  const { from, to, bucket } = refuseButWholeMonths({ what: 'cohorts', firstDay: 'identifiedFrom' }, where, asked);
  const measures = [...COUNTED, ...ELIMINATED];
  return () =>
    analysis.read(reach.scope, async (tx) => {
      const publication = await publicationFor(tx, null, draw);
      const day = publication.day as CalendarDate;
      // Whole periods are picked by themselves: months would be the smaller cells.
      const whole = isWhole({ from, to, bucket }, day);
      const by: PublishedAttribute = { kind: 'bucket', name: 'identifiedIn', bucket: whole ? bucket : 'MONTH' };
      const attributes: readonly PublishedAttribute[] = [{ kind: 'bucket', name: 'identifiedIn', bucket }, by];
      const [period, picked] = attributes.map(attributeName) as [string, string];
      const within = (value: unknown): boolean => value !== null && String(value) >= from && String(value) <= to;
      const shown = await publishedTable(
        tx,
        {
          subject: 'CASES',
          publication,
          attributes: [...new Map(attributes.map((one) => [attributeName(one), one])).values()],
          dimensions: [period],
          open: new Set([period, picked]),
          measures,
          selection: { attribute: picked, samples: [], holds: within },
          filteredBy: [picked],
          counties,
          scope: reach.scope,
          regionPrefix: where?.region ? subtreePrefix(where.region) : null,
          basis: { riskGroups: new Map() },
          domains: domainsOf(parts, publication),
        },
        draw,
      );
      const rows = shown
        .map((row) => figuresOf(row, period, { to, bucket }, day))
        .sort((one, other) => (one.period < other.period ? -1 : 1));
      return { rows, published: day };
    });
}

const lastDayOf = (first: CalendarDate, bucket: keyof typeof MONTHS): CalendarDate =>
  addDays(addMonths(first, MONTHS[bucket]), -1);

/** Whether the days are whole periods; after the day of the publication there is nothing that could be missing. */
function isWhole({ from, to, bucket }: WholeMonths, day: CalendarDate): boolean {
  const months = MONTHS[bucket];
  const begins = (first: CalendarDate): boolean => (Number(first.slice(5, 7)) - 1) % months === 0;
  return begins(from) && (to >= day || begins(addDays(to, 1)));
}

function figuresOf(
  { values, figures }: PublishedRow,
  period: string,
  { to, bucket }: Pick<WholeMonths, 'to' | 'bucket'>,
  day: CalendarDate,
): CaseCohortFigures {
  const first = values[period] as CalendarDate;
  const end = lastDayOf(first, bucket);
  const last = end < to ? end : to;
  const cases = figures['cases'] ?? 0;
  const outcomes = ELIMINATION_HORIZONS.map((months) => {
    const observed = isOver(last, months, day) ? cases : 0;
    return [months, cohortOutcome(observed, Math.min(cases, figures[`m${months}`] ?? 0))] as const;
  });
  const eliminated = new Map<number, CohortOutcome>(outcomes);
  return {
    period: first,
    cases,
    persons: figures['persons'] ?? 0,
    supportedWithinLimit: null,
    eliminated,
    relapsed: null,
  };
}
