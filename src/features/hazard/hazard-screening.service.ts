import { uuidv7 } from 'uuidv7';
import { hazardRulesFor, type SingledOut, singleOut } from '../../domain/hazard/single-out.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { meetingPrefixes, type RegionCode } from '../../domain/kernel/region-code.js';
import type { ScreeningReason } from '../../domain/screening/screening-reasons.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { regionScope, WHOLE_REGISTER } from '../../platform/database/scope.js';
import { eachInTurn } from '../../platform/each-in-turn.js';
import type { HouseholdService } from '../household/index.js';
import type { NewLeadParts } from '../lead/index.js';
import type { RegionTree } from '../region/index.js';
import { beginPart, type FoundHousehold, movePart, openLeads, pageOfHouseholds } from '../screening/index.js';
import { finishJob, openJobs, type ScreeningJob } from './screening-job.repository.js';

/** 风险筛查所需 · What it stands on. */
export interface HazardScreeningParts extends NewLeadParts {
  readonly database: Database;
  readonly tree: RegionTree;
  readonly households: Pick<HouseholdService, 'factsOf'>;
}

/** 时刻 · When a step is made. */
export interface Moment {
  readonly now: Date;
  readonly today: CalendarDate;
}

/** Households of one transaction. */
const AT_ONCE = 300;
/** A screening that fails waits twice as long each time before the server takes it up again, an hour at most. */
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * 风险筛查 · Goes through the households of a hazard's regions, county by county, and opens a lead for each that the province's rules
 * single out: once a household and hazard. A household with an open lead or case is singled out all the same, and its lead
 * joins (R05).
 *
 * Each step is a transaction that moves the county on together with its leads, so that it may be cut off anywhere and goes on
 * from there; two servers that take the same one up wait for each other and do no step twice.
 *
 * @article 2.3
 */
export class HazardScreening {
  private readonly failed = new Map<string, { readonly waitMs: number; readonly until: number }>();

  constructor(private readonly parts: HazardScreeningParts) {}

  /**
   * 继续筛查 · Goes on with every screening that is not through; of one hazard where it is named. One that failed is left for a
   * while, unless its hazard is named.
   *
   * @throws AggregateError with what kept some counties from it, after the others are through
   */
  async goOn(moment: () => Moment, hazardId: string | null = null, stopping?: AbortSignal): Promise<void> {
    const waiting = hazardId === null ? this.waiting(moment().now) : [];
    const jobs = await this.parts.database.read(WHOLE_REGISTER, (tx) => openJobs(tx, hazardId, waiting));
    const faults = 'some hazards were not screened to their end';
    await eachInTurn(jobs, faults, (job) => this.goOnWith(job, moment, stopping), stopping);
  }

  /** A county that fails keeps none of the others from it, and the screening from being finished. */
  private async goOnWith(job: ScreeningJob, moment: () => Moment, stopping?: AbortSignal): Promise<void> {
    const { tree, database } = this.parts;
    const counties = countiesOf(tree, job.hazard.prefixes);
    try {
      await eachInTurn(
        counties,
        `hazard ${job.hazard.rowId} was not screened to its end`,
        async (county) => {
          while (!(await this.step(job, county, moment()))) if (stopping?.aborted === true) return;
        },
        stopping,
      );
    } catch (fault) {
      const waitMs = Math.min(LONGEST_WAIT_MS, 2 * (this.failed.get(job.id)?.waitMs ?? FIRST_WAIT_MS / 2));
      this.failed.set(job.id, { waitMs, until: moment().now.getTime() + waitMs });
      throw fault;
    }
    this.failed.delete(job.id);
    if (stopping?.aborted === true) return;
    await database.write(WHOLE_REGISTER, (tx) => finishJob(tx, job.id, moment().now.toISOString()));
  }

  /** Screenings that failed lately. */
  private waiting(now: Date): string[] {
    return [...this.failed].flatMap(([id, { until }]) => (until > now.getTime() ? [id] : []));
  }

  /** @returns whether the county is through */
  private step(job: ScreeningJob, county: string, moment: Moment): Promise<boolean> {
    const scope = regionScope([county as RegionCode]);
    const { hazard, onDay } = job;
    return this.parts.database.write(scope, async (tx) => {
      const at = moment.now.toISOString();
      const subject = subjectOf(hazard.rowId, onDay);
      const part = await beginPart(tx, county, { id: uuidv7(), subject, hazardId: hazard.rowId, at });
      if (part.finished) return true;
      const prefixes = meetingPrefixes(hazard.prefixes, county);
      const page = await pageOfHouseholds(tx, scope, county, prefixes, part.lastHouseholdId, AT_ONCE);
      const ids = page.map(({ id }) => id);
      const opened = await openLeads(tx, this.parts, {
        caller: callerOf(job, moment),
        county,
        kind: 'HAZARD',
        hazardId: hazard.rowId,
        channel: 'HAZARD_SCREENING',
        on: onDay,
        joins: true,
        actor: job.requestedBy,
        role: job.requestedAs,
        found: ids.length === 0 ? [] : await this.singledOut(tx, job, county, ids),
      });
      const through = ids.length < AT_ONCE;
      const finishedAt = through ? at : null;
      const lastHouseholdId = ids.at(-1) ?? part.lastHouseholdId;
      await movePart(tx, county, part.id, { ...opened, lastHouseholdId, households: ids.length, finishedAt });
      return through;
    });
  }

  private async singledOut(
    tx: Transaction,
    { hazard, onDay }: ScreeningJob,
    county: string,
    ids: readonly string[],
  ): Promise<FoundHousehold[]> {
    const facts = await this.parts.households.factsOf(tx, county, ids);
    return [...facts.values()].flatMap((household): FoundHousehold[] => {
      const rules = this.parts.provinces.rulesOn(household.regionCode as RegionCode, onDay);
      const { singledOut } = singleOut(household, rules, hazardRulesFor(rules, hazard), onDay);
      return singledOut.length === 0 ? [] : [{ id: household.id, reasons: [reasonOf(hazard.rowId, singledOut)] }];
    });
  }
}

/** 筛查名 · What the parts of a screening go by. @article none — technical */
export function subjectOf(hazardId: string, on: CalendarDate): string {
  return `HAZARD ${hazardId} ${on}`;
}

/** 涉及各县 · The counties that a hazard touches. @article none — technical */
export function countiesOf(tree: RegionTree, prefixes: readonly string[]): string[] {
  const counties: readonly string[] = prefixes.flatMap((prefix) => tree.countiesOfPrefix(prefix));
  return [...new Set(counties)].sort();
}

/** One reason a household and hazard, so that it is singled out once; the first rule stands for it, and all are told. */
function reasonOf(hazardId: string, found: readonly SingledOut[]): ScreeningReason {
  const names = found.map(({ rule }) => rule.name);
  return {
    basis: hazardId,
    rule: found[0]!.rule.code,
    message: {
      zh: `规模性返贫风险筛查:${names.map(({ zh }) => zh).join('、')}`,
      en: `screening of a hazard: ${names.map(({ en }) => en).join('; ')}`,
    },
    evidence: Object.fromEntries(found.map(({ rule, evidence }) => [rule.code, evidence])),
    article: '2.3',
  };
}

function callerOf({ requestId }: ScreeningJob, { now, today }: Moment): Caller {
  return { principal: null, requestId, now, today };
}
