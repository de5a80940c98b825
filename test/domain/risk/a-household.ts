import type { GuaranteeCheck, GuaranteeName, GuaranteeStatus } from '../../../src/domain/guarantee/guarantee-check.js';
import type { FormerStatus, MemberFacts } from '../../../src/domain/household/household.js';
import type { HouseholdFacts } from '../../../src/domain/household/household-facts.js';
import type { IncomeRecord } from '../../../src/domain/income/income-record.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { type Fen, fen, yuan, ZERO_FEN } from '../../../src/domain/kernel/money.js';

/** A member in good health with ordinary labour, born on 1 January 1980. */
export function aMember(changes: Partial<MemberFacts> = {}): MemberFacts {
  return {
    id: 'member-1',
    relationship: 'HEAD',
    sex: 'MALE',
    birthDate: date('1980-01-01'),
    health: [],
    disabilityGrade: null,
    selfCare: 'FULL',
    labour: 'ORDINARY',
    schooling: null,
    medicalInsurance: true,
    safetyNet: 'NONE',
    ...changes,
  };
}

type IncomeChanges = Partial<Omit<IncomeRecord, 'rigid'>> & { readonly rigid?: Partial<IncomeRecord['rigid']> };

/** Income of 2022 for one head, all of it wages of 10,000.00 yuan, without any spending. */
export function anIncome(changes: IncomeChanges = {}): IncomeRecord {
  const { rigid, ...rest } = changes;
  return {
    from: date('2022-01-01'),
    to: date('2022-12-31'),
    wages: yuan('10000.00'),
    business: ZERO_FEN,
    property: ZERO_FEN,
    transfers: ZERO_FEN,
    businessExpenses: ZERO_FEN,
    claimsPaid: ZERO_FEN,
    compliantMedicalCost: ZERO_FEN,
    heads: 1,
    ...rest,
    rigid: {
      medical: ZERO_FEN,
      education: ZERO_FEN,
      disaster: ZERO_FEN,
      accident: ZERO_FEN,
      housing: ZERO_FEN,
      other: ZERO_FEN,
      ...rigid,
    },
  };
}

/** All six guarantees SECURE on 1 March 2023. */
export function aCheck(
  changes: Partial<Record<GuaranteeName, GuaranteeStatus>> & { on?: string } = {},
): GuaranteeCheck {
  const { on = '2023-03-01', ...statuses } = changes;
  return {
    checkedOn: date(on),
    food: 'SECURE',
    clothing: 'SECURE',
    compulsoryEducation: 'SECURE',
    basicMedicalCare: 'SECURE',
    safeHousing: 'SECURE',
    drinkingWater: 'SECURE',
    ...statuses,
  };
}

/** Household of one able adult in Changsha County, never registered poor, 10,000.00 yuan in 2022, all secure. */
export class HouseholdBuilder {
  constructor(private readonly facts: HouseholdFacts) {}

  with(changes: Partial<HouseholdFacts>): HouseholdBuilder {
    return new HouseholdBuilder({ ...this.facts, ...changes });
  }

  formerly(formerStatus: FormerStatus): HouseholdBuilder {
    return this.with({ formerStatus });
  }

  members(...members: MemberFacts[]): HouseholdBuilder {
    return this.with({ members });
  }

  /** Net income a head in 2022. */
  earning(perCapita: string | Fen): HouseholdBuilder {
    const wages = typeof perCapita === 'string' ? yuan(perCapita) : fen(perCapita);
    return this.incomes(anIncome({ wages }));
  }

  incomes(...incomes: IncomeRecord[]): HouseholdBuilder {
    return this.with({ incomes });
  }

  guarantees(...guarantees: GuaranteeCheck[]): HouseholdBuilder {
    return this.with({ guarantees });
  }

  get(): HouseholdFacts {
    return this.facts;
  }
}

export function aHousehold(): HouseholdBuilder {
  return new HouseholdBuilder({
    id: 'household-1',
    regionCode: '430121100201',
    formerStatus: 'GENERAL',
    resettled: false,
    members: [aMember()],
    incomes: [anIncome()],
    guarantees: [aCheck()],
  });
}
