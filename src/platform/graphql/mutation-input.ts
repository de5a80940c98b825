import { Field, Int } from 'type-graphql';
import { UuidScalar } from './scalars/index.js';

/** What `@Field(…)` returns; both a property and a method may carry it. */
type FieldDecorator = PropertyDecorator & MethodDecorator;

/**
 * 幂等键 · Declares `idempotencyKey: UUID` on the input of a mutation.
 *
 * @article none — technical
 */
export function IdempotencyKey(): FieldDecorator {
  return Field(() => UuidScalar, {
    nullable: true,
    description:
      'Key of this attempt (幂等键), made by the client: sent again with the same input by the same caller it answers the first success for 24 h and writes nothing; with another input it is refused with IDEMPOTENCY_CONFLICT.',
  });
}

const VERSION_OF = {
  case: 'the case (档案版本号), raised by any step, notice, risk or measure',
  household: 'the household (农户版本号), raised by any change of it, its members or its incomes',
  segment: 'the segment (分组版本号), raised by each change',
  corrected: 'what is corrected (更正对象版本号): the household, or the case for a case and its risks',
} as const;

/**
 * 预期版本 · Declares `expectedVersion: Int`, required unless papers may be entered late without it.
 *
 * @param of  whose version it is
 * @article none — technical
 */
export function ExpectedVersion(
  of: keyof typeof VERSION_OF,
  presence: 'required' | 'optional' = 'required',
): FieldDecorator {
  const late = presence === 'optional' ? ' May be left out for papers that are entered late.' : '';
  return Field(() => Int, {
    nullable: presence === 'optional',
    description: `Version that the caller saw of ${VERSION_OF[of]}; another one is refused with CONFLICT and nothing is lost.${late}`,
  });
}
