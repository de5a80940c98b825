import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Role } from '../../domain/jurisdiction/role.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar, JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import { RoleEnum } from './role.graphql.js';

/** 审计事件 · One link of a subject's audit chain. @article 5.3 */
@ObjectType({
  implements: Node,
  description:
    'One entry of the audit trail (审计事件) (art. 5.3): a change, an unmasked read of personal data or a refusal. The entries of one subject form a chain of hashes.',
  simpleResolvers: true,
})
export class AuditEvent implements Node {
  id!: string;

  @Field(() => Int, { description: "Place in the subject's chain (序号), from 1 without a gap." })
  sequence!: number;

  @Field(() => DateTimeScalar, { description: "When it was written (记录时间), by the server's clock." })
  at!: Date | string;

  @Field(() => String, { description: 'Subject of the token that acted (操作人), a login and not a name.' })
  actor!: string;

  @Field(() => RoleEnum, {
    nullable: true,
    description:
      'The role under which it acted (操作角色); null for the system itself and for callers without a token.',
  })
  role!: Role | null;

  @Field(() => String, {
    description: 'What was done (操作): the name of the mutation, of the read, or of the refusal.',
  })
  action!: string;

  @Field(() => ID, { description: 'Global id of the household, case or lead that the chain belongs to (对象标识).' })
  subjectId!: string;

  @Field(() => JsonObjectScalar, {
    description:
      'What changed (变更内容): fields with their old and new values; personal data appear as keyed digests, which show whether two values are equal and nothing else.',
  })
  change!: Record<string, unknown>;

  purposes!: string[] | null;

  @Field(() => String, {
    description: 'SHA-256 over this entry and the hash before it (哈希值), in hexadecimal digits.',
  })
  hash!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Hash of the entry before this one in the chain (前一哈希值); null for the first.',
  })
  previousHash!: string | null;
}

/** 审计校验结果 · Whether a chain is whole. @article 5.3 */
@ObjectType({
  description:
    "What a check of one subject's audit chain found (审计链校验结果) (art. 5.3): every hash is computed again and compared.",
  simpleResolvers: true,
})
export class AuditVerification {
  @Field(() => Boolean, { description: 'Whether every entry is as it was written and none is missing (是否完整).' })
  intact!: boolean;

  @Field(() => Int, { description: 'How many entries were checked (校验条数).' })
  events!: number;

  @Field(() => AuditEvent, {
    nullable: true,
    description:
      'The first entry that does not agree with its hash, its predecessor or the head of the chain (首个异常事件); null when intact, and where entries are missing at the end.',
  })
  firstBroken!: AuditEvent | null;
}

/** 审计事件列表 · Page of audit events. */
export const { Edge: AuditEventEdge, Connection: AuditEventConnection } = connectionOf(
  () => AuditEvent,
  'AuditEvent',
  'audit events (审计事件)',
);
