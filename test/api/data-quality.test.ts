import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import { ScanQualityService } from '../../src/features/quality/index.js';
import { declare, identify, PLACE, support } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const FINDING = 'id status owner dueOn rule severity message evidence region { code } case { id } settledOn settledBy';
const LIST = `query($rule: [String!]) { qualityFindings(region: "${PLACE.county}", rule: $rule) { totalCount nodes { ${FINDING} } } }`;
const SAME = { wages: '12345.67', business: '2000.00', transfers: '100.00', from: '2022-01-01', to: '2022-12-31' };

describe('data quality and scorecards over the live register', () => {
  let app: StoryApp;
  const scan = (day: string) =>
    app.product.atWork(() =>
      new ScanQualityService(app.product.app.ground).scan(PLACE.county as RegionCode, {
        on: date(day),
        now: new Date(),
      }),
    );
  const findings = async (person: 'county' | 'auditor', rule?: string[]) => {
    const { data, errors } = await app.stage.ask(person, LIST, { rule });
    expect(errors ?? []).toEqual([]);
    return data.qualityFindings;
  };

  beforeAll(async () => {
    app = await startStoryApp();
    await declare(app.story, app.stage);
    await identify(app.story, app.stage);
  }, 300_000);
  afterAll(async () => {
    await app?.product.stop();
  });

  it('finds nothing while the limit for support runs, and names the case the day after', async () => {
    const { data } = await app.stage.ask('county', 'query($id: ID!) { monitoringCase(id: $id) { identifiedOn } }', {
      id: app.story.case,
    });
    const [year, month, day] = data.monitoringCase.identifiedOn.split('-');
    const due = `${year}-${String(Number(month) + 1).padStart(2, '0')}-${day}`;
    await app.stage.today('2023-12-31');
    expect(await scan(due)).toMatchObject({ opened: 0, rectified: 0 });
    expect((await findings('county')).totalCount).toBe(0);
    const after = `${due.slice(0, 8)}${String(Number(due.slice(8)) + 1).padStart(2, '0')}`;
    expect(await scan(after)).toMatchObject({ opened: 1 });
    const { nodes } = await findings('county', ['no-support-in-time']);
    expect(nodes).toMatchObject([
      {
        status: 'OPEN',
        owner: `TOWNSHIP_OFFICER ${PLACE.township}`,
        severity: 'WARNING',
        case: { id: app.story.case },
        evidence: { dueOn: due, source: '1_11_010' },
      },
    ]);
    expect((await scan(after)).opened).toBe(0);
  });

  it('closes it as rectified by the register once help was delivered', async () => {
    await app.stage.today('2023-03-31');
    await support(app.story, app.stage);
    await app.stage.today('2023-12-31');
    expect(await scan('2023-06-30')).toMatchObject({ rectified: 1 });
    const { nodes } = await findings('county', ['no-support-in-time']);
    expect(nodes).toMatchObject([{ status: 'RECTIFIED', settledBy: null, settledOn: '2023-06-30' }]);
  });

  it('sees five households of a village with the same income to the fen, and lets an auditor alone settle it', async () => {
    for (let n = 0; n < 5; n += 1) {
      const members = [
        { name: '赵某', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' },
      ];
      const input = { number: `SAME-${n}`, region: PLACE.village, formerStatus: 'GENERAL', members, incomes: [SAME] };
      const payload = await app.mutate('village', 'registerHousehold', input, 'userErrors { code message path }');
      expect(payload.userErrors).toEqual([]);
    }
    expect(await scan('2023-06-30')).toMatchObject({ opened: 1 });
    const { nodes } = await findings('auditor', ['identical-figures']);
    expect(nodes).toMatchObject([{ owner: `COUNTY_OFFICER ${PLACE.county}`, evidence: { households: 5 }, case: null }]);
    const settle = `mutation($input: SettleFindingInput!) { settleFinding(input: $input) { finding { ${FINDING} } userErrors { code path article } } }`;
    const input = { findingId: nodes[0].id, status: 'REFERRED', note: '移交纪检' };
    const refused = await app.stage.ask('county', settle, { input });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const open = await app.stage.ask('auditor', settle, { input: { ...input, status: 'OPEN', note: '' } });
    expect(open.data.settleFinding.userErrors).toMatchObject([
      { code: 'BAD_VALUE', path: ['input', 'status'], article: '5.3' },
      { code: 'BAD_VALUE', path: ['input', 'note'] },
    ]);
    const { data } = await app.stage.ask('auditor', settle, { input });
    expect(data.settleFinding).toMatchObject({ finding: { status: 'REFERRED', settledBy: 'auditor' }, userErrors: [] });
    const again = await app.stage.ask('auditor', settle, { input });
    expect(again.data.settleFinding.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect((await scan('2023-06-30')).opened).toBe(0);
    const chain = await app.stage.ask(
      'auditor',
      'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } }',
      {
        id: nodes[0].id,
      },
    );
    expect(chain.data.verifyAuditChain).toEqual({ intact: true, events: 2 });
  });

  it('shows behind the count of a scorecard just the findings that are open', async () => {
    const query = `query($status: [FindingStatus!]) { qualityFindings(region: "${PLACE.county}", status: $status) { totalCount }
      scorecards(region: "${PLACE.county}", level: COUNTY, from: "2023-01-01", to: "2023-12-31") { dataQualityFlags } }`;
    const open = (await app.stage.ask('county', query, { status: ['OPEN'] })).data;
    expect(open.qualityFindings.totalCount).toBe(open.scorecards[0].dataQualityFlags);
    const all = (await app.stage.ask('county', query)).data.qualityFindings.totalCount;
    const settled = (await app.stage.ask('county', query, { status: ['REFERRED', 'RECTIFIED'] })).data;
    expect([all, settled.qualityFindings.totalCount]).toEqual([2, 2]);
  });

  it('scores the county and its villages, names it as one without a campaign, and tells analysts nothing before it is published', async () => {
    const score = `query($level: RegionLevel!) { scorecards(region: "${PLACE.county}", level: $level, from: "2023-01-01", to: "2023-12-31") {
      region { code } households monitored identifiedOnTime supportedOnTime alertsVerifiedOnTime inspectionCoverage noticeCompliance relapseRate
      dataQualityFlags responsibility instrumentsEnded helped supervised policyExplained inspectionCampaign } }`;
    const { data, errors } = await app.stage.ask('county', score, { level: 'COUNTY' });
    expect(errors ?? []).toEqual([]);
    expect(data.scorecards).toEqual([
      {
        region: { code: PLACE.county },
        households: 6,
        monitored: 1,
        identifiedOnTime: 1,
        supportedOnTime: expect.any(Number),
        alertsVerifiedOnTime: null,
        inspectionCoverage: 0,
        noticeCompliance: 1,
        relapseRate: null,
        dataQualityFlags: 0,
        responsibility: expect.any(Number),
        instrumentsEnded: expect.any(Number),
        helped: 1,
        supervised: 0,
        policyExplained: 0,
        inspectionCampaign: false,
      },
    ]);
    const above = await app.stage.ask('county', score, { level: 'CITY' });
    expect(above.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const analyst = await app.product.token([{ role: 'ANALYST', region: PLACE.county }]);
    expect((await app.product.ask(analyst, score, { level: 'COUNTY' })).errors).toMatchObject([
      { extensions: { code: 'SERVICE_UNAVAILABLE' } },
    ]);
  });
});
