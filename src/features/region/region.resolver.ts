import { Arg, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/region-code.js';
import { Region, regionObject } from './region.graphql.js';
import type { RegionTree } from './region-tree.js';

/** A county has 15 townships on average and a city 9 counties; what hangs below each is paid as often. */
const CHILDREN = 20;
/** A village has five regions above it. */
const ANCESTORS = 5;

/** 行政区划 · The query `region` and the edges between regions, all from the tree in memory. @article 5.1 */
@Resolver(() => Region)
export class RegionResolver {
  constructor(private readonly tree: RegionTree) {}

  @Query(() => Region, {
    nullable: true,
    description:
      'The region of a division code (按行政区划代码查询; art. 5.1), open to every role; null where the edition has none of this code, or no villages of its county.',
  })
  region(
    @Arg('code', () => RegionCodeScalar, {
      description: 'Division code (行政区划代码) of 6, 9 or 12 digits; "000000" is the nation.',
    })
    code: RegionCode,
  ): Region | null {
    const row = this.tree.find(code);
    return row && regionObject(row);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region directly above (上级区划; art. 5.1); null for the nation.',
  })
  parent(@Root() region: Region): Region | null {
    const row = this.tree.parentOf(region.code);
    return row && regionObject(row);
  }

  @FieldResolver(() => [Region], {
    complexity: ({ childComplexity }) => 1 + ANCESTORS * childComplexity,
    description: 'Every region above (各级上级区划; art. 5.1), nearest first, the nation last; empty for the nation.',
  })
  ancestors(@Root() region: Region): Region[] {
    return this.tree.ancestorsOf(region.code).map(regionObject);
  }

  @FieldResolver(() => [Region], {
    complexity: ({ childComplexity }) => 1 + CHILDREN * childComplexity,
    description:
      'The regions directly below (下级区划; art. 5.1), in the order of their codes; empty for a village, and for a township whose villages were not asked for.',
  })
  children(@Root() region: Region): Region[] {
    return this.tree.childrenOf(region.code).map(regionObject);
  }
}
