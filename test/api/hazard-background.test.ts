import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { HazardScreening } from '../../src/features/hazard/index.js';
import { findHouseholdFacts } from '../../src/features/household/index.js';
import { FIELD, FieldStage } from './field-stage.js';

/** More than whoever asks waits for, and no round number of pages. */
const HOUSEHOLDS = 2_050;
/** Every third has a member who is critically ill. */
const SINGLED_OUT = Math.ceil(HOUSEHOLDS / 3);
const PAGE = 300;
const HAZARD = `hazard { id screenedAt leadsOpened screening { households screened singledOut leadsOpened finishedAt } } `;
const ON = '2026-06-15';

describe('R19: a hazard over more households than whoever asks waits for', () => {
  let stage: FieldStage;
  let hazardId = '';
  const seen = async () => {
    const query = `query($id: ID!) { node(id: $id) { ... on HazardEvent { screenedAt screening { households screened singledOut leadsOpened finishedAt } } } }`;
    return (await stage.query('county', query, { id: hazardId })).node;
  };
  const leads = async () => {
    const query = `query($where: LeadFilter) { leads(where: $where, first: 1) { totalCount } }`;
    return (await stage.query('county', query, { where: { channel: ['HAZARD_SCREENING'] } })).leads.totalCount;
  };
  /** A server of its own; it is cut off after some steps where a number is given. */
  const server = (steps = Number.POSITIVE_INFINITY) => {
    const { ground } = stage.product.app;
    const stop = new AbortController();
    let done = 0;
    const factsOf: typeof findHouseholdFacts = (...asked) => {
      done += 1;
      if (done >= steps) stop.abort();
      return findHouseholdFacts(...asked);
    };
    const screening = new HazardScreening({ ...ground, households: { factsOf } });
    const moment = () => ({ now: new Date(), today: date(ON) });
    return stage.product.atWork(() => screening.goOn(moment, null, stop.signal));
  };

  beforeAll(async () => {
    stage = await FieldStage.start(ON);
    const member = { name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
    const all = Array.from({ length: HOUSEHOLDS }, (_, n) => ({
      ...{ region: FIELD.village, number: `FIRE-${n}`, formerStatus: 'GENERAL' },
      members: [n % 3 === 0 ? { ...member, health: ['CRITICAL_ILLNESS'] } : member],
    }));
    for (let from = 0; from < HOUSEHOLDS; from += 1_000) {
      const households = all.slice(from, from + 1_000);
      const report = await stage.mutate(
        'village',
        'importHouseholds',
        { households },
        'imported rowErrors { message }',
      );
      expect(report).toMatchObject({ imported: households.length, rowErrors: [] });
    }
  }, 300_000);
  afterAll(() => stage?.product.stop());

  it('answers whoever asks at once, and nothing is screened yet', async () => {
    const told = { kind: 'FIRE', regions: [FIELD.village], occurredOn: '2026-06-10', severity: 'WARNING' };
    const { hazard } = await stage.mutate('township', 'reportHazard', { ...told, description: '火灾' }, HAZARD);
    hazardId = hazard.id;
    const asked = await stage.mutate('township', 'screenHazard', { hazardId, on: ON }, `${HAZARD} userErrors { code }`);
    expect(asked).toMatchObject({
      userErrors: [],
      hazard: { screenedAt: null, screening: { households: HOUSEHOLDS, screened: 0, finishedAt: null } },
    });
  });

  it('shows how far it is, cut off between two steps, with the leads of just those steps', async () => {
    await server(2);
    const { screenedAt, screening } = await seen();
    expect(screenedAt).toBeNull();
    expect(screening).toMatchObject({ households: HOUSEHOLDS, screened: 2 * PAGE, finishedAt: null });
    expect(screening.leadsOpened).toBe(screening.singledOut);
    expect(await leads()).toBe(screening.leadsOpened);
  });

  it('is finished by the server that starts next, together with another one, and each household once', async () => {
    await Promise.all([server(), server()]);
    const { screenedAt, screening } = await seen();
    expect(screenedAt).not.toBeNull();
    expect(screening).toMatchObject({
      ...{ households: HOUSEHOLDS, screened: HOUSEHOLDS },
      ...{ singledOut: SINGLED_OUT, leadsOpened: SINGLED_OUT, finishedAt: expect.any(String) },
    });
    expect(await leads()).toBe(SINGLED_OUT);
    await server();
    expect(await leads()).toBe(SINGLED_OUT);
  });
});
