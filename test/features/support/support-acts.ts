import { type Answer, type CallerOptions, type SupportRoom, township, worker } from './a-support-room.js';
import type { WrittenCase } from './support-writers.js';

type Input = Readonly<Record<string, unknown>>;

/** One risk, illness, and labour: what answers the risk, and what R17 asks for. */
export const MEDICAL = {
  instrument: 'medical-assistance',
  addresses: ['ILLNESS'],
  timing: 'AFTER_THE_FACT',
  fundingSource: 'SECTOR_POLICY',
};
export const WORK = {
  instrument: 'labour-export',
  addresses: [],
  timing: 'PREVENTIVE',
  fundingSource: 'BRIDGING_FUND',
};

const CASE = `case { id version status trackingOnly nextReviewOn currentSteps { definition { code } } procedures { kind startedOn outcome }
  measures { totalCount nodes { id status timing fundingSource fundingLevel provider budget delivered startsOn endsOn
    addresses { code name } instrument { code name cap addresses { code } } deliveries { on amount inKind note evidence { kind sha256 uri } } case { id } } } }
  userErrors { code path article message }`;

/** A mutation's payload with the errors and statements that it took. */
export interface Acted extends Omit<Answer, 'data'> {
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into field by field
  readonly case: any;
  readonly userErrors: readonly Refused[];
}

/** A refusal as a client has it. */
export interface Refused {
  readonly code: string;
  readonly path: readonly string[];
  readonly article: string | null;
  readonly message: string;
}

async function act(room: SupportRoom, caller: CallerOptions, name: string, input: Input): Promise<Acted> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors, statements } = await room.ask(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${CASE} } }`,
    { input },
  );
  return { ...(data?.[name] ?? { case: null, userErrors: [] }), errors, statements };
}

/** Plans two measures on 2023-03-10 unless told otherwise. */
export function plan(room: SupportRoom, of: WrittenCase, input: Input = {}, caller: CallerOptions = township()) {
  const measures = [MEDICAL, WORK];
  return act(room, caller, 'planSupport', {
    caseId: of.globalId,
    expectedVersion: 1,
    on: '2023-03-10',
    measures,
    ...input,
  });
}

/** Gives 800.00 yuan of temporary assistance on 2023-06-20 unless told otherwise. */
export function help(room: SupportRoom, of: WrittenCase, input: Input = {}, caller: CallerOptions = township()) {
  const given = { on: '2023-06-20', instrument: 'temporary-assistance', amount: '800.00', note: '房屋被淹,当日断粮。' };
  return act(room, caller, 'giveUrgentHelp', { caseId: of.globalId, ...given, ...input });
}

/** Delivers 100.00 yuan on 2023-06-20 unless told otherwise. */
export function deliver(room: SupportRoom, measure: { globalId: string }, input: Input = {}, caller = worker()) {
  return act(room, caller, 'recordDelivery', {
    measureId: measure.globalId,
    on: '2023-06-20',
    amount: '100.00',
    ...input,
  });
}

/** Completes a measure on 2023-06-20 unless told otherwise. */
export function conclude(room: SupportRoom, measure: { globalId: string }, input: Input = {}, caller = township()) {
  const given = { expectedVersion: 1, on: '2023-06-20', status: 'COMPLETED', note: '已全部落实。' };
  return act(room, caller, 'concludeMeasure', { measureId: measure.globalId, ...given, ...input });
}

/** Takes a support run that was planned on 2023-03-10 to its end: passed by the township, or rejected by the meeting. */
export async function runTo(room: SupportRoom, of: WrittenCase, outcome: 'PASSED' | 'REJECTED') {
  const on = (day: string) => worker(of.region, day);
  const step = (name: string, expectedVersion: number, occurredOn: string, more: Input) => ({
    caseId: of.globalId,
    expectedVersion,
    step: name,
    outcome: 'PASSED',
    occurredOn,
    ...more,
  });
  const review = {
    eligible: 40,
    attended: 30,
    inFavour: outcome === 'PASSED' ? 30 : 0,
    against: outcome === 'PASSED' ? 0 : 30,
  };
  const note = '村民代表会议';
  const met = await act(
    room,
    on('2023-03-11'),
    'completeStep',
    step('democratic-review', 2, '2023-03-11', { outcome, review, note }),
  );
  if (outcome === 'REJECTED') return met;
  const notice = { step: 'public-notice', opensOn: '2023-03-11', closesOn: '2023-03-16', place: '村务公开栏' };
  await act(room, on('2023-03-11'), 'publishNotice', { caseId: of.globalId, expectedVersion: 3, ...notice });
  await act(room, on('2023-03-17'), 'completeStep', step('public-notice', 4, '2023-03-17', {}));
  const decision = { decidedBy: '镇人民政府' };
  return act(
    room,
    township(of.region.slice(0, 9), '2023-03-18'),
    'completeStep',
    step('township-review', 5, '2023-03-18', { decision }),
  );
}

/** Refusals in short: code, path, article. */
export function said(refusals: readonly Refused[]): string[] {
  return refusals.map(({ code, path, article }) => `${code} ${path.join('.')} ${article}`);
}

/** The events of a case's chain, oldest first. */
export function auditOf(room: SupportRoom, of: WrittenCase) {
  return room.auditOf(of.county, of.id);
}
