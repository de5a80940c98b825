import { Field, ID, InputType } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';

/** 档案办理 · What every act on one case is asked with; the inputs of the acts extend it. @article none — technical */
@InputType({ description: 'What every act on one case is asked with (档案办理).' })
export abstract class OnCaseInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the case (档案标识).' })
  caseId!: string;

  @ExpectedVersion('case')
  expectedVersion!: number;
}
