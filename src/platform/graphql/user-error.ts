import { Field, Int, ObjectType } from 'type-graphql';
import type { Refusal, RefusalCode } from '../../domain/kernel/verdict.js';

/** 业务错误 · A refusal as the public API shows it; a `Refusal` of the domain fits as it is. @article none — technical */
@ObjectType({
  description:
    'Why a mutation was refused (业务错误): a rule of the policy, a step of another level, a stale version or a value that cannot be. Nothing was written.',
  simpleResolvers: true,
})
export class UserError implements Refusal {
  @Field(() => String, {
    description:
      'Closed code for programs (错误代码), e.g. NOT_FOUND, CONFLICT, WRONG_LEVEL, NOTICE_STILL_OPEN, GATE_NOT_PASSED; it never changes its meaning.',
  })
  code!: RefusalCode;

  @Field(() => String, {
    description:
      'A sentence for people (说明): what is wrong, where, and how to mend it. Not for programs: the words may change.',
  })
  message!: string;

  @Field(() => [String], {
    description:
      'Path into the mutation\'s arguments (出错位置), from `input` down, list positions as digits, e.g. ["input", "members", "0", "idNumber"].',
  })
  path!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description:
      'Article of 中农组发〔2021〕7号 that asks for it (政策条款), e.g. "3.2", or "G" for guide and county practice; null where the reason is technical.',
  })
  article!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'With CONFLICT, the version that the object has now (当前版本号), where the input named one: read it again, and act upon this one. Null otherwise.',
  })
  currentVersion?: number;
}
