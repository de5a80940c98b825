import { meetingPrefixes, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Database } from '../../platform/database/database.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import type { Logger } from '../../platform/logging/logger.js';
import type { Listening, LiveEvent, LiveSource } from '../../platform/socket/live-source.js';
import type { AccessService } from '../access/index.js';
import { changesSince, type FedChange } from './change-feed.repository.js';

/** 变更来源所需 · What it stands on. */
export interface ChangeFeedParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly logger: Pick<Logger, 'warn'>;
  readonly now: () => Date;
  /** Between two looks, milliseconds. */
  readonly everyMs?: number;
}

interface Listener {
  readonly field: string;
  readonly counties: readonly string[];
  readonly prefixes: readonly string[];
  /** Events that were there before it listened: no news for it, and news for others. */
  readonly before: ReadonlySet<string>;
  readonly deliver: (event: LiveEvent) => void;
}

const EVERY_MS = 1_000;
/**
 * How far a look goes back: an event bears the instant at which its request came, its transaction ends up to ten seconds later, and
 * the clocks of two servers may differ by five.
 */
const WINDOW_MS = 30_000;

/**
 * 变更来源 · What subscribers hear of: looks into the audit trail once a second, while anybody listens, and tells each change once. A change
 * and its event stand in one transaction, so that none is told that did not happen and none is missed; a look goes by the
 * clock and not by commit order, hence the window and the memory of what was told. Every process looks for its own subscribers.
 *
 * @article 5.1
 */
export class ChangeFeed implements LiveSource {
  private readonly listeners = new Set<Listener>();
  /** Events that were told, with the instant of it. */
  private readonly told = new Map<string, number>();
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(private readonly parts: ChangeFeedParts) {}

  /** 收听 · Begins to hear of changes in the caller's reach, or the part of it given; what is out of reach has none. */
  async open(
    context: RequestContext,
    field: string,
    args: Readonly<Record<string, unknown>>,
    deliver: (event: LiveEvent) => void,
  ): Promise<Listening> {
    const reach = await this.parts.access.reach(context, `Subscription.${field}`);
    const region = (args['region'] ?? null) as RegionCode | null;
    const place = {
      counties: reach.counties(region),
      prefixes: region === null ? reach.scope.prefixes : meetingPrefixes(reach.scope.prefixes, subtreePrefix(region)),
    };
    const listener: Listener = { field, ...place, before: await this.eventsBefore(place), deliver };
    this.listeners.add(listener);
    this.plan();
    return { close: () => this.listeners.delete(listener) };
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.looking;
  }

  private async eventsBefore(place: Pick<Listener, 'counties' | 'prefixes'>): Promise<ReadonlySet<string>> {
    const known = new Set(this.told.keys());
    for (let changes = await this.read([place], known); changes.length > 0; changes = await this.read([place], known))
      for (const { eventId } of changes) known.add(eventId);
    return known;
  }

  private plan(): void {
    if (this.stopped || this.timer !== null || this.listeners.size === 0) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.looking = this.look()
        .catch((err: unknown) => this.parts.logger.warn({ err }, 'changes could not be looked up'))
        .finally(() => this.plan());
    }, this.parts.everyMs ?? EVERY_MS);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const now = this.parts.now().getTime();
    for (const [id, at] of this.told) if (at < now - 2 * WINDOW_MS) this.told.delete(id);
    const changes = await this.read([...this.listeners], new Set(this.told.keys()));
    for (const change of changes) {
      this.told.set(change.eventId, now);
      for (const { field, event } of eventsOf(change))
        for (const listener of this.listeners)
          if (listener.field === field && hears(listener, change)) listener.deliver(event);
    }
  }

  private async read(
    places: readonly Pick<Listener, 'counties' | 'prefixes'>[],
    known: ReadonlySet<string>,
  ): Promise<FedChange[]> {
    const counties = [...new Set(places.flatMap((place) => place.counties))];
    const prefixes = [...new Set(places.flatMap((place) => place.prefixes))];
    if (counties.length === 0 || prefixes.length === 0) return [];
    const scope: DatabaseScope = { prefixes, householdId: null };
    const since = new Date(this.parts.now().getTime() - WINDOW_MS).toISOString();
    return this.parts.database.read(scope, (tx) => changesSince(tx, scope, counties, since, [...known]));
  }
}

function hears({ prefixes, before }: Listener, { eventId, regionCode }: FedChange): boolean {
  return !before.has(eventId) && prefixes.some((prefix) => regionCode.startsWith(prefix));
}

function eventsOf({ subjectType, subjectId, countyCode: county, alerts }: FedChange): {
  readonly field: string;
  readonly event: LiveEvent;
}[] {
  if (subjectType === 'MonitoringCase') return [{ field: 'caseChanged', event: { county, id: subjectId } }];
  const dispatched = (alerts ?? []).filter(({ alertStatus }) => alertStatus === 'DISPATCHED');
  return dispatched.map(({ alert }) => ({ field: 'alertDispatched', event: { county, id: alert } }));
}
