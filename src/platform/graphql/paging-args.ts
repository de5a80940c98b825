import { ArgsType, Field, Int } from 'type-graphql';

/** 每页条数 · Entries a page where the caller says nothing. */
export const DEFAULT_PAGE_SIZE = 50;

/** 每页上限 · Most entries a page. */
export const MAX_PAGE_SIZE = 200;

/** 向后分页参数 · `first` and `after`, for lists that are read forward only. @article none — technical */
@ArgsType()
export class ForwardPagingArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many entries to return from the start or after the cursor (向后取条数): ${DEFAULT_PAGE_SIZE} unless told, at most ${MAX_PAGE_SIZE}.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Begin after the entry with this cursor (起始游标), taken from an earlier page of the same list.',
  })
  after?: string | null;
}

/** 双向分页参数 · `first`/`after` and `last`/`before`; a page goes one way. @article none — technical */
@ArgsType()
export class PagingArgs extends ForwardPagingArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many entries to return from the end or before the cursor (向前取条数): at most ${MAX_PAGE_SIZE}; not together with \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'End before the entry with this cursor (截止游标), taken from an earlier page of the same list.',
  })
  before?: string | null;
}
