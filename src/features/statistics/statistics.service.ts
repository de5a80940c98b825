import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { GroupingPlan, StatPlan } from '../../domain/statistics/stat-plan.js';
import type { StatQuestion } from '../../domain/statistics/stat-question.js';
import { type ChosenSource, chooseSource } from '../../domain/statistics/rollup/choose-source.js';
import type { Caller } from '../../platform/auth/caller.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { limitFilter } from '../../platform/graphql/filter-limits.js';
import type { AccessService, Reach } from '../access/index.js';
import { alikeCounties } from '../province/index.js';
import { PublishedFigures, type PublishedFiguresParts, reachFor } from '../publication/index.js';
import { type Asked, type AtDesk, type StatLedger, tellSources } from '../stat-desk/index.js';
import {
  conditionOn,
  type FilterDays,
  type FilterParts,
  type GroupingRows,
  readGroupings,
  riskGroupsOf,
  sourceOf,
  type StatBasis,
  type StatFilter,
  statusesOf,
  type WantedOn,
} from '../stat-source/index.js';
import { TallyReader } from '../tally/index.js';
import { looksBack, planOf, questionKey, withTotals } from './stat-planning.js';

/** 统计所需 · What the figures stand on. */
export interface StatisticsParts extends PublishedFiguresParts, AtDesk, FilterParts {
  readonly access: AccessService;
}

/** 统计日期 · As of which day it is asked, and under the rules of which; null for today, and for the rules in force on that day. */
export interface QuestionDays {
  readonly asOf: CalendarDate | null;
  readonly rulesAsOf: CalendarDate | null;
}

/** 一次提问 · A question that is checked and planned, with where it is asked. */
interface Wanted {
  readonly caller: Caller;
  readonly filter: StatFilter;
  readonly plan: StatPlan;
  readonly reach: Reach;
  readonly counties: readonly string[];
  readonly published: boolean;
  readonly past: CalendarDate | null;
  /** The day whose rules are followed throughout; null for the rules of each day that is asked about. */
  readonly rulesAsOf: CalendarDate | null;
}

/** 统计结果 · Each grouping with its plan, and where it was counted. */
export interface StatAnswer {
  readonly groupings: readonly (GroupingRows & { readonly plan: GroupingPlan })[];
  readonly counties: readonly string[];
  readonly suppressed: number;
  /** The day of the publication that was read; null where it was the register. */
  readonly published: CalendarDate | null;
}

/** What was counted, before it is told under the keys of whoever asks. */
type Counted = Omit<StatAnswer, 'groupings'> & { readonly groupings: readonly GroupingRows[] };

/**
 * 统计服务 · Answers questions over the register within the caller's reach: checked, planned, read in one snapshot.
 *
 * @article 5.2
 */
export class StatisticsService {
  private readonly figures: PublishedFigures;
  private readonly tallies: TallyReader;

  constructor(private readonly parts: StatisticsParts) {
    this.figures = new PublishedFigures(parts);
    this.tallies = new TallyReader(parts.analysis);
  }

  /**
   * 提问 · Reckons what a question takes, pays for it, and asks it.
   *
   * @throws ApiError BAD_USER_INPUT for a question that would be wrong, with every reason; COMPLEXITY_LIMIT for one that takes too
   *   much, before it runs; SERVICE_UNAVAILABLE for an analyst while nothing is published
   */
  async ask(
    caller: Caller,
    filter: StatFilter,
    question: Omit<StatQuestion, 'day'>,
    { asOf, rulesAsOf: named }: QuestionDays,
    ledger: StatLedger,
  ): Promise<Asked<StatAnswer>> {
    limitFilter(filter.where);
    const plan = planOf(filter.subject, { ...question, day: asOf ?? caller.today });
    const { reach, published } = await reachFor(caller, filter, this.parts.access);
    if (published && named !== null)
      throw refused('rulesAsOf', 'published figures are reckoned once, under the rules of the day that they tell of');
    for (const [name, day] of Object.entries(published ? {} : { asOf, rulesAsOf: named }))
      if (day !== null && day > caller.today) throw refused(name, `${day} has not come; today is ${caller.today}`);
    const past = published || asOf === caller.today ? null : asOf;
    // The rules of the very day that is asked about are followed anyway.
    const rulesAsOf = named === (asOf ?? caller.today) && !looksBack(plan) ? null : named;
    const counties = reach.counties(filter.where?.region);
    const wanted = { caller, filter, plan, reach, counties, published, past, rulesAsOf };
    const chosen = published ? [] : await this.chosenFor(wanted);
    const asked = await this.parts.desk.ask(
      caller,
      {
        ...tellSources(plan, published, chosen),
        subject: filter.subject,
        counted: filter.subject,
        past: past !== null,
        reach,
        counties,
        // Of a past day every row is told.
        statuses: past === null && !looksBack(plan) ? statusesOf(filter) : null,
        // The day that an analyst names is checked by the read itself.
        key: [filter, questionKey(plan), published ? asOf : past, rulesAsOf],
        read: published ? this.published(wanted, asOf) : () => this.exact(wanted, chosen),
      },
      ledger,
    );
    if (asked.answer === null) return { ...asked, answer: null };
    // Another alias may have asked the same under other keys.
    const { answer } = asked;
    const groupings = plan.groupings.map((grouping, at) => ({ ...answer.groupings[at]!, plan: grouping }));
    return { ...asked, answer: { ...answer, groupings } };
  }

