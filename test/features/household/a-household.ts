import { checkDigit } from '../../../src/domain/household/id-number.js';
import type { Answer, CallerOptions, HouseholdRoom } from './a-household-room.js';
import { VILLAGE_A, worker } from './a-household-room.js';

/** An ID number of the county's prefix: born on a day, the serial odd for men, even for women. */
export function idNumber(birth: string, serial: string, region = '430121'): string {
  const first17 = `${region}${birth.replaceAll('-', '')}${serial}`;
  return first17 + checkDigit(first17);
}

/** Members: a head of 1968, his wife of 1970, a daughter of 2010. */
export const HEAD = { name: '示例甲', sex: 'MALE', birthDate: '1968-03-15', relationship: 'HEAD', labour: 'ORDINARY' };
export const WIFE = { name: '示例乙', sex: 'FEMALE', birthDate: '1970-08-22', relationship: 'SPOUSE', labour: 'WEAK' };
export const DAUGHTER = {
  name: '示例丙',
  sex: 'FEMALE',
  birthDate: '2010-11-04',
  relationship: 'CHILD',
  labour: 'NONE',
  schooling: '初中',
};

/** The year 2022: 30,000 yuan of wages. */
export const YEAR_2022 = { from: '2022-01-01', to: '2022-12-31', wages: '30000.00' };

export const SECURE = {
  food: 'SECURE',
  clothing: 'SECURE',
  compulsoryEducation: 'SECURE',
  basicMedicalCare: 'SECURE',
  safeHousing: 'SECURE',
  drinkingWater: 'SECURE',
  checkedOn: '2023-06-01',
};

type Input = Record<string, unknown>;

/** Input of registerHousehold: a general household of one head in 甲村, unless told. */
export function aHousehold(input: Input = {}): Input {
  return { region: VILLAGE_A, formerStatus: 'GENERAL', members: [HEAD], ...input };
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly article: string | null;
}

/** What a mutation of the room answers. */
export interface Changed {
  readonly household: { readonly id: string; readonly number: string; readonly version: number } & Record<
    string,
    never
  >;
  readonly userErrors: readonly Refusal[];
  readonly answer: Answer;
}

const MORE = `size labourCount specialGroups formerStatus resettled address region { code }
  members { id name idNumber phone sex birthDate age relationship labour health disabilityGrade selfCare medicalInsurance employment }
  income { from to netIncome perCapita perCapitaAfterRigid referencePerCapita rigidExpenditure { medical total } } guarantees { checkedOn food note }`;

/** Sends one mutation by name. */
export async function change(
  room: HouseholdRoom,
  caller: CallerOptions,
  mutation: string,
  input: Input,
): Promise<Changed> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) {
    household { id number version ${MORE} } userErrors { code message path article } } }`;
  const answer = await room.ask(caller, document, { input });
  const payload = (answer.data?.[mutation] ?? { household: null, userErrors: [] }) as Omit<Changed, 'answer'>;
  return { ...payload, answer };
}

/** Registers a household that must be accepted. */
export async function registered(
  room: HouseholdRoom,
  input: Input = {},
  caller: CallerOptions = worker('430121'),
): Promise<Changed['household'] & { readonly members: readonly { readonly id: string }[] }> {
  const changed = await change(room, caller, 'registerHousehold', aHousehold(input));
  if (changed.household === null) throw new Error(JSON.stringify([changed.userErrors, changed.answer.errors]));
  return changed.household as never;
}

/** Codes and paths of refusals, in short. */
export function refusals(changed: Changed): string[] {
  return changed.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
}
