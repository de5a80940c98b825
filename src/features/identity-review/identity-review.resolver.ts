import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Row } from '../../platform/database/read-rows.js';
import { selectedBelow } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { UserError } from '../../platform/graphql/user-error.js';
import type { MemberObject } from '../member/index.js';
import {
  IdentityReview,
  IdentityReviewConnection,
  IdentityReviewFilter,
  IdentityReviewPayload,
  SettleIdentityReviewInput,
} from './identity-review.graphql.js';
import { type IdentityReviewService, readReviewId } from './identity-review.service.js';
import { Member } from '../member/member.graphql.js';

/** 复核对象 · What a review's resolvers stand on. */
interface ReviewObject {
  readonly rowId: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly noteSealed?: string | null;
}

/** 身份复核 · ID numbers that were entered twice. @article 5.3 */
@Resolver(() => IdentityReview)
export class IdentityReviewResolver {
  constructor(private readonly service: IdentityReviewService) {}

  @Query(() => IdentityReviewConnection, {
    description:
      "ID numbers of the viewer's region that were entered twice, the longest waiting first (身份复核) (art. 5.3).",
  })
  identityReviews(
    @Arg('where', () => IdentityReviewFilter, {
      nullable: true,
      description: 'Which of them are meant (筛选条件); all that the viewer may see where it is left out.',
    })
    where: IdentityReviewFilter | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.service.page(ctx, where ?? {}, paging, selectionOf(info));
  }

  @Mutation(() => IdentityReviewPayload, {
    description:
      'Settles the own side of an ID number that was entered twice (了结身份复核) (art. 5.3). Nothing is said of the other side.',
  })
  async settleIdentityReview(
    @Arg('input', () => SettleIdentityReviewInput, { description: 'The review and what was found (办理内容).' })
    input: SettleIdentityReviewInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<{ readonly review: Row | null; readonly userErrors: readonly UserError[] }> {
    const { done, refusals } = await this.service.settle(ctx, input);
    const place = done === null ? null : readReviewId(input.reviewId);
    const wanted = selectedBelow(selectionOf(info), 'review');
    return { review: place === null ? null : await this.service.one(ctx, place, wanted), userErrors: refusals };
  }

  @FieldResolver(() => ID, {
    description: 'Id of the review (标识), opaque; both counties have it under the same row id.',
  })
  id(@Root() { countyCode, rowId }: ReviewObject): string {
    return toGlobalId('IdentityReview', countyCode, rowId);
  }

  @FieldResolver(() => Member, {
    nullable: true,
    description:
      'The member here whose number it is (本地成员), also one that has left; null once the record was closed.',
  })
  member(@Root() review: ReviewObject, @Info() info: GraphQLResolveInfo): MemberObject | null {
    return readAhead(review, info);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was found, in words (说明); to the offices that answer for the place, null to others.',
  })
  note(@Root() review: ReviewObject, @Ctx() ctx: RequestContext): string | null {
    return this.service.note(ctx, review);
  }
}
