import { NATION, type RegionCode } from '../../domain/kernel/region-code.js';
import type { Database } from '../../platform/database/database.js';
import { regionScope, WHOLE_REGISTER } from '../../platform/database/scope.js';
import { eachInTurn } from '../../platform/each-in-turn.js';
import type { RegionTree } from '../region/index.js';
import { insertMirror, markMirrored, untoldReviews } from './identity-mirror.repository.js';

const AT_ONCE = 200;

/** 转告所需 · The register, and its counties. */
export interface MirrorParts {
  readonly database: Database;
  readonly tree: RegionTree;
}

/**
 * 转告另一县 · Gives each county that holds an identity number first its own row of the review that a second entry raised.
 *
 * It runs apart from the change that raised it: a transaction writes one county, and the answer of a second entry takes no longer
 * than that of a first. Cut off in between, it does the same again and nothing twice.
 *
 * @returns how many counties were told
 * @throws AggregateError with what kept some from it, after the others were told
 * @article 5.3
 */
export async function mirrorIdentityReviews({ database, tree }: MirrorParts): Promise<number> {
  const counties = tree.countiesUnder(NATION);
  const reviews = await database.read(WHOLE_REGISTER, (tx) => untoldReviews(tx, counties, AT_ONCE));
  await eachInTurn(reviews, 'some reviews of identity numbers were not told', async (review) => {
    if (review.otherCountyCode !== review.countyCode)
      await database.write(regionScope([review.otherCountyCode as RegionCode]), (tx) => insertMirror(tx, review));
    await database.write(regionScope([review.countyCode as RegionCode]), (tx) => markMirrored(tx, review));
  });
  return reviews.length;
}
