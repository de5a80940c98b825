import { Field, ID, InputType } from 'type-graphql';
import type { RecordSource } from '../../domain/household/record-source.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Fen, ZERO_FEN } from '../../domain/kernel/money.js';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';
import { RecordSourceEnum } from '../household/household-enums.graphql.js';

/** An amount of the whole household in the window; zero where nothing is said. */
function Amount(what: string): PropertyDecorator & MethodDecorator {
  return Field(() => YuanScalar, {
    nullable: true,
    defaultValue: ZERO_FEN,
    description: `${what}; in yuan of the whole household in the window, zero or more.`,
  });
}

/** 收入录入 · One window of income as it is entered. @article 2.1 */
@InputType({
  description:
    'Income, costs and unavoidable spending of a household in one window, as entered (收入录入) (art. 2.1, 2.2). Windows may overlap; the same window twice is a correction and is refused here.',
})
export class IncomeInput {
  @Field(() => DateScalar, { description: 'First day of the window (起始日期).' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    description: 'Last day of the window, inclusive (截止日期): not before the first, not in the future.',
  })
  to!: CalendarDate;

  @Field(() => RecordSourceEnum, {
    nullable: true,
    defaultValue: 'VISIT',
    description:
      'Where the amounts come from (来源) (art. 5.4); a visit where nothing is said, and in a row of `importHouseholds` nothing at all.',
  })
  source?: RecordSource | null;

  @Amount('Wages (工资性收入)')
  wages?: Fen | null;

  @Amount('Income from farming, breeding or business before its costs (生产经营性收入)')
  business?: Fen | null;

  @Amount('Income from property (财产性收入)')
  property?: Fen | null;

  @Amount('Transfers: allowances, pensions, subsidies, support of children (转移性收入)')
  transfers?: Fen | null;

  @Amount('Costs of production (生产经营性支出); a loss shows as costs above the income')
  businessExpenses?: Fen | null;

  @Amount('Claims paid out by insurance (理赔收入)')
  claimsPaid?: Fen | null;

  @Amount('Own share of medical cost within the insured catalogue (合规自付支出)')
  compliantMedicalCost?: Fen | null;

  @Amount('Own share of medical bills after every reimbursement (医疗自付支出)')
  medical?: Fen | null;

  @Amount('Cost of schooling (教育支出)')
  education?: Fen | null;

  @Amount('Loss and repair after a natural disaster (灾害支出)')
  disaster?: Fen | null;

  @Amount('Cost of an accident (意外事故支出)')
  accident?: Fen | null;

  @Amount('Repair or rebuilding of an unsafe house (住房支出)')
  housing?: Fen | null;

  @Amount('Other spending that cannot be avoided (其他刚性支出)')
  other?: Fen | null;
}

/** 登记收入 · @article 2.1 */
@InputType({ description: 'Records the income of a household in one window (登记收入) (art. 2.1, 2.2).' })
export class RecordIncomeInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the household (农户标识).' })
  householdId!: string;

  @ExpectedVersion('household', 'optional')
  expectedVersion?: number | null;

  @Field(() => IncomeInput, { description: 'The window with its amounts (收入情况).' })
  income!: IncomeInput;
}
