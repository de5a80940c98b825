import { expect } from 'vitest';
import { addDays, date } from '../../src/domain/kernel/calendar-date.js';
import type { TestApp } from './test-app.js';

// biome-ignore lint/suspicious/noExplicitAny: a walk reaches into answers of any shape
type Answered = any;
type Input = Readonly<Record<string, unknown>>;

const CASE = `id version status category identifiedOn eliminatedOn trackingOnly supportContinued nextReviewOn
  previousCase { id status } risks { id riskType { code } resolvedOn } measures(first: 50) { nodes { id status instrument { code } } }
  household { id version } currentSteps { definition { code } notice { closesOn } }
  availableActions { action allowed step section input }`;

const SECTIONS: Readonly<Record<string, object>> = {
  commitment: { signedBy: '户主', truthful: true, authorizesLookup: true },
  comparison: { departments: ['CIVIL_AFFAIRS'], discrepancies: [] },
  review: { eligible: 40, attended: 32, inFavour: 30, against: 2 },
  decision: { decidedBy: '办公室' },
  announcement: { issuedBy: '县人民政府', place: '政府网站' },
};
const PAPER = [{ kind: 'photograph', title: '现场照片', sha256: 'd'.repeat(64) }];

/** 六项保障均有保障 · A check in which everything is secure. */
export const SECURE = {
  food: 'SECURE',
  clothing: 'SECURE',
  compulsoryEducation: 'SECURE',
  basicMedicalCare: 'SECURE',
  safeHousing: 'SECURE',
  drinkingWater: 'SECURE',
};

/**
 * 一户在任一省 · Takes a household of any province through its procedures, whatever steps these have: what comes next is
 * read from `availableActions`. Two officers of the county do everything, one of them the decisions.
 */
export class CaseWalk {
  household = '';
  case = '';
  today: string;

  constructor(
    readonly app: TestApp,
    private readonly region: string,
    today: string,
  ) {
    this.today = today;
    app.today(today);
  }

  on(day: string): void {
    this.today = day;
    this.app.today(day);
  }

  later(days: number): string {
    this.on(addDays(date(this.today), days));
    return this.today;
  }

  /** What a mutation of the case answers, refused or not; the version is the newest. */
  async asked(
    name: string,
    input: Input,
    by: 'clerk' | 'decider' = 'clerk',
    fields = `case { ${CASE} }`,
  ): Promise<Answered> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation($input: ${type}) { ${name}(input: $input) { ${fields} userErrors { code message path article } } }`;
    const { data, errors } = await this.app.ask(await this.token(by), query, { input });
    expect(errors, name).toEqual([]);
    return data[name];
  }

  /** A mutation that must not be refused. */
  async done(name: string, input: Input, by?: 'clerk' | 'decider', fields?: string): Promise<Answered> {
    const payload = await this.asked(name, input, by, fields);
    expect(payload.userErrors, `${name} ${JSON.stringify(input)}`).toEqual([]);
    return payload;
  }

  async look(by: 'clerk' | 'decider' = 'clerk', fields = CASE): Promise<Answered> {
    const query = `query($id: ID!) { monitoringCase(id: $id) { ${fields} } }`;
    const { data, errors } = await this.app.ask(await this.token(by), query, { id: this.case });
    expect(errors).toEqual([]);
    return data.monitoringCase;
  }

  async onCase(): Promise<{ caseId: string; expectedVersion: number }> {
    return { caseId: this.case, expectedVersion: (await this.look('clerk', 'version')).version };
  }

  /** The gates of a day that are shut. */
  async shut(on?: string): Promise<string[]> {
    const { eliminationGates } = await this.look(
      'clerk',
      `eliminationGates${on === undefined ? '' : `(on: "${on}")`} { code passed reason article }`,
    );
    return eliminationGates.filter((gate: Answered) => !gate.passed).map((gate: Answered) => gate.code);
  }

  async register(members: readonly object[]): Promise<void> {
    const input = { region: this.region, formerStatus: 'GENERAL', members };
    const { household } = await this.done('registerHousehold', input, 'clerk', 'household { id }');
    this.household = household.id;
  }

  async open(more: Input = {}): Promise<void> {
    const input = { householdId: this.household, channel: 'CADRE_INSPECTION', openedOn: this.today, ...more };
    this.case = (await this.done('openCase', input)).case.id;
  }

  /** Takes the run under way to its end, as days go by; or to the day on which a step is current, which is left to be done. */
  async runToEnd(risks: readonly string[] = ['ILLNESS'], stopAt?: string): Promise<Answered> {
    for (let turn = 0; turn < 60; turn += 1) {
      const [clerk, decider] = [await this.look('clerk'), await this.look('decider')];
      const current = clerk.currentSteps.map(({ definition }: Answered) => definition.code);
      if (current.length === 0 || current.includes(stopAt)) return clerk;
      const passing = ({ action, allowed, input }: Answered): boolean =>
        action === 'completeStep' && allowed && input.outcome === 'PASSED';
      const byClerk = clerk.availableActions.find(passing);
      const chosen = byClerk ?? decider.availableActions.find(passing);
      if (chosen !== undefined) {
        const verification = {
          visitors: ['驻村干部'],
          findings: '情况属实',
          ...(clerk.status === 'UNDER_IDENTIFICATION'
            ? { category: 'MARGINAL_AT_RISK', risks: risks.map((riskType, at) => ({ riskType, primary: at === 0 })) }
            : {}),
        };
        const section =
          chosen.section === null ? {} : { [chosen.section]: { ...SECTIONS, verification }[chosen.section as string] };
        const act = { ...chosen.input, occurredOn: this.today, evidence: PAPER, ...section };
        await this.done('completeStep', act, byClerk === undefined ? 'decider' : 'clerk');
        continue;
      }
      const hanging = clerk.currentSteps.find(({ notice }: Answered) => notice !== null);
      if (hanging !== undefined) {
        this.on(addDays(date(hanging.notice.closesOn), 1));
        continue;
      }
      const notice = clerk.availableActions.find(
        ({ action, allowed }: Answered) => action === 'publishNotice' && allowed,
      );
      const closesOn = addDays(date(this.today), 10);
      await this.done('publishNotice', { ...notice.input, opensOn: this.today, closesOn, place: '公开栏' });
    }
    throw new Error(`the run of ${this.case} did not end`);
  }

  /** Plans measures, takes the plan through its run and delivers each of them. */
  async support(
    measures: readonly { instrument: string; addresses: readonly string[] }[],
    more: Input = {},
  ): Promise<void> {
    const planned = measures.map((one) => ({ ...one, timing: 'AFTER_THE_FACT', fundingSource: 'SECTOR_POLICY' }));
    await this.done('planSupport', { ...(await this.onCase()), on: this.today, measures: planned, ...more });
    await this.runToEnd();
    for (const { id, status } of (await this.look()).measures.nodes)
      if (status === 'APPROVED') await this.onMeasure('recordDelivery', id, { on: this.today, inKind: '已到户' });
  }

  async onMeasure(name: string, measureId: string, input: Input): Promise<void> {
    const { expectedVersion } = await this.onCase();
    await this.done(name, { measureId, expectedVersion, ...input });
  }

  async records(name: 'recordIncome' | 'recordGuarantees', input: Input): Promise<void> {
    await this.done(name, { householdId: this.household, ...input }, 'clerk', 'household { id }');
  }

  private token(by: 'clerk' | 'decider'): Promise<string> {
    return this.app.token([{ role: 'COUNTY_OFFICER', region: this.region.slice(0, 6) }], { subject: by });
  }
}