  private async exact(
    { caller, filter, plan, reach, counties, past, rulesAsOf }: Wanted,
    chosen: readonly ChosenSource[],
  ): Promise<Counted> {
    const wantedOn = (since: CalendarDate | null): ReturnType<WantedOn> => {
      const day = since ?? past;
      const scope = day === null ? reach.scope : { ...reach.scope, closed: true as const };
      const today = day ?? caller.today;
      const days = { today, rulesOn: rulesAsOf ?? today };
      const where = conditionOn(filter, counties, days, this.parts);
      return { basis: this.basisOf(plan, counties, days, day), units: { counties, scope, where } };
    };
    const scope = past !== null || looksBack(plan) ? { ...reach.scope, closed: true as const } : reach.scope;
    const sources = chosen.map((one) => sourceOf(filter.subject, one));
    const found = await this.parts.analysis.readAtOnce(scope, (tx) => readGroupings(tx, sources, plan, wantedOn));
    return { groupings: withTotals(plan, found), counties, suppressed: 0, published: null };
  }

  /** @returns what reads it, once it is known that it may be asked @throws ApiError BAD_USER_INPUT for what is not published */
  private published(
    { caller, filter, plan, reach, counties }: Wanted,
    asOf: CalendarDate | null,
  ): () => Promise<Counted> {
    const basis = {
      ...this.basisOf(plan, [], { today: caller.today, rulesOn: caller.today }),
      riskGroups: riskGroupsOf(this.parts.provinces),
    };
    const read = this.figures.prepare({ filter, plan, reach, counties, basis, asOf });
    return async () => {
      const { groupings, suppressed, day } = await read();
      return { groupings: withTotals(plan, groupings), counties, suppressed, published: day };
    };
  }

  /** Where each grouping is answered from, see `chooseSource`. */
  private async chosenFor({
    filter: { subject, where },
    plan: { groupings },
    reach: {
      scope: { prefixes, householdId },
    },
    past,
    rulesAsOf,
  }: Wanted): Promise<ChosenSource[]> {
    const counted = await this.tallies.areCounted();
    const question = {
      subject,
      where,
      past: past !== null || rulesAsOf !== null,
      prefixes,
      ofHousehold: householdId !== null,
      counted,
    };
    return groupings.map((grouping) => chooseSource(grouping, question));
  }

  private basisOf(
    plan: StatPlan,
    counties: readonly string[],
    { today, rulesOn }: FilterDays,
    asOf: CalendarDate | null = null,
  ): StatBasis {
    const asks = (name: string): boolean =>
      plan.groupings.some(({ dimensions }) => dimensions.some(({ definition }) => definition.name === name));
    return {
      today,
      asOf,
      bands: asks('band') ? this.bandsOf(counties, rulesOn) : [],
      riskGroups: asks('riskGroup') ? riskGroupsOf(this.parts.provinces) : new Map(),
    };
  }

  private bandsOf(counties: readonly string[], rulesOn: CalendarDate): StatBasis['bands'] {
    const { provinces } = this.parts;
    return alikeCounties(counties, (county) => provinces.rulesOn(county, rulesOn).bands).map((alike) => ({
      counties: alike.counties,
      bands: alike.rules,
    }));
  }
}

function refused(at: string, why: string): ApiError {
  return new ApiError('BAD_USER_INPUT', `The figures are not told so: ${why}.`, { path: [at] });
}
