import { addDays, addMonths } from '../../src/domain/kernel/calendar-date.js';
import { provinceOf, type RegionCode } from '../../src/domain/kernel/region-code.js';
import { bureau, countyOffice, provinceOffice } from './offices.js';
import { COUNTIES, dayIn, JOBLESS, LAST_DAY, PROVINCES, SLUMPED, YEAR } from './places.js';
import type { Answer } from './stage.js';
import type { YearParts } from './year-parts.js';

/** 农村失业率 · Per cent; for three months a county's is half as much again. */
const USUAL_RATE = 4.2;
const SHOCK = 1.5;
const SHOCK_MONTHS = [5, 6, 7];
const PAST_MONTHS = 24;
const MONTHS = 12;
const STUDY_DAY = 8;
const DAYS_TO_ANSWER = 3;
const DAYS_TO_ACT = 45;

/** 失业冲击 · From May to July unemployment rises in one county; the human-resources bureau of its province hands in the rate each month. */
export function plantUnemployment({ stage, agenda, ledger }: YearParts): void {
  ledger.shocks.push({ region: JOBLESS, indicator: 'rural-unemployment-rate', subject: '', month: `${YEAR}-05` });
  const province = provinceOf(JOBLESS)!;
  const counties = COUNTIES.filter((county) => provinceOf(county) === province);
  const submit = async (months: readonly string[]): Promise<void> => {
    const values = counties.flatMap((region) =>
      months.map((month) => ({
        region,
        indicator: 'rural-unemployment-rate',
        month,
        value: rateOf(region, month),
        source: '人社部门农村劳动力就业监测月报',
      })),
    );
    const fields = 'accepted rowErrors { message }';
    const { accepted } = await stage.act(bureau(province, 'HUMAN_RESOURCES'), 'submitIndicators', { values }, fields);
    if (accepted !== values.length) throw new Error(`${accepted} of ${values.length} rates were taken`);
  };
  const first = dayIn(1, 1);
  const monthAt = (at: number): string => addMonths(first, at).slice(0, 7);
  agenda.put(dayIn(1, 2), () => submit(Array.from({ length: PAST_MONTHS }, (_, at) => monthAt(at - PAST_MONTHS))));
  for (let at = 0; at < MONTHS; at += 1) agenda.put(addDays(addMonths(first, at + 1), 1), () => submit([monthAt(at)]));
}

function rateOf(county: RegionCode, month: string): number {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  const usual = USUAL_RATE * (1 + 0.03 * Math.sin(number * 1.9 + COUNTIES.indexOf(county)));
  const struck = county === JOBLESS && SHOCK_MONTHS.some((own) => month === dayIn(own, 1).slice(0, 7));
  return Math.round(usual * (struck ? SHOCK : 1) * 100) / 100;
}

const RAISED = `query($region: RegionCode!) { regionalWarnings(where: { region: $region, status: [RAISED] }, first: 50) {
  nodes { id indicator region { code } } } }`;

/**
 * 处置预警 · What is warned of is studied by the county with its departments, answered by one of them, and closed when that is done. The price
 * of pigs has not risen again by the end of the year: its warning stays open.
 */
export function plantAnswers({ stage, agenda, ledger }: YearParts): void {
  const enter = (county: RegionCode, input: Record<string, unknown>): Promise<Answer> =>
    stage.act(countyOffice(county), 'updateRegionalWarning', { on: stage.clock.today(), ...input });
  const answer = async ({ id, indicator, region }: Answer): Promise<void> => {
    const county: RegionCode = region.code;
    const department = departmentOf(indicator);
    const study = { region: county, heldOn: stage.clock.today(), departments: [department, 'CIVIL_AFFAIRS'] };
    await stage.act(countyOffice(county), 'recordRiskStudy', {
      ...study,
      conclusion: '会商认为风险真实,由责任部门限期处置',
      warningIds: [id],
    });
    await enter(county, { warningId: id, status: 'STUDIED', note: '联合会商' });
    const answeredOn = addDays(stage.clock.today(), DAYS_TO_ANSWER);
    const dueOn = addDays(answeredOn, DAYS_TO_ACT);
    agenda.put(answeredOn, async () => {
      await enter(county, { warningId: id, status: 'RESPONDING', note: '逐户走访,落实措施', department, dueOn });
    });
    if (county === SLUMPED && indicator === 'farm-price') return;
    ledger.warningsClosed += 1;
    // Until the county is as before: closed sooner, it would be warned of once more.
    const closedOn = indicator === 'leads' ? addDays(dueOn, -1) : dayIn(SHOCK_MONTHS.at(-1)! + 2, STUDY_DAY);
    if (closedOn > LAST_DAY) throw new Error(`the warning of ${indicator} in ${county} would be closed on ${closedOn}`);
    agenda.put(closedOn, async () => {
      await enter(county, { warningId: id, status: 'CLOSED', note: '措施落实,指标恢复', doneOn: stage.clock.today() });
    });
  };
  for (let at = 0; at < MONTHS; at += 1)
    agenda.put(addMonths(dayIn(1, STUDY_DAY), at), async () => {
      for (const province of PROVINCES) {
        const asked = { region: province };
        const { regionalWarnings } = await stage.ask(provinceOffice(province), RAISED, asked);
        for (const warning of regionalWarnings.nodes) await answer(warning);
      }
    });
}

function departmentOf(indicator: string): 'AGRICULTURE' | 'HUMAN_RESOURCES' | 'EMERGENCY' {
  if (indicator === 'farm-price') return 'AGRICULTURE';
  return indicator === 'leads' ? 'EMERGENCY' : 'HUMAN_RESOURCES';
}
