import { uuidv7 } from 'uuidv7';
import type { AlertRow } from '../../domain/alert/read-alert.js';
import type { RowRefusal } from '../../domain/kernel/row-refusal.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { COUNTY_DIGITS } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { RateLimiter, RateLimits } from '../../platform/http/rate-limit.js';
import type { AccessService, Reach } from '../access/index.js';
import { type ChangeService, keyConflict } from '../change/index.js';
import type { NewLeadParts } from '../lead/index.js';
import type { RegionTree } from '../region/index.js';
import { type AlertPlace, earlierAlerts } from './alert-row.repository.js';
import { matchHouseholds } from './match-households.js';
import { faultsOfPayload } from './payload-form.js';
import { type AlertPlan, type AlertSender, alertErrors, planAlerts, readRows } from './plan-alerts.js';
import { writeAlerts } from './write-alerts.js';

/** 推送预警 · What `submitDepartmentAlerts` is asked with. */
export interface SubmitAlerts {
  readonly idempotencyKey?: string | null;
  readonly alerts: readonly AlertRow[];
}

/** 推送结果 · What became of the rows. */
export interface AlertReport {
  readonly accepted: number;
  readonly matched: number;
  readonly duplicates: number;
  readonly failed: number;
  /** Alerts of the rows that stand, in the order of the rows; a repeated reference once. */
  readonly places: readonly AlertPlace[];
  readonly rowErrors: readonly RowRefusal[];
  readonly userErrors: readonly Refusal[];
}

/** 推送服务所需 · What it stands on. */
export interface SubmitAlertsParts extends NewLeadParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly tree: RegionTree;
  readonly rateLimits: RateLimits;
}

/** Rows of one call. */
export const MOST_ALERTS = 1_000;
/** Alerts of one sender in a minute, refused ones too: a county's month at once, and no flood. A file goes on when the minute is over. */
const LIMIT = { name: 'alerts', points: 20_000, seconds: 60, counted: 'together' } as const;

const OPERATION = 'Mutation.submitDepartmentAlerts';
/** A reference that came in by another call at the same moment makes the plan anew. */
const TAKEN = 'alert_reference_pkey';
const AGAIN = refuse('CONFLICT', 'another call took in the same reference at the same moment; send the rows again', [
  'alerts',
]);
const KEY_SPENT = refuse(
  'IDEMPOTENCY_CONFLICT',
  'this idempotencyKey has answered without this row; send it with a new key',
  ['idempotencyKey'],
);
const NO_DEPARTMENT = refuse('WRONG_LEVEL', 'the token names no department; alerts are those of one', [], '3.1');
const TOO_SMALL = refuse(
  'WRONG_LEVEL',
  "a department's system sends for a county or above; the token is of a smaller place",
  [],
  '3.1',
);
const ROUNDS = 3;
/**
 * R06 推送预警服务 · Takes in what a department's system tells, one transaction a county, in as many statements for a thousand alerts as
 * for one; a row that cannot be read is left out with its reasons, and the others stand.
 *
 * @article 3.1
 */
export class SubmitAlertsService {
  private readonly limit: RateLimiter;

  constructor(private readonly parts: SubmitAlertsParts) {
    this.limit = parts.rateLimits(LIMIT);
  }

  /** 推送 · Takes in what can be. @throws ApiError FORBIDDEN, RATE_LIMITED past the limit */
  async submit(caller: Caller, input: SubmitAlerts): Promise<AlertReport> {
    const { length } = input.alerts;
    const reach = await this.parts.access.reach(caller, OPERATION);
    const department = caller.principal?.department ?? null;
    if (department === null) return report([NO_DEPARTMENT]);
    if (reach.grants.every(({ region }) => region.length > COUNTY_DIGITS)) return report([TOO_SMALL]);
    if (length < 1 || length > MOST_ALERTS) {
      const message = `one call takes 1 to ${MOST_ALERTS} alerts; this one has ${length}`;
      return report([refuse('BAD_VALUE', message, ['alerts'])]);
    }
    await this.limit.spend(caller, length);
    const sender = this.senderOf(caller, reach, department);
    const { read, errors } = readRows(input.alerts, sender);
    for (let round = 1; ; round += 1) {
      const plan = await this.plan(reach, read, sender);
      const before = await this.answeredBefore(caller, sender, input, plan);
      if (before.conflict) return report([keyConflict('idempotencyKey')]);
      const done = await this.carryOut(caller, sender, input, plan, round < ROUNDS);
      if (done !== 'again') return summary(plan, before, done, [...errors, ...plan.errors, ...done.errors]);
    }
  }

