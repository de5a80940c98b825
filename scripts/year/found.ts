import type { DiscoveryChannel } from '../../src/domain/case/monitoring-case.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import { provinceOffice } from './offices.js';
import { FIRST_DAY, PROVINCES, YEAR } from './places.js';
import type { PlantedFault } from './ledger.js';
import type { Answer, Stage } from './stage.js';

/** 查出的预警 · A warning as the API tells it. */
export interface FoundWarning {
  readonly region: RegionCode;
  readonly indicator: string;
  readonly subject: string;
  /** YYYY-MM of the month that departed. */
  readonly month: string;
  readonly raisedOn: string;
  readonly severity: string;
}

/** 年终所见 · What the API answers of the year. */
export interface Found {
  readonly leads: ReadonlyMap<DiscoveryChannel, number>;
  readonly openLeads: number;
  readonly cases: number;
  readonly eliminated: number;
  readonly withdrawn: number;
  readonly alerts: { readonly matched: number; readonly unmatched: number };
  readonly visited: number;
  readonly warnings: readonly FoundWarning[];
  /** Warnings that are closed, every action of theirs done. */
  readonly warningsClosed: number;
  readonly withoutCampaign: readonly RegionCode[];
  /** The same, as the scorecards name it. */
  readonly namedByScorecards: readonly RegionCode[];
  readonly faults: readonly PlantedFault[];
}

const CHANNELS: readonly DiscoveryChannel[] = [
  'SELF_DECLARATION',
  'CADRE_INSPECTION',
  'DEPARTMENT_SCREENING',
  'HAZARD_SCREENING',
  'PETITION',
  'MEDIA',
];

const COUNTS = `query Year($region: RegionCode!, $from: Date!) {
  ${CHANNELS.map((channel) => `${channel}: leads(where: { region: $region, channel: [${channel}], dueOn: { gte: $from } }, first: 1) { totalCount }`).join('\n  ')}
  open: leads(where: { region: $region, status: [OPEN] }, first: 1) { totalCount }
  cases: monitoringCases(where: { region: $region, openedOn: { gte: $from } }, first: 1) { totalCount }
  eliminated: monitoringCases(where: { region: $region, openedOn: { gte: $from }, status: [RISK_ELIMINATED] }, first: 1) { totalCount }
  withdrawn: monitoringCases(where: { region: $region, openedOn: { gte: $from }, status: [WITHDRAWN] }, first: 1) { totalCount }
  matched: departmentAlerts(where: { region: $region, status: [DISPATCHED, CONFIRMED, DISMISSED, DUPLICATE] }, first: 1) { totalCount }
  unmatched: departmentAlerts(where: { region: $region, status: [UNMATCHED] }, first: 1) { totalCount }
}`;

const WARNINGS = `query Warnings($region: RegionCode!) { regionalWarnings(where: { region: $region }, first: 200) {
  nodes { region { code } indicator severity raisedOn evidence status closedOn actions { status doneOn } } } }`;

const COMPLIANCE = `query Compliance($region: RegionCode!, $year: Int!, $from: Date!, $to: Date!) {
  inspectionCompliance(region: $region, year: $year) { region { code } status households visited }
  scorecards(region: $region, level: COUNTY, from: $from, to: $to) { region { code } households inspectionCampaign }
}`;

const FINDINGS = `query Findings($region: RegionCode!, $after: String) {
  qualityFindings(region: $region, first: 100, after: $after) {
    nodes { rule region { code } household { number } case { household { number } } } pageInfo { hasNextPage endCursor } } }`;

/** 年终回顾 · Asks the API what the year came to, as an officer of each province would. */
export async function lookBack(stage: Stage): Promise<Found> {
  const leads = new Map<DiscoveryChannel, number>();
  const sums = { open: 0, cases: 0, eliminated: 0, withdrawn: 0, matched: 0, unmatched: 0 };
  let visited = 0;
  const warnings: FoundWarning[] = [];
  let warningsClosed = 0;
  const withoutCampaign: RegionCode[] = [];
  const namedByScorecards: RegionCode[] = [];
  const faults: PlantedFault[] = [];
  for (const region of PROVINCES) {
    const ask = (query: string, more: Record<string, unknown> = {}): Promise<Answer> =>
      stage.ask(provinceOffice(region), query, { region, ...more });
    const counts = await ask(COUNTS, { from: FIRST_DAY });
    for (const channel of CHANNELS) leads.set(channel, (leads.get(channel) ?? 0) + counts[channel].totalCount);
    for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += counts[name].totalCount;
    const { nodes } = (await ask(WARNINGS)).regionalWarnings;
    warnings.push(...nodes.map(warningOf));
    warningsClosed += nodes.filter(isClosed).length;
    const days = { year: YEAR, from: FIRST_DAY, to: `${YEAR}-12-31` };
    const { inspectionCompliance, scorecards } = await ask(COMPLIANCE, days);
    const withHouseholds = scorecards.filter((one: Answer) => one.households > 0);
    const registers = new Set(withHouseholds.map((one: Answer) => one.region.code));
    const kept = inspectionCompliance.filter((one: Answer) => registers.has(one.region.code));
    visited += kept.reduce((sum: number, one: Answer) => sum + one.visited, 0);
    withoutCampaign.push(...kept.filter((one: Answer) => one.status !== 'MET').map((one: Answer) => one.region.code));
    const scored = withHouseholds.filter((one: Answer) => one.inspectionCampaign === false);
    namedByScorecards.push(...scored.map((one: Answer) => one.region.code));
    faults.push(...(await findingsOf(ask)));
  }
  const { open, cases, eliminated, withdrawn, matched, unmatched } = sums;
  return {
    leads,
    openLeads: open,
    cases,
    eliminated,
    withdrawn,
    alerts: { matched, unmatched },
    visited,
    warnings,
    warningsClosed,
    withoutCampaign,
    namedByScorecards,
    faults,
  };
}

function warningOf({ region, indicator, severity, raisedOn, evidence }: Answer): FoundWarning {
  const { month, subject = '' } = evidence;
  return { region: region.code, indicator, subject, month, raisedOn, severity };
}

function isClosed({ status, closedOn, actions }: Answer): boolean {
  const answers = actions.filter((one: Answer) => one.status === 'RESPONDING');
  return status === 'CLOSED' && closedOn !== null && answers.every((one: Answer) => one.doneOn !== null);
}

async function findingsOf(ask: (query: string, more: Record<string, unknown>) => Promise<Answer>) {
  const found: PlantedFault[] = [];
  for (let after: string | null = null; ; ) {
    const { qualityFindings }: Answer = await ask(FINDINGS, { after });
    for (const { rule, region, household, case: own } of qualityFindings.nodes)
      found.push({ rule, at: household?.number ?? own?.household?.number ?? region.code });
    if (!qualityFindings.pageInfo.hasNextPage) return found;
    after = qualityFindings.pageInfo.endCursor;
  }
}
