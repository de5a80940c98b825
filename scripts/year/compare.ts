import type { Found, FoundWarning } from './found.js';
import type { Ledger, PlantedFault, PlantedShock } from './ledger.js';

/** 对照 · One thing that was planted, and what was found of it. */
export interface Compared {
  readonly what: string;
  readonly planted: string;
  readonly found: string;
  readonly agrees: boolean;
}

/** 对账 · Holds what the API answered against what was planted, line by line; whatever was found and not planted is a line too. */
export function compareYear(ledger: Ledger, found: Found): Compared[] {
  const count = (what: string, planted: number, seen: number): Compared => ({
    what,
    planted: String(planted),
    found: String(seen),
    agrees: planted === seen,
  });
  return [
    ...[...found.leads].map(([channel, seen]) => count(`leads, ${channel}`, ledger.leads.get(channel) ?? 0, seen)),
    count('leads without an outcome', 0, found.openLeads),
    count('alerts matched to a household', ledger.alerts.matched, found.alerts.matched),
    count('alerts of nobody in the register', ledger.alerts.unmatched, found.alerts.unmatched),
    count('lines of alerts known before', ledger.alerts.repeated, sum(ledger, 'duplicates')),
    count('lines of alerts left out', ledger.alerts.wrong, sum(ledger, 'failed')),
    count('cases opened', ledger.cases, found.cases),
    count('cases eliminated', ledger.eliminated, found.eliminated),
    count('cases withdrawn', ledger.withdrawn, found.withdrawn),
    count('households visited', ledger.visits, found.visited),
    {
      what: 'counties without a campaign',
      planted: ledger.withoutCampaign.join(' '),
      found: found.withoutCampaign.join(' '),
      agrees:
        same(ledger.withoutCampaign, found.withoutCampaign) && same(found.withoutCampaign, found.namedByScorecards),
    },
    ...compareWarnings(ledger.shocks, found.warnings),
    count('warnings answered and closed', ledger.warningsClosed, found.warningsClosed),
    ...compareFaults('fault', ledger.faults, found.faults),
    ...compareSheet(ledger),
  ];
}

function sum({ imported }: Ledger, name: 'duplicates' | 'failed'): number {
  return imported.reduce((total, one) => total + one[name], 0);
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join();
}

const keyOf = ({ region, indicator, subject }: Pick<PlantedShock, 'region' | 'indicator' | 'subject'>): string =>
  `${region} ${indicator}${subject === '' ? '' : ` of ${subject}`}`;

function compareWarnings(shocks: readonly PlantedShock[], warnings: readonly FoundWarning[]): Compared[] {
  const left = [...warnings];
  const lines = shocks.map((shock): Compared => {
    const at = left.findIndex((one) => keyOf(one) === keyOf(shock));
    const [one] = at === -1 ? [] : left.splice(at, 1);
    const told =
      one === undefined ? 'not raised' : `${one.severity}, ${delay(shock.month, one.month)}, on ${one.raisedOn}`;
    return { what: `warning, ${keyOf(shock)}`, planted: shock.month, found: told, agrees: one?.month === shock.month };
  });
  const others = left.map(
    (one): Compared => ({ what: `warning, ${keyOf(one)}`, planted: 'nothing', found: one.month, agrees: false }),
  );
  return [...lines, ...others];
}

/** Months from when it began to the month that departed. */
function delay(began: string, departed: string): string {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return `${number(departed) - number(began)} months late`;
}

function compareFaults(kind: string, planted: readonly PlantedFault[], found: readonly PlantedFault[]): Compared[] {
  const left = [...found];
  const lines = planted.map((fault): Compared => {
    const at = left.findIndex((one) => one.rule === fault.rule && one.at === fault.at);
    if (at !== -1) left.splice(at, 1);
    return {
      what: `${kind}, ${fault.rule}`,
      planted: fault.at,
      found: at === -1 ? 'not found' : 'found',
      agrees: at !== -1,
    };
  });
  const others = left.map(
    ({ rule, at }): Compared => ({ what: `${kind}, ${rule}`, planted: 'nothing', found: at, agrees: false }),
  );
  return [...lines, ...others];
}

/** Each fault of the sheet told and marked in its cell, and no other cell marked. */
function compareSheet({ sheet, checked: { rules, marked } }: Ledger): Compared[] {
  const lines = compareFaults('sheet', sheet, rules);
  const places = sheet.map(({ at }) => at);
  const agrees = same(places, marked);
  return [
    ...lines,
    { what: 'cells of the sheet marked', planted: String(places.length), found: String(marked.length), agrees },
  ];
}
