import { addDays, addMonths, type CalendarDate, date } from '../../src/domain/kernel/calendar-date.js';
import { digestOf } from '../../src/platform/crypto/content-digest.js';
import type { Agenda } from './agenda.js';
import type { CasePlan } from './case-plan.js';
import { countyOffice, townshipOf } from './offices.js';
import type { Answer, Person, Stage } from './stage.js';

const STATE = `id version status identifiedOn risks { id } measures(first: 20) { nodes { id status instrument { code } } }
  currentSteps { notice { closesOn } } availableActions { action allowed section requiredEvidence input }`;
const SECTIONS: Readonly<Record<string, object>> = {
  commitment: { signedBy: '户主', truthful: true, authorizesLookup: true },
  comparison: { departments: ['CIVIL_AFFAIRS', 'MEDICAL_SECURITY', 'HOUSING'], discrepancies: [] },
  review: { eligible: 40, attended: 32, inFavour: 30, against: 2 },
  decision: { decidedBy: '县乡村振兴局' },
};
const SECURE = {
  food: 'SECURE',
  clothing: 'SECURE',
  compulsoryEducation: 'SECURE',
  basicMedicalCare: 'SECURE',
  safeHousing: 'SECURE',
  drinkingWater: 'SECURE',
};
const NOTICE_DAYS = 10;
/** Between one decision of an office holder and the next. */
const SITTING_MINUTES = 4;
const MONTHS_TO_ELIMINATION = 6;
const ELIMINATION_AFTER_DAYS = 5;
/** What a household earns when it asks for elimination, of what it earned before. */
const RISEN = 1.05;
const FEN_A_YUAN = 100;

interface Offered {
  readonly action: string;
  readonly allowed: boolean;
  readonly section: string | null;
  readonly requiredEvidence: readonly string[];
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * 个案办理 · Takes one case from its opening as far as its plan says: what comes next is read from `availableActions`, and a notice is waited
 * for. The township does all but the decisions of the county.
 */
export class CaseLife {
  #known: Answer | null = null;
  #version = 0;
  readonly #clerk: Person;
  readonly #decider: Person;

  constructor(
    private readonly stage: Stage,
    private readonly agenda: Agenda,
    private readonly plan: CasePlan,
    private readonly id: string,
  ) {
    this.#clerk = townshipOf(plan.household);
    this.#decider = countyOffice(plan.household.county);
  }

  /** 起办 · Begins with the identification, today. */
  begin(): Promise<void> {
    return this.#run(() => this.#identified());
  }

  async #identified(): Promise<void> {
    const { measures } = this.plan;
    if (measures.length === 0) return;
    const person = { name: '包联干部', organization: '乡镇人民政府', from: this.#today };
    await this.#act('assignResponsiblePerson', person);
    const planned = measures.map(({ instrument, addresses }) => ({
      instrument,
      addresses,
      timing: 'AFTER_THE_FACT',
      fundingSource: 'SECTOR_POLICY',
      startsOn: this.#today,
    }));
    await this.#act('planSupport', { on: this.#today, measures: planned });
    await this.#run(() => this.#supported());
  }

