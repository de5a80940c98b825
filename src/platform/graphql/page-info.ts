import { Field, ObjectType } from 'type-graphql';

/** 分页信息 · Relay's PageInfo. @article none — technical */
@ObjectType({
  description:
    'Where a page stands in the whole list (分页信息): whether more follows or precedes, and the cursors to go on with.',
  simpleResolvers: true,
})
export class PageInfo {
  @Field(() => Boolean, {
    description: 'Whether there is more after this page (有下一页); ask for it with `first` and `after: endCursor`.',
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether there is more before this page (有上一页); ask for it with `last` and `before: startCursor`.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first edge of this page (首条游标), null when the page is empty.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge of this page (末条游标), null when the page is empty.',
  })
  endCursor!: string | null;
}
