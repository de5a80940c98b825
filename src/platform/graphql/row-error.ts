import { Field, Int, ObjectType } from 'type-graphql';
import type { RefusalCode } from '../../domain/kernel/verdict.js';

/** 逐行错误 · Why one row of a batch was left out. @article none — technical */
@ObjectType({
  description: 'Why one row of a batch was left out (逐行错误); the other rows stand. A row may have several errors.',
  simpleResolvers: true,
})
export class RowError {
  @Field(() => Int, { description: 'Place of the row in the list that was sent (行号), from 0.' })
  index!: number;

  @Field(() => String, {
    description: 'Closed code for programs (错误代码), as in UserError, e.g. BAD_VALUE, DUPLICATE.',
  })
  code!: RefusalCode;

  @Field(() => String, { description: 'A sentence for people (说明): what is wrong, where, and how to mend it.' })
  message!: string;

  @Field(() => [String], {
    description: "Path into the mutation's arguments (出错位置), from `input` down, the row's place as digits.",
  })
  path!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Article of 中农组发〔2021〕7号 behind it (条款), e.g. "3.2"; null where the reason is technical.',
  })
  article!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'With CONFLICT, the version that the object has now (当前版本号), where the row named one: read it again, and act upon this one. Null otherwise.',
  })
  currentVersion?: number;
}
