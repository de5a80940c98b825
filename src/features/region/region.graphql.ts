import { Field, ObjectType } from 'type-graphql';
import { REGION_LEVELS, type RegionCode, type RegionLevel } from '../../domain/kernel/region-code.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/region-code.js';
import type { RegionRow } from './region-row.js';

/** 层级 · GraphQL enum `RegionLevel`. @article 5.1 */
export const RegionLevelEnum = describedEnum(
  'RegionLevel',
  'Level of a region, from the nation down to the village (层级; art. 5.1: the province answers for the whole, city, county and township carry the work out).',
  REGION_LEVELS,
  {
    NATION: 'The whole country (全国), code 000000.',
    PROVINCE:
      'Province, autonomous region or municipality under the central government (省、自治区、直辖市), code ending in 0000.',
    CITY: 'City, prefecture or league, and the statistical groups "市辖区", "县" and "省直辖县级行政区划" (市、地区、州、盟), code ending in 00.',
    COUNTY:
      'County, county-level city or district (县、县级市、区、旗), six digits; every household belongs to one. The three cities without counties stand in for it.',
    TOWNSHIP: 'Township, town or street, and units treated as such, e.g. farms (乡、镇、街道), nine digits.',
    VILLAGE:
      "Village or residents' committee (村、居民委员会), twelve digits; in the register for the counties that asked for them.",
  },
);

/** 行政区划 · GraphQL type `Region`. @article 5.1 */
@ObjectType('Region', {
  implements: Node,
  description:
    'A division of the country (行政区划): the nation, a province, city, county, township or village, by the statistics bureau’s codes of 30 June 2023. Art. 5.1 gives each level its own work.',
})
export class Region extends Node {
  @Field(() => RegionCodeScalar, {
    description:
      'Its division code (行政区划代码): six digits down to the county, nine a township, twelve a village. A region’s code begins with that of the region above it.',
  })
  code!: RegionCode;

  @Field(() => String, {
    description:
      'Its official short name in Chinese (名称), without the regions above it: "长沙县". Groups of the statistics bureau are named as they are there: "市辖区".',
  })
  name!: string;

  @Field(() => RegionLevelEnum, { description: 'Its level, from NATION to VILLAGE (层级; art. 5.1).' })
  level!: RegionLevel;
}

/**
 * 区划对象 · The GraphQL object of a row; the way for every room that points to a region.
 *
 * @article none — technical
 */
export function regionObject(row: RegionRow): Region {
  const { code, name, level } = row;
  return Object.assign(new Region(), { id: toGlobalId('Region', code.slice(0, 6), code), code, name, level });
}
