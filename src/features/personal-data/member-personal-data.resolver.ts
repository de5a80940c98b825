import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import type { MemberObject } from '../member/index.js';
import { Member } from '../member/member.graphql.js';
import type { PersonalDataService, PersonalField } from './personal-data.service.js';

const PURPOSE =
  'What the unmasked value is needed for (查询用途), 2 to 200 characters; it is written to the audit trail. Left out, the value stays masked.';

/** 成员的个人信息 · Who a member is: masked, and unmasked with a purpose. @article 5.3 */
@Resolver(() => Member)
export class MemberPersonalDataResolver {
  constructor(private readonly personal: PersonalDataService) {}

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
