import { Field, ID, InputType } from 'type-graphql';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import { EvidenceInput } from '../case/evidence.input.js';

/** 更正记录 · @article 5.3 */
@InputType({
  description:
    'Puts a mistake of the record right (更正记录) (art. 2.1, 5.3): the correction is appended with its reason, the old value is kept, the rules are run again.',
})
export class CorrectRecordInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, {
    description:
      'Global id of what is corrected (更正对象): a household, a member of one, a case, a risk or a measure of a case.',
  })
  subjectId!: string;

  @ExpectedVersion('corrected')
  expectedVersion!: number;

  @Field(() => JsonObjectScalar, {
    description: [
      'What it should say, by field (更正内容); what is absent stays.',
      'Household: `formerStatus`, `source`; `income` with the window `from`, `to` that was recorded and the amounts in yuan that were wrong, `window` {from, to}, `heads` and `source` where these were;',
      '`guarantees` with the day `checkedOn` of the check and the answers that were wrong, `day` and `source` where these were; null clears a `source`.',
      'Member: `birthDate`, `sex`, `health`, `disabilityGrade`, `selfCare`, `labour`, `schooling`, `medicalInsurance`, `safetyNet`; the version is that of the household.',
      'Case: `category`, `channel`; or one day: `openedOn`, `identifiedOn` (cases of the national system), `step` {procedure, code, attempt, on}.',
      'Measure: `addresses`, `timing`, `fundingSource`, `provider`, `budget`, `startsOn`, `endsOn`, `delivery` {on, number, day, amount, inKind}; null clears `provider`, `amount` or `inKind`.',
      'Risk: `riskType`, `primary`, `identifiedOn`. A fact that has changed since is no mistake: it is recorded anew.',
    ].join(' '),
  })
  set!: Readonly<Record<string, unknown>>;

  @Field(() => String, { description: 'Why it was a mistake (更正理由), at most 2,000 characters.' })
  reason!: string;

  @Field(() => [EvidenceInput], {
    nullable: true,
    description: 'Papers that prove it (佐证材料), each with its SHA-256.',
  })
  evidence?: EvidenceInput[] | null;
}