  async #supported(): Promise<void> {
    const { measures, withdraw, eliminate } = this.plan;
    const arriving = new Set(measures.filter(({ delivered }) => delivered).map(({ instrument }) => instrument));
    for (const { id, status, instrument } of (await this.#look()).measures.nodes)
      if (status === 'APPROVED' && arriving.has(instrument.code))
        await this.#actOn('recordDelivery', { measureId: id, on: this.#today, inKind: '已落实到户' });
    if (withdraw === true)
      await this.#act('withdrawCase', { reason: 'DIED_OUT', note: '经村级上报', on: this.#today }, this.#decider);
    if (!eliminate) return;
    const identifiedOn: CalendarDate = (await this.#look()).identifiedOn;
    const day = addDays(addMonths(identifiedOn, MONTHS_TO_ELIMINATION), ELIMINATION_AFTER_DAYS);
    this.agenda.put(day, () => this.#eliminate());
  }

  async #eliminate(): Promise<void> {
    const { household } = this.plan;
    const to = addDays(date(`${this.#today.slice(0, 7)}-01`), -1);
    const from = addMonths(addDays(to, 1), -12);
    const wages = ((household.perCapitaFen * household.heads * RISEN) / FEN_A_YUAN).toFixed(2);
    const ofHousehold = { householdId: household.id };
    await this.stage.act(this.#clerk, 'recordIncome', { ...ofHousehold, income: { from, to, wages } });
    const guarantees = { ...SECURE, checkedOn: this.#today };
    await this.stage.act(this.#clerk, 'recordGuarantees', { ...ofHousehold, guarantees });
    this.#known = null;
    for (const { id } of (await this.#look()).risks)
      await this.#act('resolveRisk', { riskId: id, resolvedOn: this.#today, note: '已稳定就业' });
    await this.#act('requestElimination', { on: this.#today });
    await this.#run(async () => undefined);
  }

  /** Takes the run under way as far as it goes today, and puts the rest on the day on which it goes on. */
  async #run(then: () => Promise<void>): Promise<void> {
    for (;;) {
      const own = await this.#look();
      if (own.currentSteps.length === 0) return then();
      if (await this.#step(own, this.#clerk)) continue;
      const closesOn = own.currentSteps.find(({ notice }: Answer) => notice !== null)?.notice.closesOn;
      if (closesOn !== undefined) return this.#later(addDays(date(closesOn), 1), then);
      const notice = own.availableActions.find((one: Offered) => one.action === 'publishNotice' && one.allowed);
      if (notice !== undefined) {
        const days = { opensOn: this.#today, closesOn: addDays(this.#today, NOTICE_DAYS) };
        await this.#act('publishNotice', { ...notice.input, ...days, place: '村务公开栏' });
        continue;
      }
      const { decideOn } = this.plan;
      const together = decideOn !== undefined && own.status === 'UNDER_ELIMINATION';
      if (together && this.#today < decideOn) return this.#later(decideOn, then);
      if (!together) this.stage.clock.pass(SITTING_MINUTES);
      const decided = await this.#step(await this.#look(this.#decider), this.#decider);
      if (!decided) throw new Error(`${this.#today}: nothing goes on in ${JSON.stringify(own)}`);
    }
  }

  #later(day: CalendarDate, then: () => Promise<void>): void {
    this.#known = null;
    this.agenda.put(day, () => this.#run(then));
  }

  async #step(state: Answer, by: Person): Promise<boolean> {
    const chosen = (state.availableActions as readonly Offered[]).find(
      ({ action, allowed, input }) => action === 'completeStep' && allowed && input['outcome'] === 'PASSED',
    );
    if (chosen === undefined) return false;
    const { category, risk } = this.plan;
    const isProposed = state.status === 'UNDER_IDENTIFICATION';
    const proposal = isProposed ? { category, risks: [{ riskType: risk, primary: true }] } : {};
    const verification = { visitors: ['驻村干部甲', '包村干部乙'], findings: '入户核实,情况属实', ...proposal };
    const { section, requiredEvidence, input } = chosen;
    // Decisions that cite one paper count as one meeting's: each has its own.
    const paper = `${this.id} ${String(input['step'])} ${this.#version}`;
    const evidence = requiredEvidence.map((kind) => ({ kind, title: kind, sha256: digestOf([paper, kind]) }));
    const filled = section === null ? {} : { [section]: { ...SECTIONS, verification }[section] };
    await this.#act('completeStep', { ...input, occurredOn: this.#today, evidence, ...filled }, by);
    return true;
  }

  get #today(): CalendarDate {
    return this.stage.clock.today();
  }

  /** The case as somebody sees it; the township's own view is kept from its last act of the day. */
  async #look(by = this.#clerk): Promise<Answer> {
    if (by === this.#clerk && this.#known !== null) return this.#known;
    const query = `query($id: ID!) { monitoringCase(id: $id) { ${STATE} } }`;
    const { monitoringCase } = await this.stage.ask(by, query, { id: this.id });
    if (by === this.#clerk) this.#known = monitoringCase;
    this.#version = monitoringCase.version;
    return monitoringCase;
  }

  #act(name: string, input: Readonly<Record<string, unknown>>, by?: Person): Promise<void> {
    return this.#actOn(name, { caseId: this.id, ...input }, by);
  }

  async #actOn(name: string, input: Readonly<Record<string, unknown>>, by = this.#clerk): Promise<void> {
    if (this.#known === null) await this.#look();
    const asked = { ...input, expectedVersion: this.#version };
    const { case: changed } = await this.stage.act(by, name, asked, `case { ${STATE} }`);
    this.#known = by === this.#clerk ? changed : null;
    this.#version = changed.version;
  }
}
