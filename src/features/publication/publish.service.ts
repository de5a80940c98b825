import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { NATION, provinceOf, provincesOf, type RegionCode } from '../../domain/kernel/region-code.js';
import type { KeyedDraw } from '../../domain/statistics/disclosure/cell.js';
import { keyCheckOf } from '../../domain/statistics/disclosure/key-check.js';
import { type DisclosureParameters, disclosureFaults } from '../../domain/statistics/disclosure/parameters.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import { appendToOwnChain } from '../audit/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { riskGroupsOf } from '../stat-source/index.js';
import {
  abandonPublication,
  beginPublication,
  clearCounty,
  completePublication,
  countiesToPublish,
  forgetPublications,
  isFreeToPublish,
  keepPublication,
  newestPublication,
  type Publication,
  publishCounty,
} from './publish.repository.js';
import { CELLS, forgetCells, keepCells } from './kept-cells.repository.js';
import { forgetStandardFigures } from './standard-figure.repository.js';
import { keepStandardFigures } from './standard-figures.js';

/** 发布所需 · What a publication is made with. */
export interface PublishParts {
  /** The owner's way into the database: a county takes longer than a caller would wait. */
  readonly database: Database;
  readonly tree: RegionTree;
  readonly provinces: Pick<ProvinceService, 'rulesOn' | 'all'>;
  readonly parameters: DisclosureParameters;
  /** By what the standard tables are perturbed: the same as what answers analysts. */
  readonly draw: KeyedDraw;
  /** What later rooms keep of a county with each publication. */
  readonly alongside?: readonly PublishesCounty[];
}

/** 一并发布 · Keeps something of a county with a publication, in the transaction that publishes the county. @article none — technical */
export interface PublishesCounty {
  /** By which the publication tells that it has it. */
  readonly part: string;
  readonly keep: (
    tx: Transaction,
    county: string,
    publication: { readonly id: string; readonly day: CalendarDate },
  ) => Promise<void>;
}

/**
 * 发布所必备 · What every publication notes that it has: the record keys of all its rows are their households'. One that lacks it is made anew.
 *
 * @article none — technical
 */
export const PUBLICATION_PARTS: readonly string[] = ['keys of households'];

/** 发布结果 · Which publication, and of how many counties. */
export interface Published {
  readonly id: string;
  readonly day: CalendarDate;
  readonly counties: number;
}

/** 发布之日 · Which day is published, and what time it is. */
export interface PublicationDay {
  readonly today: CalendarDate;
  readonly now: () => Date;
}

/** 发布进度 · Told after each county. */
export type PublishProgress = (done: number, of: number) => void;

/** Longer than a county may take: whoever takes over later takes over from nobody who is still at it. */
const LEASE_MS = 1_200_000;
const TAKEN_OVER = 'another process took the publication over meanwhile';

/**
 * 发布统计数据 · Makes the publication of a day, county by county, each in a transaction of its own; it is read once all of it is
 * there, and the one before is kept until the next is begun. Other parameters than last time are an audit event of the nation.
 *
 * One at a time over all processes: a publisher has a lease that it moves on with each county. A county that fails ends it, and what
 * was published before stays as it is.
 *
 * @returns null where another is publishing at the moment, or it was told to stop
 * @throws Error where the parameters would not protect, and with the name of the county that failed
 * @article 5.3
 */
export async function publishFigures(
  parts: PublishParts,
  when: PublicationDay,
  onProgress: PublishProgress = () => undefined,
  stopping?: AbortSignal,
): Promise<Published | null> {
  const { database, parameters } = parts;
  const faults = disclosureFaults(parameters);
  if (faults.length > 0) throw new Error(`the parameters of disclosure control do not protect: ${faults.join('; ')}`);
  const id = randomUUID();
  const { today } = when;
  if (!(await begin(parts, id, when))) return null;
  let completed = false;
  try {
    const counties = await fill(parts, id, when, onProgress, stopping);
    if (counties === null) return null;
    const at = when.now().toISOString();
    completed = await database.write(WHOLE_REGISTER, (tx) => completePublication(tx, id, at));
    if (!completed) throw new Error(TAKEN_OVER);
    return { id, day: today, counties };
  } finally {
    if (!completed) await database.write(WHOLE_REGISTER, (tx) => abandonPublication(tx, id));
  }
}

