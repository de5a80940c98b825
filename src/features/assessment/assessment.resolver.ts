import type { GraphQLResolveInfo, ResponsePath } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Row } from '../../platform/database/read-rows.js';
import { fromGlobalId, type GlobalIdParts } from '../../platform/graphql/global-id.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Household } from '../household/household.graphql.js';
import type { HouseholdObject } from '../household/index.js';
import { Assessment } from './assessment.graphql.js';
import type { AssessmentService } from './assessment.service.js';
import { presentAssessment } from './present-assessment.js';

/** Every rule is run, and every instrument that fits is looked at. */
const COST = 50;

const ON = 'Day whose facts and rules are used (评估日期); today where it is left out.';

/** 监测评估 · The rules run on one household. @article 2.1 */
@Resolver(() => Assessment)
export class AssessmentResolver {
  constructor(private readonly service: AssessmentService) {}

  @Query(() => Assessment, {
    complexity: COST,
    description:
      "Runs the rules on a household as of a day and explains each finding (监测评估) (art. 2.1); writes nothing. A household that is not in the viewer's region is BAD_USER_INPUT, the same as an id that never was.",
  })
  async assess(
    @Arg('householdId', () => ID, { description: 'Global id of the household (农户标识).' }) householdId: string,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Assessment> {
    const assessed = await this.service.assess(ctx, fromGlobalId(householdId), on ?? ctx.today);
    return presentAssessment(assessed, ctx.language);
  }

  @FieldResolver(() => Household, { description: 'The household that was assessed (农户).' })
  household(
    @Root() { place }: { place: GlobalIdParts },
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row> {
    return this.service.household(ctx, place, selectionOf(info), positionOf(info.path));
  }
}

/** 农户的监测评估 · The rules run on the households of a page, each county's in one statement. @article 2.1 */
@Resolver(() => Household)
export class HouseholdAssessmentResolver {
  constructor(private readonly service: AssessmentService) {}

  @FieldResolver(() => Assessment, {
    complexity: COST,
    description:
      'What the rules say of the household as of a day (监测评估) (art. 2.1); writes nothing. For the offices and the household itself, as `assess`.',
  })
  async assessment(
    @Root() { countyCode: county, rowId: id }: HouseholdObject,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Assessment> {
    const assessed = await this.service.assess(ctx, { type: 'Household', county, id }, on ?? ctx.today);
    return presentAssessment(assessed, ctx.language);
  }
}

/** Keys of the answer down to a field, places in lists left out. */
function positionOf(path: ResponsePath | undefined): string {
  if (path === undefined) return '';
  return typeof path.key === 'number' ? positionOf(path.prev) : `${positionOf(path.prev)}.${path.key}`;
}
