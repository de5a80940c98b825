import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Resolver, Root } from 'type-graphql';
import { ageOn, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { Household } from './household.graphql.js';
import type { HouseholdObject, MemberObject } from './household-rows.js';
import { Member } from './member.graphql.js';
import type { PersonalDataService, PersonalField } from './personal-data.service.js';

const PURPOSE =
  'What the unmasked value is needed for (查询用途), 2 to 200 characters; it is written to the audit trail. Left out, the value stays masked.';

/** 家庭成员 · What a member's own row does not say as it stands. @article 2.1 */
@Resolver(() => Member)
export class MemberResolver {
  constructor(private readonly personal: PersonalDataService) {}

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: MemberObject): string {
    return toGlobalId('Member', countyCode, rowId);
  }

  @FieldResolver(() => Household, { description: 'The household that the member belongs to (所属农户).' })
  household(@Root() member: MemberObject, @Info() info: GraphQLResolveInfo): HouseholdObject {
    return readAhead(member, info);
  }

  @FieldResolver(() => String, {
    description:
      'Name (姓名), masked as 张* unless the viewer may read personal data and gives a purpose; each unmasked read is audited (art. 5.3).',
  })
  name(
    @Root() member: MemberObject,
    @Arg('purpose', () => String, { nullable: true, description: PURPOSE }) purpose: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<string | null> | string | null {
    return this.show(ctx, member, 'name', purpose);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Identity number (身份证号码), masked after its first six characters unless a purpose is given; null where none is recorded. Each unmasked read is audited (art. 5.3).',
  })
  idNumber(
    @Root() member: MemberObject,
    @Arg('purpose', () => String, { nullable: true, description: PURPOSE }) purpose: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<string | null> | string | null {
    return this.show(ctx, member, 'idNumber', purpose);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Phone number (联系电话), masked unless a purpose is given; null where none is recorded. Each unmasked read is audited (art. 5.3).',
  })
  phone(
    @Root() member: MemberObject,
    @Arg('purpose', () => String, { nullable: true, description: PURPOSE }) purpose: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<string | null> | string | null {
    return this.show(ctx, member, 'phone', purpose);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Age in whole years on a day (年龄); null where the day of birth is not known, and before it.',
  })
  age(
    @Root() { birthDate }: MemberObject,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'Day on which the age is reckoned (日期); today where it is left out.',
    })
    on: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): number | null {
    return birthDate === null || birthDate === undefined ? null : ageOn(birthDate, on ?? ctx.today);
  }

  private show(
    ctx: RequestContext,
    member: MemberObject,
    field: PersonalField,
    purpose: string | null | undefined,
  ): Promise<string | null> | string | null {
    const asked = purpose !== null && purpose !== undefined;
    return asked ? this.personal.unmasked(ctx, member, field, purpose) : this.personal.masked(member, field);
  }
}