/** @returns false where another is publishing at the moment */
function begin(
  { database, parameters, draw, alongside = [] }: PublishParts,
  id: string,
  { today, now }: PublicationDay,
): Promise<boolean> {
  return database.write(WHOLE_REGISTER, async (tx) => {
    const at = now();
    if (!(await isFreeToPublish(tx, at.toISOString()))) return false;
    const before = await newestPublication(tx);
    const kept = before === null ? [] : [before.id];
    await forgetPublications(tx, kept);
    await forgetStandardFigures(tx, kept);
    await forgetCells(tx, kept);
    const startedAt = at.toISOString();
    await beginPublication(tx, {
      id,
      day: today,
      startedAt,
      leaseUntil: leaseFrom(at),
      parameters,
      keyCheck: keyCheckOf(draw),
      parts: [...PUBLICATION_PARTS, CELLS, ...alongside.map(({ part }) => part)],
    });
    const change = before === null ? null : changeSince(before, parameters, keyCheckOf(draw));
    if (change !== null) {
      const record = { action: 'changeDisclosureControl', occurredOn: today, change, role: null, actor: 'system' };
      const system = { principal: null, requestId: 'publish', now: at, today };
      await appendToOwnChain(tx, system, { kind: 'Configuration', code: NATION, regionCode: NATION, record });
    }
    return true;
  });
}

/** @returns how many counties there are; null where it was told to stop */
async function fill(
  { database, tree, provinces, parameters, draw, alongside = [] }: PublishParts,
  id: string,
  { today, now }: PublicationDay,
  onProgress: PublishProgress,
  stopping?: AbortSignal,
): Promise<number | null> {
  const { registered, emptied } = await database.read(WHOLE_REGISTER, (tx) =>
    countiesToPublish(tx, tree.countiesUnder(NATION)),
  );
  const standard = { draw, riskGroups: riskGroupsOf(provinces), publication: { id, day: today, parameters } };
  const within = (place: string, work: (tx: Transaction) => Promise<void>): Promise<void> =>
    database
      .write(WHOLE_REGISTER, async (tx) => {
        if (!(await keepPublication(tx, id, leaseFrom(now())))) throw new Error(TAKEN_OVER);
        await work(tx);
      })
      .catch((cause: unknown) => {
        if (cause instanceof Error && cause.message === TAKEN_OVER) throw cause;
        throw new Error(`the figures of ${place} were not published`, { cause });
      });
  const inCounty = (county: string, work: (tx: Transaction) => Promise<void>): Promise<void> =>
    within(`county ${county}`, async (tx) => {
      await clearCounty(tx, county);
      await work(tx);
    });
  for (const county of emptied) {
    if (stopping?.aborted === true) return null;
    await inCounty(county, async () => undefined);
  }
  for (const [index, county] of registered.entries()) {
    if (stopping?.aborted === true) return null;
    await inCounty(county, async (tx) => {
      const { bands, line } = provinces.rulesOn(county as RegionCode, today);
      const basis = { today, asOf: null, bands: [{ counties: [county], bands }], riskGroups: new Map() };
      await publishCounty(tx, county, id, basis, line?.perCapitaIncome ?? null);
      await keepStandardFigures(tx, standard, ['COUNTY', 'TOWNSHIP'], [county]);
      for (const { keep } of alongside) await keep(tx, county, { id, day: today });
    });
    onProgress(index + 1, registered.length);
  }
  for (const province of provincesOf(registered)) {
    if (stopping?.aborted === true) return null;
    const counties = registered.filter((county) => provinceOf(county as RegionCode) === province);
    await within(`province ${province}`, async (tx) => {
      await keepStandardFigures(tx, standard, ['PROVINCE', 'CITY'], counties);
      await keepCells(tx, id, province, counties);
    });
  }
  await within('the nation', (tx) => keepStandardFigures(tx, standard, ['NATION'], registered));
  return registered.length;
}

function leaseFrom(now: Date): string {
  return new Date(now.getTime() + LEASE_MS).toISOString();
}

/** What is otherwise than in the publication before: parameters, the key, or whose the record keys are; null for nothing. */
function changeSince(
  { parameters: before, keyCheck: keyBefore, parts }: Publication,
  parameters: DisclosureParameters,
  keyCheck: string,
): Readonly<Record<string, unknown>> | null {
  const changed = JSON.stringify(sorted(before)) !== JSON.stringify(sorted(parameters));
  const otherKey = keyBefore !== null && keyBefore !== keyCheck;
  const added = PUBLICATION_PARTS.filter((part) => parts?.includes(part) !== true);
  if (!changed && !otherKey && added.length === 0) return null;
  const key = otherKey ? { keyBefore, key: keyCheck } : {};
  const anew = added.length > 0 ? { added } : {};
  return { ...(changed ? { before: sorted(before), parameters: sorted(parameters) } : {}), ...key, ...anew };
}

function sorted(parameters: DisclosureParameters): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
}