  private senderOf({ today }: Caller, reach: Reach, department: Department): AlertSender {
    const { provinces, tree } = this.parts;
    return {
      reach,
      department,
      today,
      tree,
      kindsOn: (region, on) => provinces.rulesOn(region, on).alertKinds?.value ?? [],
      payloadFaults: faultsOfPayload,
    };
  }

  private async plan(reach: Reach, read: ReturnType<typeof readRows>['read'], sender: AlertSender): Promise<AlertPlan> {
    const keys = read.map(({ key }) => key);
    const entries = read.map(({ entry }) => entry);
    const matches = await this.parts.database.read(reach.scope, async (tx) => {
      const [earlier, householdOf] = await Promise.all([
        earlierAlerts(tx, keys),
        matchHouseholds(tx, reach, this.parts.blindIndex, entries),
      ]);
      return { earlier, householdOf };
    });
    return planAlerts(read, matches, sender);
  }

  /** Rows that the same call took in before: its key answers them as it did then, and not as repeated. */
  private async answeredBefore(
    caller: Caller,
    { reach }: AlertSender,
    input: SubmitAlerts,
    { byCounty, earlier }: AlertPlan,
  ): Promise<Before> {
    const counties = [...new Set([...byCounty.keys(), ...[...earlier.values()].map(({ county }) => county)])];
    const requests = counties.map((county) => ({ caller, operation: `${OPERATION}/${county}`, county, input }));
    const answers = await this.parts.changes.answeredBefore<TakenRows>(reach.scope, requests);
    const known = answers.flatMap((answer) => (answer === null || answer === 'conflict' ? [] : [answer]));
    const rows = new Set(known.flatMap((answer) => answer.rows.split(',').map(Number)));
    const matched = known.reduce((sum, answer) => sum + Number(answer.matched), 0);
    return { conflict: answers.includes('conflict'), rows, matched };
  }

  /** One transaction a county. The key is one a county too, so that what was cut off goes on where it stopped. */
  private async carryOut(
    caller: Caller,
    sender: AlertSender,
    input: SubmitAlerts,
    plan: AlertPlan,
    mayRepeat: boolean,
  ): Promise<'again' | Done> {
    const errors: RowRefusal[] = [];
    const taken = new Map<number, AlertPlace>();
    let matched = 0;
    for (const [county, rows] of plan.byCounty) {
      const alerts = rows.map((row) => ({ ...row, id: uuidv7() }));
      const found = rows.filter(({ household }) => household !== null).length;
      const ids: TakenRows = { county, rows: rows.map(({ index }) => index).join(','), matched: String(found) };
      const guards = { [TAKEN]: AGAIN };
      const request = { caller, operation: `${OPERATION}/${county}`, input, county, ids, guards, reach: sender.reach };
      const changed = await this.parts.changes.make(request, (tx) =>
        writeAlerts(tx, this.parts, caller, sender, county, alerts),
      );
      const refusals: readonly Refusal[] = changed.done === null ? changed.refusals : [KEY_SPENT];
      if (changed.done === ids) {
        for (const { index, id } of alerts) taken.set(index, { county, id });
        matched += found;
      } else if (refusals.includes(AGAIN) && mayRepeat) return 'again';
      else for (const { index } of rows) errors.push(...alertErrors(index, refusals));
    }
    return { taken, matched, errors };
  }
}

/** What the key of a county keeps. */
type TakenRows = { county: string; rows: string; matched: string };

interface Before {
  readonly conflict: boolean;
  readonly rows: ReadonlySet<number>;
  readonly matched: number;
}

interface Done {
  readonly taken: ReadonlyMap<number, AlertPlace>;
  readonly matched: number;
  readonly errors: readonly RowRefusal[];
}

function report(userErrors: readonly Refusal[]): AlertReport {
  return { accepted: 0, matched: 0, duplicates: 0, failed: 0, places: [], rowErrors: [], userErrors };
}

function summary(
  { earlier, repeated }: AlertPlan,
  before: Before,
  { taken, matched }: Done,
  errors: readonly RowRefusal[],
): AlertReport {
  const again = [...earlier.keys()].filter((index) => before.rows.has(index)).length;
  const places = [...taken, ...earlier].sort(([a], [b]) => a - b).map(([, place]) => place);
  return {
    accepted: taken.size + again,
    matched: matched + before.matched,
    duplicates: earlier.size - again + repeated.size,
    failed: new Set(errors.map(({ index }) => index)).size,
    places: [...new Map(places.map((place) => [place.id, place])).values()],
    rowErrors: [...errors].sort((a, b) => a.index - b.index),
    userErrors: [],
  };
}
