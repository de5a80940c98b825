import { Field, InputType } from 'type-graphql';
import type { CaseCategory } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { EvidenceInput } from '../case/evidence.input.js';
import { CaseCategoryEnum } from '../province/case-category.graphql.js';
import { CaseRiskInput } from '../risk/risk.input.js';

/** 全国系统记录 · @article 5.4 */
@InputType({
  description:
    'What the national system holds of a case that was identified there (全国系统记录) (art. 5.4): it keeps its number and its day, and no identification is run again. Entered by the county.',
})
export class NationalRecordInput {
  @Field(() => String, {
    description:
      'Its number in the national system (全国系统编号): 4 to 40 digits, letters and hyphens; DUPLICATE where it cannot be given to another case.',
  })
  number!: string;

  @Field(() => DateScalar, {
    description: 'Day on which it was identified there (识别日期); not before the case was opened, not in the future.',
  })
  identifiedOn!: CalendarDate;

  @Field(() => CaseCategoryEnum, {
    description: 'Category there (监测对象类别); it fits the former status (R02, art. 2.1).',
  })
  category!: CaseCategory;

  @Field(() => [CaseRiskInput], { description: 'Its risks there (返贫致贫风险) (art. 4.2), one at least.' })
  risks!: CaseRiskInput[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which the county took it over (承接日期): not before it was identified, not in the future; today where none is said.',
  })
  takenOverOn?: CalendarDate | null;

  @Field(() => [EvidenceInput], {
    nullable: true,
    description:
      'The record of the national system, printed or exported (全国系统记录佐证), each piece with its SHA-256; one at least, else EVIDENCE_REQUIRED.',
  })
  evidence?: EvidenceInput[] | null;
}
