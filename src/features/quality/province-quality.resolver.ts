import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { configurationKeyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import type { ProvinceService } from '../province/index.js';
import { Province } from '../province/province.graphql.js';
import { presentQualityRules } from './present-quality-rules.js';
import { QualityRule } from './quality-rule.graphql.js';

// Two dozen rules, and what stands below a list without page sizes is reckoned five times.
const RULES_COST = 50;

/** 省级质量规则 · The rules of data quality that a province's register is looked through by. @article 5.3 */
@Resolver(() => Province)
export class ProvinceQualityResolver {
  constructor(private readonly provinces: Pick<ProvinceService, 'rulesOn'>) {}

  @FieldResolver(() => [QualityRule], {
    complexity: RULES_COST,
    description:
      "Rules of data quality on a day (数据质量规则) (art. 5.3): the nation's with the numbers that hold here, and the province's own; a day before the first rules is answered by the first.",
  })
  qualityRules(
    @Root() { code }: Province,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'Day that is meant (日期); today where it is left out.',
    })
    on: CalendarDate | null,
    @Arg('county', () => RegionCodeScalar, {
      nullable: true,
      description: 'County of the province whose rules are meant (县); the whole province where it is left out.',
    })
    county: RegionCode | null,
    @Ctx() ctx: RequestContext,
  ): QualityRule[] {
    const place = county ?? code;
    const own = configurationKeyOf(place) === code ? place : code;
    const { quality } = this.provinces.rulesOn(own, on ?? ctx.today);
    return presentQualityRules(quality ?? null, ctx.language);
  }
}
