import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { declare } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const TABLES = [
  'audit_event',
  'case_risk',
  'delivery',
  'idempotency_key',
  'monitoring_case',
  'notice_entry',
  'objection',
  'procedure_run',
  'procedure_step',
  'public_notice',
  'support_measure',
];
const REFUSED = 'case { id } userErrors { code path article message }';
const VERIFICATION = {
  visitors: ['village-worker'],
  findings: '户主慢性病,收入下降',
  category: 'MARGINAL_AT_RISK',
  risks: [{ riskType: 'ILLNESS', primary: true }],
};

/** What is wrong, who sends it, and what is said of it: code, place in the input, article, and what would be right. */
type Bad = readonly [
  what: string,
  person: 'village' | 'township' | 'county',
  mutation: string,
  set: () => Record<string, unknown>,
  said: readonly [code: string, path: string, article: string | null, mends: RegExp],
];

describe('threat 29 · bad input and steps out of turn, refused with path, article and what would be right, and nothing written', () => {
  let app: StoryApp;
  const step = (code: string, occurredOn: string, section: Record<string, unknown> = {}) =>
    app.story.stepInput(code, occurredOn, section);
  const on = () => ({ caseId: app.story.case, expectedVersion: app.story.version });
  /** Every row and every changed value: the counts, and a digest of what the rows hold. A refusal leaves its trace on the county's own chain, not on the case's. */
  const written = async () => {
    const rows = await app.product.app.ground.database.read({ prefixes: [''], householdId: null }, (tx) =>
      Promise.all(
        TABLES.map(async (table) => {
          const [row] = await tx.text<{ rows: number; digest: string }>(
            `SELECT count(*)::int AS rows, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM ${table} t
             WHERE t.county_code = '430121' ${table === 'audit_event' ? "AND t.subject_id IN (SELECT c.id FROM monitoring_case c WHERE c.county_code = '430121')" : ''}`,
            [],
          );
          return [table, row] as const;
        }),
      ),
    );
    return Object.fromEntries(rows);
  };
  const refusedWhole = async ([, person, mutation, set, [code, path, article, mends]]: Bad) => {
    const before = await written();
    const payload = await app.mutate(person, mutation, set(), REFUSED);
    expect(payload.case).toBeNull();
    const said = payload.userErrors.find(
      (one: { code: string; path: string[] }) => one.code === code && one.path.join('.') === `input.${path}`,
    );
    expect(said, JSON.stringify(payload.userErrors)).toBeDefined();
    expect(said.article).toBe(article);
    expect(said.message).toMatch(mends);
    expect(await written()).toEqual(before);
  };

  beforeAll(async () => {
    app = await startStoryApp();
    await declare(app.story, app.stage);
    await app.stage.today('2023-03-20');
  }, 120_000);
  afterAll(() => app?.product.stop());

  const AT_VERIFICATION: readonly Bad[] = [
    [
      'a step that the run does not have',
      'village',
      'completeStep',
      () => step('no-such-step', '2023-03-08', { verification: VERIFICATION }),
      ['STEP_NOT_CURRENT', 'step', '3.2', /current: household-verification/],
    ],
    [
      'a step whose turn has not come',
      'county',
      'completeStep',
      () => step('county-decision', '2023-03-08', { decision: { decidedBy: '县局' } }),
      ['RULE_VIOLATION', 'step', '3.2', /cannot stand before/],
    ],
    [
      'an outcome that the step does not allow',
      'village',
      'completeStep',
      () =>
        step('household-verification', '2023-03-08', { outcome: 'RETURNED', note: '退回', verification: VERIFICATION }),
      ['BAD_VALUE', 'outcome', '3.2', /ends in PASSED/],
    ],
    [
      'a section that does not belong',
      'village',
      'completeStep',
      () =>
        step('household-verification', '2023-03-08', { review: { eligible: 1, attended: 1, inFavour: 1, against: 0 } }),
      ['SECTION_MISMATCH', 'review', '3.2', /takes "verification", not "review"/],
    ],
    [
      'a section that is missing',
      'village',
      'completeStep',
      () => step('household-verification', '2023-03-08'),
      ['SECTION_MISMATCH', 'verification', '3.2', /needs the section "verification"/],
    ],
    [
      'evidence without a hash',
      'village',
      'completeStep',
      () =>
        step('household-verification', '2023-03-08', {
          verification: VERIFICATION,
          evidence: [{ kind: 'photograph', title: 'x' }],
        }),
      ['EVIDENCE_REQUIRED', 'evidence.0.sha256', '3.2', /64 hexadecimal digits/],
    ],
    [
      'a date before the predecessor’s: the day before the run began, 5 March',
      'village',
      'completeStep',
      () => step('household-verification', '2023-03-05', { verification: VERIFICATION }),
      ['DATE_ORDER', 'occurredOn', '3.2', /2023-03-06/],
    ],
    [
      'a date in the future: tomorrow, 21 March',
      'village',
      'completeStep',
      () => step('household-verification', '2023-03-21', { verification: VERIFICATION }),
      ['DATE_IN_FUTURE', 'occurredOn', '3.2', /today is 2023-03-20/],
    ],
    [
      'a category that does not fit the former status',
      'village',
      'completeStep',
      () =>
        step('household-verification', '2023-03-08', {
          verification: { ...VERIFICATION, category: 'UNSTABLE_OUT_OF_POVERTY' },
        }),
      ['RULE_VIOLATION', 'verification.category', '2.1', /FORMERLY_POOR/],
    ],
    [
      'a risk type that the province does not know',
      'village',
      'completeStep',
      () =>
        step('household-verification', '2023-03-08', {
          verification: { ...VERIFICATION, risks: [{ riskType: 'LAZINESS' }] },
        }),
      ['BAD_VALUE', 'verification.risks.0.riskType', '4.2', /knows no risk type "LAZINESS"/],
    ],
    [
      'a stale version',
      'village',
      'completeStep',
      () => ({ ...step('household-verification', '2023-03-08', { verification: VERIFICATION }), expectedVersion: 9 }),
      ['CONFLICT', 'expectedVersion', null, /its version is 1, not 9/],
    ],
    [
      'a case of another region',
      'village',
      'completeStep',
      () => ({
        ...step('household-verification', '2023-03-08', { verification: VERIFICATION }),
        caseId: toGlobalId('MonitoringCase', '430122', '01890000-0000-7000-8000-000000000000'),
      }),
      ['NOT_FOUND', 'caseId', null, /in your region/],
    ],
    [
      'an act for somebody else without the paper',
      'village',
      'completeStep',
      () =>
        step('household-verification', '2023-03-08', {
          verification: VERIFICATION,
          enteredFor: '李主任',
          evidence: [],
        }),
      ['EVIDENCE_REQUIRED', 'evidence', '3.2', /the paper that it is entered from/],
    ],
    [
      'support for a case that is not monitored',
      'township',
      'planSupport',
      () => ({ ...on(), on: '2023-03-08', measures: [] }),
      ['INVALID_STATE', 'caseId', '3.2', /MONITORED/],
    ],
  ];
  it.each(AT_VERIFICATION)('before anything is done: %s', (...bad) => refusedWhole(bad));

  describe('at the review', () => {
    beforeAll(async () => {
      await app.story.step('village', 'household-verification', '2023-03-07', { verification: VERIFICATION });
    });

    it.each<Bad>([
      [
        'a commitment that is refused and yet passes',
        'village',
        'completeStep',
        () =>
          step('commitment-authorization', '2023-03-08', {
            commitment: { signedBy: '张德福', truthful: true, authorizesLookup: false },
          }),
        ['RULE_VIOLATION', 'commitment.authorizesLookup', '3.2', /the outcome is REJECTED/],
      ],
      [
        'a comparison before the authorization',
        'county',
        'completeStep',
        () =>
          step('data-comparison', '2023-03-08', { comparison: { departments: ['CIVIL_AFFAIRS'], discrepancies: [] } }),
        ['RULE_VIOLATION', 'step', '3.2', /commitment-authorization/],
      ],
    ])('%s', (...bad) => refusedWhole(bad));
  });

  describe('at the review and the notice', () => {
    const votes = (set: Record<string, number>) =>
      step('democratic-review', '2023-03-08', {
        review: { eligible: 40, attended: 30, inFavour: 26, against: 1, abstained: 3, ...set },
      });
    beforeAll(async () => {
      const signed = { commitment: { signedBy: '张德福', truthful: true, authorizesLookup: true } };
      await app.story.step('village', 'commitment-authorization', '2023-03-07', signed);
    });

    it.each<Bad>([
      [
        'sums of votes that do not agree',
        'village',
        'completeStep',
        () => votes({ abstained: 2 }),
        ['BAD_VALUE', 'review', '3.2', /make 29, not the 30 who attended/],
      ],
      [
        'more who attended than are eligible',
        'village',
        'completeStep',
        () => votes({ eligible: 29 }),
        ['BAD_VALUE', 'review.attended', '3.2', /only 29 are eligible/],
      ],
      [
        'a vote that was lost',
        'village',
        'completeStep',
        () => votes({ inFavour: 13, against: 14 }),
        ['REVIEW_NOT_CARRIED', 'review.inFavour', '3.2', /13 in favour do not outvote 14 against/],
      ],
      [
        'a notice for a step that has none',
        'village',
        'publishNotice',
        () => ({
          ...on(),
          step: 'democratic-review',
          opensOn: '2023-03-08',
          closesOn: '2023-03-13',
          place: '村务公开栏',
        }),
        ['BAD_VALUE', 'step', '3.2', /it has no notice/],
      ],
    ])('%s', (...bad) => refusedWhole(bad));
  });

  describe('at the township and the county', () => {
    beforeAll(async () => {
      const { story } = app;
      const compared = { comparison: { departments: ['CIVIL_AFFAIRS'], discrepancies: [] } };
      await story.step('county', 'data-comparison', '2023-03-07', compared);
      const review = { eligible: 40, attended: 30, inFavour: 26, against: 1, abstained: 3 };
      await story.step('village', 'democratic-review', '2023-03-08', { review });
      const notice = { step: 'public-notice', opensOn: '2023-03-08', closesOn: '2023-03-13', place: '村务公开栏' };
      await story.act('village', 'publishNotice', { ...on(), ...notice });
    });

    it.each<Bad>([
      [
        'a notice that is shortened by a day',
        'village',
        'publishNotice',
        () => ({ ...on(), step: 'public-notice', opensOn: '2023-03-08', closesOn: '2023-03-12', place: '村务公开栏' }),
        ['NOTICE_SHORTENED', 'closesOn', '3.2', /hangs until 2023-03-13/],
      ],
      [
        'a notice completed on its last day',
        'village',
        'completeStep',
        () => step('public-notice', '2023-03-13'),
        ['NOTICE_STILL_OPEN', 'occurredOn', '3.2', /from the day after/],
      ],
    ])('%s', (...bad) => refusedWhole(bad));

    it('takes the notice on the day after', async () => {
      await app.story.step('village', 'public-notice', '2023-03-14');
    });

    it.each<Bad>([
      [
        'a role of the wrong level',
        'village',
        'completeStep',
        () => step('township-review', '2023-03-14', { decision: { decidedBy: '街道办事处' } }),
        ['WRONG_LEVEL', 'step', '5.1', /belongs to the level TOWNSHIP/],
      ],
      [
        'a return without the step that it goes back to',
        'township',
        'completeStep',
        () =>
          step('township-review', '2023-03-14', {
            outcome: 'RETURNED',
            note: '材料不全',
            decision: { decidedBy: '街道办事处' },
          }),
        ['BAD_VALUE', 'returnTo', '3.2', /choose among household-verification/],
      ],
      [
        'a return without its reason',
        'township',
        'completeStep',
        () =>
          step('township-review', '2023-03-14', {
            outcome: 'RETURNED',
            returnTo: 'household-verification',
            decision: { decidedBy: '街道办事处' },
          }),
        ['BAD_VALUE', 'note', '3.2', /why the run goes back/],
      ],
    ])('%s', (...bad) => refusedWhole(bad));
  });

  describe('in the support', () => {
    const plan = (...measures: Record<string, unknown>[]) => ({
      ...on(),
      on: '2023-03-20',
      measures: measures.map((set) => ({
        addresses: [],
        timing: 'AFTER_THE_FACT',
        fundingSource: 'SECTOR_POLICY',
        ...set,
      })),
    });
    beforeAll(async () => {
      const { story } = app;
      await story.step('township', 'township-review', '2023-03-14', { decision: { decidedBy: '街道办事处' } });
      await story.step('county', 'county-decision', '2023-03-15', { decision: { decidedBy: '县局' } });
    });

    it.each<Bad>([
      [
        'a measure for a risk that the case does not have',
        'township',
        'planSupport',
        () =>
          plan(
            { instrument: 'medical-assistance', addresses: ['ILLNESS', 'HOUSING'] },
            { instrument: 'public-welfare-job' },
          ),
        ['RULE_VIOLATION', 'measures.0.addresses.1', '4.2', /no open risk "HOUSING"; open: ILLNESS/],
      ],
      [
        'an instrument that the province does not have',
        'township',
        'planSupport',
        () => plan({ instrument: 'gold' }),
        ['BAD_VALUE', 'measures.0.instrument', '4.1', /no instrument "gold"/],
      ],
      [
        'a source that does not pay for it',
        'township',
        'planSupport',
        () =>
          plan(
            { instrument: 'medical-assistance', addresses: ['ILLNESS'], fundingSource: 'OWN' },
            { instrument: 'public-welfare-job' },
          ),
        ['RULE_VIOLATION', 'measures.0.fundingSource', '4.1', /is paid from/],
      ],
      [
        'two instruments for one risk without the reason',
        'township',
        'planSupport',
        () =>
          plan(
            { instrument: 'medical-assistance', addresses: ['ILLNESS'] },
            { instrument: 'chronic-disease-card', addresses: ['ILLNESS'] },
            { instrument: 'public-welfare-job' },
          ),
        ['RULE_VIOLATION', 'overrideReason', '4.2', /give the reason for a second one/],
      ],
      [
        'a risk that nothing covers',
        'township',
        'planSupport',
        () => plan({ instrument: 'public-welfare-job' }),
        ['RULE_VIOLATION', 'measures', '4.2', /the risk "ILLNESS" is not covered/],
      ],
      [
        'labour, and nothing developmental',
        'township',
        'planSupport',
        () => plan({ instrument: 'medical-assistance', addresses: ['ILLNESS'] }),
        ['RULE_VIOLATION', 'measures', '4.2', /R17: with labour capacity, a developmental instrument/],
      ],
    ])('%s', (...bad) => refusedWhole(bad));
  });

  describe('in the run of the support', () => {
    beforeAll(async () => {
      const planned = { timing: 'AFTER_THE_FACT', fundingSource: 'SECTOR_POLICY', budget: '3000.00' };
      await app.story.act('township', 'planSupport', {
        ...on(),
        on: '2023-03-20',
        measures: [
          { ...planned, instrument: 'medical-assistance', addresses: ['ILLNESS'] },
          { ...planned, instrument: 'public-welfare-job', addresses: [] },
        ],
      });
    });

    it.each<Bad>([
      [
        'a step of another run: the county decision belongs to the identification',
        'county',
        'completeStep',
        () => step('county-decision', '2023-03-20', { decision: { decidedBy: '县局' } }),
        [
          'STEP_NOT_CURRENT',
          'step',
          '3.2',
          /the SUPPORT run has no step "county-decision"; current: democratic-review/,
        ],
      ],
      [
        'a second plan while the first is under way',
        'township',
        'planSupport',
        () => ({ ...on(), on: '2023-03-20', measures: [] }),
        ['INVALID_STATE', 'caseId', '3.2', /SUPPORT/],
      ],
    ])('%s', (...bad) => refusedWhole(bad));
  });
});
