import type { CaseStatus } from '../../domain/case/monitoring-case.js';
import { type CalendarDate, daysBetween } from '../../domain/kernel/calendar-date.js';
import { subtreePrefix } from '../../domain/kernel/region-code.js';
import { measure, type TimeBucket } from '../../domain/statistics/definition.js';
import { attributeName, type PublishedAttribute } from '../../domain/statistics/disclosure/published-attribute.js';
import { UNGROUPED } from '../../domain/statistics/stat-plan.js';
import type { Caller } from '../../platform/auth/caller.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { limitFilter } from '../../platform/graphql/filter-limits.js';
import type { AccessService, Reach } from '../access/index.js';
import {
  domainsOf,
  type PublishedFiguresParts,
  publicationFor,
  publishedTable,
  reachFor,
} from '../publication/index.js';
import { type Asked, type AtDesk, type StatLedger, tellWholeSource } from '../stat-desk/index.js';
import { type CaseStatFilter, conditionOn, type FilterParts } from '../stat-source/index.js';
import { type CaseFlowRow, type FlowPeriod, readCaseFlows } from './case-flows.repository.js';
import { refuseButWholeMonths } from './published-period.js';

/** Periods of one question. */
const MOST_PERIODS = 1_000;
const DAYS_OF: Readonly<Record<TimeBucket, number>> = { DAY: 1, MONTH: 28, QUARTER: 90, YEAR: 365 };

const MEASURES = [
  { slot: 'cases', keys: [], definition: measure('cases', ['变动档案数', 'Moves'], '', '3.2', ['CASES', 'COUNT']) },
  { slot: 'persons', keys: [], definition: measure('persons', ['人数', 'Persons'], '', '2.1', ['PERSONS', 'SUM']) },
  {
    slot: 'relapsed',
    keys: [],
    definition: measure('relapsed', ['返贫', 'Relapsed'], '', '3.3', ['CASES', 'COUNT_IF']),
  },
];

/** All moves together, for what they take. */
const ALL_MOVES = { ...UNGROUPED, measures: MEASURES };

/** 流转与队列所需 · What moves and cohorts of cases stand on. */
export interface CaseFlowParts extends PublishedFiguresParts, AtDesk, FilterParts {
  readonly access: AccessService;
}

/** 流转结果 · The moves, and the day of the publication that was read; null where it was the register. */
export interface FlowsAnswer {
  readonly rows: readonly CaseFlowRow[];
  readonly published: CalendarDate | null;
}

/**
 * 监测对象流转 · How cases moved between statuses, by the events that moved them.
 *
 * @article 3.2
 */
export class CaseFlowsService {
  constructor(private readonly parts: CaseFlowParts) {}

  /**
   * 流转 · Reckons what the question takes, pays for it, and asks it.
   *
   * @throws ApiError BAD_USER_INPUT for a period that ends before it begins or has too many parts, COMPLEXITY_LIMIT for a question
   *   that takes too much, before it runs
   */
  async ask(
    caller: Caller,
    where: CaseStatFilter['where'],
    period: FlowPeriod,
    ledger: StatLedger,
  ): Promise<Asked<FlowsAnswer>> {
    limitFilter(where);
    const { from, to, bucket } = period;
    if (to < from) throw refused('to', `the period ends on ${to}, before it begins on ${from}`);
    if (daysBetween(from, to) / DAYS_OF[bucket] > MOST_PERIODS)
      throw refused('bucket', `from ${from} to ${to} there are more than ${MOST_PERIODS} periods: ask for longer ones`);
    const filter: CaseStatFilter = { subject: 'CASES', where };
    const { reach, published } = await reachFor(caller, filter, this.parts.access);
    const counties = reach.counties(where?.region);
    const read = published
      ? this.published(reach, counties, filter, period)
      : () => this.exact(caller, filter, reach, counties, period);
    const question = {
      subject: 'CASES' as const,
      counted: 'FLOWS' as const,
      ...tellWholeSource(published, 'moves are told from the events of each case'),
      groupings: [ALL_MOVES],
      past: false,
      reach,
      counties,
      moved: { from, to },
      key: ['flows', where, period],
      read,
    };
    return this.parts.desk.ask<FlowsAnswer>(caller, question, ledger);
  }

  private async exact(
    caller: Caller,
    filter: CaseStatFilter,
    { scope }: Reach,
    counties: readonly string[],
    period: FlowPeriod,
  ): Promise<FlowsAnswer> {
    const units = {
      counties,
      scope,
      where: conditionOn(filter, counties, { today: caller.today, rulesOn: caller.today }, this.parts),
    };
    const rows = await this.parts.analysis.read(scope, (tx) => readCaseFlows(tx, units, period));
    return { rows, published: null };
  }

  /** Whole months of a whole region; moves between statuses are no secret of a group, so that none is withheld for being full. */
  private published(
    reach: Reach,
    counties: readonly string[],
    { where }: CaseStatFilter,
    { from, to, bucket }: FlowPeriod,
  ): () => Promise<FlowsAnswer> {
    refuseButWholeMonths({ what: 'moves', firstDay: 'from' }, where, { from, to, bucket });
    const attributes: readonly PublishedAttribute[] = [
      { kind: 'bucket', name: 'movedIn', bucket },
      { kind: 'bucket', name: 'movedIn', bucket: 'MONTH' },
      { kind: 'plain', name: 'fromStatus' },
      { kind: 'plain', name: 'toStatus' },
    ];
    const names = attributes.map(attributeName);
    const [period, month, before, after] = names as [string, string, string, string];
    return () =>
      this.parts.analysis.read(reach.scope, async (tx) => {
        const publication = await publicationFor(tx, null, this.parts.draw);
        const rows = await publishedTable(
          tx,
          {
            subject: 'FLOWS',
            publication,
            attributes: [...new Map(attributes.map((one) => [attributeName(one), one])).values()],
            dimensions: [period, before, after],
            open: new Set(names),
            measures: MEASURES,
            selection: {
              attribute: month,
              samples: [],
              holds: (value) => String(value) >= from && String(value) <= to,
            },
            filteredBy: [month],
            counties,
            scope: reach.scope,
            regionPrefix: where?.region ? subtreePrefix(where.region) : null,
            basis: { riskGroups: new Map() },
            domains: domainsOf(this.parts, publication),
          },
          this.parts.draw,
        );
        const moves = rows
          .map(({ values, figures }) => ({
            period: values[period] as CalendarDate,
            from: values[before] as CaseStatus | null,
            to: values[after] as CaseStatus,
            cases: figures['cases'] ?? 0,
            persons: figures['persons'] ?? 0,
            relapsed: figures['relapsed'] ?? 0,
          }))
          .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
        return { rows: moves, published: publication.day as CalendarDate };
      });
  }
}

const orderOf = ({ period, from, to }: CaseFlowRow): string => `${period} ${from ?? ''} ${to}`;

function refused(at: string, why: string): ApiError {
  return new ApiError('BAD_USER_INPUT', `The moves of cases are not told so: ${why}.`, { path: [at] });
}
