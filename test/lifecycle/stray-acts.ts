import { addDays, type CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import type { Act, Asked, Scene } from './asked.js';
import { PEOPLE, type Person } from './cast.js';
import type { CaseRow } from './dossier.js';
import { sectionOf } from './right-acts.js';

const STEPS = [
  'household-verification',
  'commitment-authorization',
  'data-comparison',
  'democratic-review',
  'public-notice',
  'township-review',
  'county-decision',
  'result-announcement',
] as const;
const KINDS = {
  'household-verification': 'HOUSEHOLD_VERIFICATION',
  'commitment-authorization': 'COMMITMENT_AUTHORIZATION',
  'data-comparison': 'DATA_COMPARISON',
  'democratic-review': 'DEMOCRATIC_REVIEW',
  'public-notice': 'PUBLIC_NOTICE',
  'township-review': 'TOWNSHIP_REVIEW',
  'county-decision': 'COUNTY_DECISION',
  'result-announcement': 'RESULT_ANNOUNCEMENT',
} as const;
const RISKS = ['ILLNESS', 'SCHOOLING', 'UNSTABLE_JOB'];
const PLANS = [
  [['medical-assistance', 'ILLNESS']],
  [
    ['medical-assistance', 'ILLNESS'],
    ['chronic-disease-card', 'ILLNESS'],
    ['public-welfare-job', null],
  ],
  [
    ['medical-assistance', 'ILLNESS'],
    ['public-welfare-job', null],
  ],
  [
    ['subsistence-allowance', 'ILLNESS'],
    ['forest-ranger', 'UNSTABLE_JOB'],
  ],
] as const;

const OFFICES: readonly Person[] = ['village', 'township', 'county', 'second-county'];
/** Mostly an office; now and then somebody who may not. */
const anybody = ({ dice }: Scene): Person => (dice.oneIn(6) ? dice.pick(PEOPLE) : dice.pick(OFFICES));
/** Mostly today or shortly before; now and then a day that cannot be. */
const someDay = ({ dice, today }: Scene): CalendarDate => addDays(today, dice.pick([0, 0, 0, 0, -1, -3, -30, 1]));

/** Mostly as it is known, now and then a version that is past or to come. */
function onCase(scene: Scene, found: CaseRow): { caseId: string; expectedVersion: number } {
  const known = scene.onCase(found);
  return { ...known, expectedVersion: known.expectedVersion + scene.dice.pick([0, 0, 0, 0, 0, 0, -1, 1]) };
}

const upon =
  (make: (scene: Scene, found: CaseRow) => Asked | null): Act =>
  (scene) =>
    scene.case === null ? null : make(scene, scene.case);

const completeStep = upon((scene, found) => {
  const { dice, run } = scene;
  const step = scene.currentSteps.length > 0 && !dice.oneIn(3) ? dice.pick(scene.currentSteps).code : dice.pick(STEPS);
  const outcome = dice.pick(['PASSED', 'PASSED', 'PASSED', 'RETURNED', 'REJECTED']);
  const kind = KINDS[(dice.oneIn(8) ? dice.pick(STEPS) : step) as keyof typeof KINDS];
  const input = {
    ...onCase(scene, found),
    step,
    outcome,
    occurredOn: someDay(scene),
    evidence: [{ kind: 'photograph', title: '照片', ...(dice.oneIn(6) ? {} : { sha256: 'b'.repeat(64) }) }],
    ...sectionOf({ kind }, { kind: run?.kind ?? 'IDENTIFICATION' }),
    ...(outcome === 'PASSED' ? {} : { note: '退回原因' }),
    ...(outcome === 'RETURNED' ? { returnTo: dice.pick(STEPS) } : {}),
    ...(dice.oneIn(9) ? { enteredFor: dice.pick(['county', '王主任']) } : {}),
  };
  return { person: anybody(scene), name: 'completeStep', input };
});

/** The household takes its word back, or the meeting does not carry. */
const refuseStep = upon((scene, found) => {
  const [step] = scene.currentSteps;
  if (step === undefined) return null;
  const section = {
    commitment: { signedBy: '户主', truthful: scene.dice.oneIn(2), authorizesLookup: false },
    review: { eligible: 30, attended: 20 + scene.dice.roll(12), inFavour: 9, against: 11, abstained: 0 },
  };
  const kind = step.kind === 'COMMITMENT_AUTHORIZATION' ? 'commitment' : 'review';
  const act = {
    step: step.code,
    outcome: scene.dice.pick(['PASSED', 'REJECTED']),
    occurredOn: scene.today,
    note: '不同意',
  };
  return { person: 'village', name: 'completeStep', input: { ...onCase(scene, found), ...act, [kind]: section[kind] } };
});

const publishNotice = upon((scene, found) => {
  const { dice } = scene;
  const hung = scene.currentSteps.find(({ opensOn }) => opensOn !== null);
  const opensOn = hung === undefined ? someDay(scene) : (hung.opensOn as CalendarDate);
  const closesOn = addDays(opensOn, dice.pick([3, 4, 5, 6, 7, 8, 9, 12]));
  const input = { ...onCase(scene, found), step: 'public-notice', opensOn, closesOn, place: '村口' };
  return { person: anybody(scene), name: 'publishNotice', input };
});

const fileObjection = upon((scene, found) => {
  const entries = found.runs.flatMap(({ steps }) => steps).filter(({ entryId }) => entryId !== null);
  if (entries.length === 0) return null;
  const { entryId, opensOn } = scene.dice.pick(entries);
  const filedOn = scene.dice.oneIn(4) ? someDay(scene) : (opensOn as CalendarDate);
  const input = { entryId: scene.id('NoticeEntry', entryId!), filedOn, statement: '与事实不符' };
  return { person: scene.dice.oneIn(2) ? 'nobody' : anybody(scene), name: 'fileObjection', input };
});

const resolveObjection = upon((scene, found) => {
  const filed = found.runs.flatMap(({ steps }) => steps).flatMap(({ objections }) => objections);
  if (filed.length === 0) return null;
  const { expectedVersion } = onCase(scene, found);
  const outcome = scene.dice.pick(['UPHELD', 'DISMISSED']);
  const named = { objectionId: scene.id('Objection', scene.dice.pick(filed).id), expectedVersion };
  const input = { ...named, outcome, resolvedOn: someDay(scene), resolution: '查明' };
  return { person: anybody(scene), name: 'resolveObjection', input };
});

const planSupport = upon((scene, found) => {
  const { dice, today } = scene;
  const measures = dice.pick(PLANS).map(([instrument, risk]) => ({
    instrument,
    addresses: risk === null ? [] : [risk],
    timing: 'AFTER_THE_FACT',
    fundingSource: 'SECTOR_POLICY',
    budget: dice.pick(['3000.00', '1500.00', '0.00']),
    startsOn: today,
  }));
  const override = dice.oneIn(5) ? { overrideReason: '重病叠加' } : {};
  const input = { ...onCase(scene, found), on: someDay(scene), measures, ...override };
  return { person: anybody(scene), name: 'planSupport', input };
});

const giveUrgentHelp = upon((scene, found) => {
  const { caseId } = scene.onCase(found);
  const instrument = scene.dice.pick(['temporary-assistance', 'medical-assistance', 'nothing-of-this-name']);
  const input = { caseId, on: someDay(scene), instrument, amount: scene.dice.pick(['800.00', '0.00']), note: '急用' };
  return { person: anybody(scene), name: 'giveUrgentHelp', input };
});

const recordDelivery = upon((scene, found) => {
  const { dice } = scene;
  if (found.measures.length === 0) return null;
  const { expectedVersion } = onCase(scene, found);
  const measureId = scene.id('SupportMeasure', dice.pick(found.measures).id);
  const amount = dice.pick(['1000.00', '1500.00', '1500.01', '3000.00', '0.00']);
  const input = { measureId, on: someDay(scene), amount, ...(dice.oneIn(2) ? { expectedVersion } : {}) };
  return { person: anybody(scene), name: 'recordDelivery', input };
});

const concludeMeasure = upon((scene, found) => {
  if (found.measures.length === 0) return null;
  const { expectedVersion } = onCase(scene, found);
  const measureId = scene.id('SupportMeasure', scene.dice.pick(found.measures).id);
  const status = scene.dice.pick(['COMPLETED', 'CANCELLED']);
  const input = { measureId, expectedVersion, on: someDay(scene), status, note: '办结' };
  return { person: anybody(scene), name: 'concludeMeasure', input };
});

const recordRisk = upon((scene, found) => {
  const input = { ...onCase(scene, found), riskType: scene.dice.pick(RISKS), identifiedOn: someDay(scene) };
  return { person: anybody(scene), name: 'recordRisk', input };
});

const resolveRisk = upon((scene, found) => {
  if (found.risks.length === 0) return null;
  const riskId = scene.id('CaseRisk', scene.dice.pick(found.risks).id);
  const input = { ...onCase(scene, found), riskId, resolvedOn: someDay(scene), note: '化解' };
  return { person: anybody(scene), name: 'resolveRisk', input };
});

const requestElimination = upon((scene, found) => {
  const natural = { mode: 'NATURAL', reason: scene.dice.oneIn(4) ? null : '子女就业' };
  const input = { ...onCase(scene, found), on: someDay(scene), ...(scene.dice.oneIn(2) ? natural : {}) };
  return { person: anybody(scene), name: 'requestElimination', input };
});

const continueSupport = upon((scene, found) => {
  const reviewBy = addDays(scene.today, scene.dice.pick([30, 90, 0, -1]));
  const input = { ...onCase(scene, found), reason: '收入不稳', reviewBy };
  return { person: anybody(scene), name: 'continueSupport', input };
});

const rollBackElimination = upon((scene, found) => {
  const input = { ...onCase(scene, found), reason: '误标', on: someDay(scene) };
  return { person: anybody(scene), name: 'rollBackElimination', input };
});

const withdrawCase = upon((scene, found) => {
  const reason = scene.dice.pick(['MOVED_AWAY', 'ENTERED_IN_ERROR']);
  const input = { ...onCase(scene, found), reason, note: '已迁出', on: someDay(scene) };
  return { person: anybody(scene), name: 'withdrawCase', input };
});

const assignResponsiblePerson = upon((scene, found) => {
  const person = { name: scene.dice.pick(['王五', '赵六']), organization: '村委会', from: someDay(scene) };
  return { person: anybody(scene), name: 'assignResponsiblePerson', input: { ...onCase(scene, found), ...person } };
});

/** What was done at one meeting: a step, or two upon each other, of which the second now and then falls. */
const completeSteps = upon((scene, found) => {
  const { dice } = scene;
  const first = completeStep(scene);
  const second = dice.oneIn(2) ? completeStep(scene) : null;
  if (first === null) return null;
  const { expectedVersion } = scene.onCase(found);
  const items = [first.input, ...(second === null ? [] : [{ ...second.input, expectedVersion: expectedVersion + 1 }])];
  const meeting = dice.oneIn(3) ? { heldOn: scene.today, place: '村委会' } : {};
  return { person: anybody(scene), name: 'completeSteps', input: { items, ...meeting } };
});

const publishJointNotice = upon((scene, found) => {
  const { caseId } = onCase(scene, found);
  const notice = publishNotice(scene);
  const { opensOn, closesOn, place } = notice!.input;
  const caseIds = scene.dice.oneIn(6) ? [caseId, caseId] : [caseId];
  return { person: anybody(scene), name: 'publishJointNotice', input: { caseIds, opensOn, closesOn, place } };
});

const withdrawAuthorization = upon((scene, found) => {
  const input = { ...onCase(scene, found), on: someDay(scene), note: '户主来电撤回' };
  return { person: anybody(scene), name: 'withdrawAuthorization', input };
});

/** What may have been entered wrongly of the household, its case, and what hangs on it. */
const correctRecord: Act = (scene) => {
  const { dossier, dice } = scene;
  const found = scene.case;
  const tried = [
    correctHousehold,
    correctMember,
    ...(found === null ? [] : [correctDay, correctStep, correctRisk, correctDelivery]),
  ];
  const made = dice.pick(tried)(scene);
  if (made === null) return null;
  const { subject, set } = made;
  const ofHousehold = subject.startsWith('household') || found === null;
  const known = ofHousehold ? dossier.version : scene.onCase(found).expectedVersion;
  const expectedVersion = known + dice.pick([0, 0, 0, 0, 0, -1, 1]);
  const subjectId = subject.slice(subject.indexOf(' ') + 1);
  const person = dice.oneIn(5) ? anybody(scene) : dice.pick(['county', 'second-county'] as const);
  return { person, name: 'correctRecord', input: { subjectId, expectedVersion, set, reason: '录入有误' } };
};

type Correction = { readonly subject: string; readonly set: object } | null;

const correctHousehold = ({ dossier, dice, household }: Scene): Correction => {
  if (dossier.checks.length === 0) return null;
  const { on } = dice.pick(dossier.checks);
  const moved = dice.oneIn(3) ? { day: addDays(on as CalendarDate, dice.pick([-1, 1])) } : {};
  const food = dice.pick(['SECURE', 'SECURE', 'AT_RISK']);
  return { subject: `household ${household}`, set: { guarantees: { checkedOn: on, food, ...moved } } };
};

const correctMember = (scene: Scene): Correction => {
  const { id } = scene.dice.pick(scene.dossier.members);
  const set = scene.dice.pick([
    { labour: 'LOST' },
    { labour: 'ORDINARY' },
    { health: ['CRITICAL_ILLNESS'] },
    { labour: 'STRONG' },
  ]);
  return { subject: `household ${scene.id('Member', id)}`, set };
};

const correctDay = (scene: Scene): Correction => {
  const found = scene.case!;
  const openedOn = addDays(found.openedOn as CalendarDate, scene.dice.pick([-1, -3, 1, 2]));
  const set = scene.dice.pick([{ openedOn }, { openedOn }, { identifiedOn: openedOn }]);
  return { subject: `case ${scene.id('MonitoringCase', found.id)}`, set };
};

const correctStep = (scene: Scene): Correction => {
  const found = scene.case!;
  const done = found.runs.flatMap(({ kind, steps }) =>
    steps.filter(({ completedOn }) => completedOn !== null).map((step) => ({ ...step, procedure: kind })),
  );
  if (done.length === 0) return null;
  const { procedure, code, attempt, completedOn } = scene.dice.pick(done);
  const on = addDays(completedOn as CalendarDate, scene.dice.pick([-1, -1, 1, -3, 2]));
  return { subject: `case ${scene.id('MonitoringCase', found.id)}`, set: { step: { procedure, code, attempt, on } } };
};

const correctRisk = (scene: Scene): Correction => {
  const { risks } = scene.case!;
  if (risks.length === 0) return null;
  const { id, identifiedOn } = scene.dice.pick(risks);
  const day = addDays(identifiedOn as CalendarDate, scene.dice.pick([-1, 1, -2]));
  return { subject: `risk ${scene.id('CaseRisk', id)}`, set: { identifiedOn: day } };
};

const correctDelivery = (scene: Scene): Correction => {
  const given = scene.case!.measures.flatMap(({ id, deliveries }) => deliveries.map((one) => ({ id, ...one })));
  if (given.length === 0) return null;
  const { id, on } = scene.dice.pick(given);
  const day = addDays(on as CalendarDate, scene.dice.pick([-1, 1, -30]));
  return { subject: `measure ${scene.id('SupportMeasure', id)}`, set: { delivery: { on, day } } };
};

const openCase: Act = (scene) => {
  const { household, dice } = scene;
  const leadIds = scene.dossier.leads.filter(() => dice.oneIn(2)).map(({ id }) => scene.id('Lead', id));
  const input = {
    householdId: household,
    channel: 'PETITION',
    openedOn: someDay(scene),
    emergency: dice.oneIn(2),
    leadIds,
  };
  return { person: anybody(scene), name: 'openCase', input };
};

/** A case that the national system has (R30). */
const takeOver: Act = (scene) => {
  const { household, dossier, dice } = scene;
  const record = {
    number: `N-${dossier.id}-${dossier.cases.length}`.slice(0, 40),
    identifiedOn: someDay(scene),
    category: dice.pick(['MARGINAL_AT_RISK', 'SUDDEN_SEVERE_DIFFICULTY', 'UNSTABLE_OUT_OF_POVERTY']),
    risks: [{ riskType: 'ILLNESS', primary: true }],
    evidence: dice.oneIn(8) ? [] : [{ kind: 'national-record', title: '系统记录', sha256: 'c'.repeat(64) }],
  };
  const openedOn = addDays(record.identifiedOn, dice.pick([0, -10, 1]));
  const input = { householdId: household, channel: 'CADRE_INSPECTION', openedOn, nationalRecord: record };
  return { person: anybody(scene), name: 'openCase', input };
};

const submitLead: Act = (scene) => {
  const input = {
    channel: 'CADRE_INSPECTION',
    householdId: scene.household,
    reportedOn: someDay(scene),
    statement: '自述困难',
  };
  return { person: anybody(scene), name: 'submitLead', input };
};

const verifyLead: Act = (scene) => {
  const { dice, dossier } = scene;
  if (dossier.leads.length === 0) return null;
  const leadId = scene.id('Lead', dice.pick(dossier.leads).id);
  const outcome = dice.pick(['OPEN_CASE', 'OPEN_CASE', 'DISMISS', 'DUPLICATE']);
  return {
    person: anybody(scene),
    name: 'verifyLead',
    input: { leadId, outcome, verifiedOn: someDay(scene), note: '核实' },
  };
};

/** The household moves to the next village, or back. */
const updateHousehold: Act = (scene) => {
  const { dossier, place, household } = scene;
  const region = dossier.region === place.home ? place.elsewhere : place.home;
  const input = { householdId: household, expectedVersion: dossier.version, region };
  return { person: scene.dice.pick(['township', 'county'] as const), name: 'updateHousehold', input };
};

const recordGuarantees: Act = (scene) => {
  const all = ['food', 'clothing', 'compulsoryEducation', 'basicMedicalCare', 'safeHousing', 'drinkingWater'];
  const water = scene.dice.pick(['SECURE', 'AT_RISK']);
  const found = Object.fromEntries(all.map((name) => [name, name === 'drinkingWater' ? water : 'SECURE']));
  const input = { householdId: scene.household, guarantees: { ...found, checkedOn: someDay(scene) } };
  return { person: anybody(scene), name: 'recordGuarantees', input };
};

/** Labour is lost, or regained. */
const updateMember: Act = (scene) => {
  const [head] = scene.dossier.members;
  if (head === undefined) return null;
  const { household: _, dossier, dice } = scene;
  const member = { labour: dice.pick(['LOST', 'ORDINARY']) };
  const input = { memberId: scene.id('Member', head.id), expectedVersion: dossier.version, member };
  return { person: anybody(scene), name: 'updateMember', input };
};

/** Everything that anybody might ask for, rightly or not; what comes up twice is asked for more often. */
export const STRAY_ACTS: readonly Act[] = [
  completeStep,
  completeStep,
  completeStep,
  completeStep,
  refuseStep,
  publishNotice,
  publishNotice,
  fileObjection,
  resolveObjection,
  planSupport,
  planSupport,
  giveUrgentHelp,
  recordDelivery,
  recordDelivery,
  concludeMeasure,
  recordRisk,
  resolveRisk,
  requestElimination,
  requestElimination,
  continueSupport,
  rollBackElimination,
  withdrawCase,
  assignResponsiblePerson,
  completeSteps,
  completeSteps,
  publishJointNotice,
  withdrawAuthorization,
  correctRecord,
  correctRecord,
  openCase,
  takeOver,
  submitLead,
  submitLead,
  verifyLead,
  updateHousehold,
  recordGuarantees,
  updateMember,
];
