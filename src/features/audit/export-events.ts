import { COUNTY_DIGITS, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Engine } from '../../platform/database/engine.js';
import { countiesWithChains, eventsToExport } from './register-chains.repository.js';

/** 导出范围 · Which events are exported. */
export interface ExportQuestion {
  /** 000000 for all. */
  readonly region: string;
  readonly from: string | null;
  readonly to: string | null;
}

const BATCH = 1_000;
/**
 * 导出审计事件 · Events as lines of JSON, each with all that its hash covers, so that an archive can be checked by itself; the words of
 * purposes stay sealed in the register.
 *
 * @returns a part of the lines at a time, with how many events of how many there are at most
 * @article 5.3
 */
export async function* exportEvents(
  engine: Engine,
  { region, from, to }: ExportQuestion,
): AsyncGenerator<{ readonly lines: string; readonly done: number; readonly total: number }> {
  const regionPrefix = subtreePrefix(region as RegionCode);
  const near = regionPrefix.slice(0, COUNTY_DIGITS);
  const counties = (await countiesWithChains(engine)).filter(({ county }) => county.startsWith(near));
  const total = counties.reduce((sum, { events }) => sum + events, 0);
  const question = { counties: counties.map(({ county }) => county), regionPrefix, from, to };
  let done = 0;
  for (let after: { countyCode: string; id: string } | null = null; ; ) {
    const events = await eventsToExport(engine, question, after, BATCH);
    done += events.length;
    yield { lines: events.map(({ id: _own, ...link }) => `${JSON.stringify(link)}\n`).join(''), done, total };
    const last = events.at(-1);
    if (last === undefined || events.length < BATCH) return;
    after = last;
  }
}
