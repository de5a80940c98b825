import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../support/test-app.js';
import { FiguresStage, NATION, told } from '../../support/figures-stage.js';

let stage: FiguresStage;
const asked: FiguresStage['asked'] = (...given) => stage.asked(...given);
const answered: FiguresStage['answered'] = (...given) => stage.answered(...given);
const counted = <T>(text: string): Promise<T[]> => stage.counted<T>(text);
beforeAll(async () => {
  stage = await FiguresStage.start();
}, 180_000);
afterAll(() => stage?.app.stop());

describe('caseFlows', () => {
  const QUERY = `query($from: Date!, $to: Date!, $bucket: TimeBucket, $where: MonitoringCaseFilter) {
    caseFlows(where: $where, from: $from, to: $to, bucket: $bucket) { period from to cases persons relapsed } }`;

  it('tells by month and status how cases moved, as an independent recount of their events in SQL does', async () => {
    const { caseFlows } = await answered(QUERY, NATION, { from: '2022-03-15', to: '2023-06-30' });
    const rows = await counted<object>(`
      WITH told AS (SELECT e.subject_id, e.sequence, e.occurred_on, e.change ->> 'status' AS status FROM audit_event e
          WHERE e.subject_type = 'MonitoringCase' AND e.action IN ('openCase', 'completeStep', 'requestElimination', 'withdrawCase', 'rollBackElimination') AND e.change ? 'status'),
        moved AS (SELECT *, (SELECT p.status FROM told p WHERE p.subject_id = t.subject_id AND p.sequence < t.sequence ORDER BY p.sequence DESC LIMIT 1) AS before FROM told t)
      SELECT to_char(m.occurred_on, 'YYYY-MM-01') AS month, m.before, m.status, count(*) AS n, sum(h.size) AS p,
        count(*) FILTER (WHERE EXISTS (SELECT 1 FROM monitoring_case p WHERE p.household_id = c.household_id AND p.status = 'RISK_ELIMINATED' AND p.opened_on < c.opened_on)) AS r
      FROM moved m JOIN monitoring_case c ON c.id = m.subject_id JOIN household h ON h.id = c.household_id
      WHERE m.occurred_on BETWEEN '2022-03-15' AND '2023-06-30' AND m.before IS DISTINCT FROM m.status GROUP BY 1, 2, 3`);
    expect(rows.length).toBeGreaterThan(20);
    expect(told(caseFlows)).toEqual(told(rows));
  });

  it('opens as many cases in a year as were opened in it, and eliminates as many as are marked eliminated in it', async () => {
    const where = { region: '430121' };
    const { caseFlows } = await answered(QUERY, NATION, {
      from: '2022-01-01',
      to: '2022-12-31',
      bucket: 'YEAR',
      where,
    });
    const [own] = await counted<{
      opened: number;
      eliminated: number;
    }>(`SELECT count(*) FILTER (WHERE opened_on BETWEEN '2022-01-01' AND '2022-12-31') AS opened,
      count(*) FILTER (WHERE eliminated_on BETWEEN '2022-01-01' AND '2022-12-31') AS eliminated FROM monitoring_case WHERE county_code = '430121'`);
    const moved = (from: string | null, to: string): number =>
      caseFlows.find((flow: Answer['data']) => flow.from === from && flow.to === to)?.cases ?? 0;
    expect(moved(null, 'UNDER_IDENTIFICATION')).toBe(own!.opened);
    expect(moved('UNDER_ELIMINATION', 'RISK_ELIMINATED')).toBe(own!.eliminated);
  });

  it('is refused for a period that ends before it begins, and for more than 1,000 periods', async () => {
    for (const [from, to, bucket, says] of [
      ['2023-01-02', '2023-01-01', 'MONTH', 'before it begins'],
      ['2020-01-01', '2023-01-01', 'DAY', 'more than 1000 periods'],
    ]) {
      const { errors } = await asked(QUERY, NATION, { from, to, bucket });
      expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(errors[0]!.message).toContain(says);
    }
  });
});
