import DataLoader from 'dataloader';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import type { Transaction } from '../../platform/database/database.js';
import { findHouseholdFacts } from './household-row.repository.js';

type Loader = DataLoader<{ county: string; id: string }, HouseholdFacts | null>;

const asked = new WeakMap<Transaction, Loader>();

/**
 * 一户的事实 · What the rules need to know of a household; those that are asked for at the same moment of one transaction are
 * read in one statement a county. Nothing is kept: what is asked for later is read again.
 *
 * @article 2.1
 */
export function loadHouseholdFacts(tx: Transaction, county: string, id: string): Promise<HouseholdFacts | null> {
  let loader = asked.get(tx);
  if (loader === undefined) {
    loader = new DataLoader((places) => factsOf(tx, places), { cache: false });
    asked.set(tx, loader);
  }
  return loader.load({ county, id });
}

async function factsOf(
  tx: Transaction,
  places: readonly { county: string; id: string }[],
): Promise<(HouseholdFacts | null)[]> {
  const counties = [...new Set(places.map(({ county }) => county))];
  const found = await Promise.all(
    counties.map(async (county) => {
      const ids = new Set(places.filter((place) => place.county === county).map(({ id }) => id));
      return [county, await findHouseholdFacts(tx, county, [...ids])] as const;
    }),
  );
  const byCounty = new Map(found);
  return places.map(({ county, id }) => byCounty.get(county)?.get(id) ?? null);
}
