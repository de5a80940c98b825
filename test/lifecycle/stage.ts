import 'reflect-metadata';
import { expect } from 'vitest';
import { type CalendarDate, date } from '../../src/domain/kernel/calendar-date.js';
import { fromGlobalId, toGlobalId } from '../../src/platform/graphql/global-id.js';
import type { TestApp } from '../support/test-app.js';
import type { Asked } from './asked.js';
import { grantsOf, PEOPLE, type Person } from './cast.js';
import { type Dossier, readDossier } from './dossier.js';
import type { StartedRegion } from './places.js';

/** A refusal as it is answered. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly article: string | null;
  readonly currentVersion: number | null;
}

/** One request and what came of it. */
export interface Sent extends Asked {
  readonly requestId: string;
  readonly done: boolean;
  readonly userErrors: readonly UserError[];
  /** Places of the items of a batch that were not done. */
  readonly fell: readonly number[];
  /** Code of the top-level error, where there was one. */
  readonly error: string | null;
  /** The object that was answered, as the mutation names it. */
  readonly answered: { readonly id: string; readonly version?: number } | null;
}

/** Top-level errors that a well-formed request may be answered with. */
const ALLOWED_ERRORS = ['FORBIDDEN', 'UNAUTHENTICATED', 'RATE_LIMITED', 'SERVICE_UNAVAILABLE'];

const HOUSEHOLD = 'household { id version }';
const BATCH = 'cases { id version } rowErrors { index code message path article currentVersion }';
const ANSWERS: Readonly<Record<string, string>> = {
  registerHousehold: HOUSEHOLD,
  submitLead: 'lead { id }',
  verifyLead: 'lead { id }',
  fileObjection: 'objection { id }',
  updateHousehold: HOUSEHOLD,
  updateMember: HOUSEHOLD,
  recordIncome: HOUSEHOLD,
  recordGuarantees: HOUSEHOLD,
  completeSteps: BATCH,
  publishJointNotice: BATCH,
};
const documentOf = (name: string): string =>
  `mutation($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
    ${ANSWERS[name] ?? 'case { id version }'} userErrors { code message path article currentVersion } } }`;

/** The product, and the household that a sequence is about. */
export class Stage {
  readonly sent: Sent[] = [];
  #tokens = new Map<Person, string | null>();
  #day: CalendarDate = date('2023-03-06');
  #requests = 0;
  place!: StartedRegion;
  county = '';
  household = '';

  constructor(
    readonly product: TestApp,
    /** Told apart from every other sequence in the trail. */
    private readonly name: string,
  ) {}

  get database() {
    return this.product.app.ground.database;
  }

  get today(): CalendarDate {
    return this.#day;
  }

  waitUntil(day: CalendarDate): void {
    if (day < this.#day) return;
    this.#day = day;
    this.product.today(day);
  }

  /** Registers a household under the floor and lets everybody sign in. */
  async open(place: StartedRegion, day: CalendarDate): Promise<void> {
    this.place = place;
    this.county = place.county;
    this.#day = day;
    this.product.today(day);
    const number = `SEQ-${this.name}`;
    for (const person of PEOPLE) {
      const own = person === 'nobody' ? null : grantsOf(person, place);
      const more = { subject: `${person}@${this.name}`, household: number, minutes: 600 };
      this.#tokens.set(person, own === null ? null : await this.product.token(own, more));
    }
    const head = { name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
    const input = { region: place.home, number, formerStatus: 'GENERAL', members: [head] };
    const { data } = await this.#ask('village', 'registerHousehold', input);
    this.household = fromGlobalId(data.registerHousehold.household.id)!.id;
  }

  dossier(): Promise<Dossier> {
    return readDossier(this.database, this.county, this.household);
  }

  /** What the record of a case says otherwise than its events; the auditor's question. */
  async differences(caseId: string): Promise<unknown> {
    const token = await this.product.token([{ role: 'AUDITOR', region: this.county }], { subject: 'auditor' });
    const query = 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact differences } }';
    const { data, errors } = await this.product.ask(token, query, {
      id: toGlobalId('MonitoringCase', this.county, caseId),
    });
    return data?.verifyAuditChain ?? errors;
  }

  /** What was asked and how it was answered, a line each. */
  told(): string {
    const tell = ({ requestId, person, name, input, done, error, userErrors, fell }: Sent): string => {
      const codes = [
        ...userErrors.map(({ code, message }) => `${code} (${message})`),
        ...fell.map((index) => `item ${index} fell`),
      ].join('; ');
      return `${requestId} ${person} ${name} ${JSON.stringify(input)} → ${done ? 'done' : (error ?? codes)}`;
    };
    return this.sent.map(tell).join('\n');
  }

  /** Sends it and keeps what was answered; whatever the answer, it has a form that a front end can tell. */
  async send(asked: Asked): Promise<Sent> {
    const { person, name, input } = asked;
    const { requestId, data, errors } = await this.#ask(person, name, input);
    const payload = data?.[name] ?? null;
    const userErrors: readonly UserError[] = payload?.userErrors ?? [];
    const rowErrors: readonly (UserError & { index: number })[] = payload?.rowErrors ?? [];
    const answered =
      payload?.case ?? payload?.household ?? payload?.lead ?? payload?.objection ?? payload?.cases?.[0] ?? null;
    const fell = [...new Set(rowErrors.map(({ index }) => index))];
    const error = errors[0]?.extensions.code ?? null;
    const done = error === null && userErrors.length === 0 && fell.length === 0;
    const sent = { ...asked, requestId, done, userErrors, fell, error, answered };
    this.sent.push(sent);
    if (error !== null) expect(ALLOWED_ERRORS, `${name} by ${person}: ${JSON.stringify(errors)}`).toContain(error);
    for (const one of [...userErrors, ...rowErrors]) expectTold(one, asked);
    return sent;
  }

  async #ask(person: Person, name: string, input: unknown) {
    this.#requests += 1;
    const requestId = `${this.name}-${this.#requests}`;
    const token = this.#tokens.get(person) ?? null;
    const answer = await this.product.app.handler.answer({
      body: { query: documentOf(name), variables: { input } },
      accept: 'application/json',
      authorization: token === null ? undefined : `Bearer ${token}`,
      language: 'en',
      requestId,
      address: `address of ${this.name}`,
    });
    const { data = null, errors = [] } = JSON.parse(answer.body);
    return { requestId, data, errors };
  }
}

/** A stale version is answered with the one that stands, which is another; no other refusal names one. */
function expectTold(error: UserError, { name, input }: Asked): void {
  const { code, message, path, currentVersion } = error;
  const told = `${name} ${JSON.stringify(input)}: ${JSON.stringify(error)}`;
  const stale = code === 'CONFLICT' && path.at(-1) === 'expectedVersion';
  expect(typeof currentVersion, told).toBe(stale ? 'number' : 'object');
  if (stale) expect(currentVersion, told).not.toBe(at(input, path.slice(1)));
  expect(code, told).toMatch(/^[A-Z_]+$/);
  expect(message.length, told).toBeGreaterThan(10);
  expect(path[0], told).toBe('input');
}

/** What stands at a path of an input. */
function at(input: unknown, path: readonly string[]): unknown {
  return path.reduce((part: unknown, name) => (part as Record<string, unknown> | undefined)?.[name], input);
}
