import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { NATION, type RegionCode } from '../../domain/kernel/region-code.js';
import { type DisclosureParameters, disclosureFaults } from '../../domain/statistics/disclosure/parameters.js';
import type { Database } from '../../platform/database/database.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import { appendToOwnChain } from '../audit/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import {
  beginPublication,
  clearCounty,
  completePublication,
  countiesWithHouseholds,
  forgetPublications,
  newestPublication,
  publishCounty,
} from './publish.repository.js';

/** 发布所需 · What a publication is made with. */
export interface PublishParts {
  /** The owner's way into the database: a county takes longer than a caller would wait. */
  readonly database: Database;
  readonly tree: RegionTree;
  readonly provinces: Pick<ProvinceService, 'rulesOn'>;
  readonly parameters: DisclosureParameters;
}

/** 发布结果 · Which publication, and of how many counties. */
export interface Published {
  readonly id: string;
  readonly day: CalendarDate;
  readonly counties: number;
}

/** 发布进度 · Told after each county. */
export type PublishProgress = (done: number, of: number) => void;

/**
 * 发布统计数据 · Makes the publication of a day, county by county, each in a transaction of its own; it is read once all of it is
 * there, and the one before is kept until the next is begun. Other parameters than last time are an audit event of the nation.
 *
 * @throws Error where the parameters would not protect
 * @article 5.3
 */
export async function publishFigures(
  parts: PublishParts,
  when: { readonly today: CalendarDate; readonly now: () => Date },
  onProgress: PublishProgress = () => undefined,
  stopping?: AbortSignal,
): Promise<Published | null> {
  const { database, tree, parameters } = parts;
  const faults = disclosureFaults(parameters);
  if (faults.length > 0) throw new Error(`the parameters of disclosure control do not protect: ${faults.join('; ')}`);
  const id = randomUUID();
  const { today } = when;
  const kept = await database.write(WHOLE_REGISTER, async (tx) => {
    const before = await newestPublication(tx);
    const alive = before === null ? [] : [before.id];
    await forgetPublications(tx, alive);
    await beginPublication(tx, { id, day: today, startedAt: when.now().toISOString(), parameters });
    if (before !== null && JSON.stringify(sorted(before.parameters)) !== JSON.stringify(sorted(parameters))) {
      const change = { before: sorted(before.parameters), parameters: sorted(parameters) };
      const record = { action: 'changeDisclosureControl', occurredOn: today, change, role: null, actor: 'system' };
      const system = { principal: null, requestId: 'publish', now: when.now(), today };
      await appendToOwnChain(tx, system, { kind: 'Configuration', code: NATION, regionCode: NATION, record });
    }
    return [...alive, id];
  });
  const counties = await database.read(WHOLE_REGISTER, (tx) => countiesWithHouseholds(tx, tree.countiesUnder(NATION)));
  for (const [index, county] of counties.entries()) {
    if (stopping?.aborted === true) return null;
    await database.write(WHOLE_REGISTER, async (tx) => {
      await clearCounty(tx, county, kept);
      const { bands, line } = parts.provinces.rulesOn(county as RegionCode, today);
      const basis = { today, asOf: null, bands: [{ counties: [county], bands }], riskGroups: new Map() };
      await publishCounty(tx, county, id, basis, line?.perCapitaIncome ?? null);
    });
    onProgress(index + 1, counties.length);
  }
  await database.write(WHOLE_REGISTER, (tx) => completePublication(tx, id, when.now().toISOString()));
  return { id, day: today, counties: counties.length };
}

function sorted(parameters: DisclosureParameters): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
}
