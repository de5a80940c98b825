import { Field, ObjectType } from 'type-graphql';
import type { RecordSource } from '../../domain/household/record-source.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';
import { RecordSourceEnum } from '../household/household-enums.graphql.js';

/** 刚性支出 · Spending a household can hardly avoid. @article 2.1 */
@ObjectType({
  description:
    'Spending that a household can hardly avoid (刚性支出) (art. 2.1): its own share, in yuan, of the whole household in the window.',
  simpleResolvers: true,
})
export class RigidExpenditure {
  @Field(() => YuanScalar, {
    description: 'Own share of medical bills after every reimbursement (医疗自付支出), in yuan.',
  })
  medical!: Fen;

  @Field(() => YuanScalar, { description: 'Cost of schooling (教育支出), in yuan.' })
  education!: Fen;

  @Field(() => YuanScalar, { description: 'Loss and repair after a natural disaster (灾害支出), in yuan.' })
  disaster!: Fen;

  @Field(() => YuanScalar, { description: 'Cost of an accident (意外事故支出), in yuan.' })
  accident!: Fen;

  @Field(() => YuanScalar, { description: 'Repair or rebuilding of an unsafe house (住房支出), in yuan.' })
  housing!: Fen;

  @Field(() => YuanScalar, { description: 'Other spending that cannot be avoided (其他刚性支出), in yuan.' })
  other!: Fen;

  @Field(() => YuanScalar, { description: 'The six added up (刚性支出合计), in yuan.' })
  total!: Fen;
}

/** 收入记录 · Incomes and costs of one window. @article 2.1 */
@ObjectType({
  description:
    'Income of a household in one window of time (收入记录) (art. 2.1, 2.2): four incomes, costs of production and unavoidable spending, in yuan, of the whole household unless "a head" is said.',
  simpleResolvers: true,
})
export class IncomeRecord {
  @Field(() => DateScalar, { description: 'First day of the window (起始日期).' })
  from!: CalendarDate;

  @Field(() => DateScalar, { description: 'Last day of the window, inclusive (截止日期).' })
  to!: CalendarDate;

  @Field(() => RecordSourceEnum, {
    nullable: true,
    description:
      'Where the amounts come from (来源) (art. 5.4); null where it was not said, as in records of before it was asked.',
  })
  source!: RecordSource | null;

  @Field(() => YuanScalar, {
    description: 'Wages (工资性收入), in yuan: work away from home, local jobs, public-welfare jobs.',
  })
  wages!: Fen;

  @Field(() => YuanScalar, {
    description: 'Income from farming, breeding or business before its costs (生产经营性收入), in yuan.',
  })
  business!: Fen;

  @Field(() => YuanScalar, { description: 'Income from property (财产性收入), in yuan: land let, dividends, rent.' })
  property!: Fen;

  @Field(() => YuanScalar, {
    description: 'Transfers (转移性收入), in yuan: allowances, pensions, subsidies, support of children.',
  })
  transfers!: Fen;

  @Field(() => YuanScalar, { description: 'Costs of production taken off the income (生产经营性支出), in yuan.' })
  businessExpenses!: Fen;

  @Field(() => YuanScalar, {
    description: 'Claims paid out by insurance (理赔收入), in yuan; added for reference income only.',
  })
  claimsPaid!: Fen;

  @Field(() => YuanScalar, {
    description:
      'Own share of medical cost within the insured catalogue (合规自付支出), in yuan; taken off for reference income only.',
  })
  compliantMedicalCost!: Fen;

  @Field(() => RigidExpenditure, { description: 'Unavoidable spending of the window by its kind (刚性支出).' })
  rigidExpenditure!: RigidExpenditure;

  @Field(() => YuanScalar, {
    description: 'Net income (家庭纯收入), in yuan: the four incomes less the costs of production; may be negative.',
  })
  netIncome!: Fen;

  @Field(() => YuanScalar, {
    description: 'Net income a head (人均纯收入), in yuan, by the members counted when it was recorded.',
  })
  perCapita!: Fen;

  @Field(() => YuanScalar, {
    description: 'Net income less unavoidable spending, a head (扣除刚性支出后人均收入), in yuan; may be negative.',
  })
  perCapitaAfterRigid!: Fen;

  @Field(() => YuanScalar, {
    description:
      'Reference income a head (人均收入参考值), in yuan: net income plus claims paid less compliant medical cost; held against the line beside income.',
  })
  referencePerCapita!: Fen;
}

/** 收入记录列表 · Page of income records. */
export const { Edge: IncomeRecordEdge, Connection: IncomeRecordConnection } = connectionOf(
  () => IncomeRecord,
  'IncomeRecord',
  'income records (收入记录)',
);
