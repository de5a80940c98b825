import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { provinceOf, type RegionCode } from '../../src/domain/kernel/region-code.js';
import { importAlerts } from '../alerts/import.command.js';
import type { CountyLeads } from './leads.js';
import { bureau } from './offices.js';
import { dayIn, PROVINCES, YEAR } from './places.js';
import type { Neighbour } from './roster.js';
import type { YearParts } from './year-parts.js';

const HEADER = ['预警编号', '部门', '预警种类', '预警日期', '身份证号', '户编号', '区划代码', '金额'];
const DEPARTMENT = 'MEDICAL_SECURITY';
const MONTHS = 12;
/** Months in which a file holds a line on somebody who is nowhere in the register, one twice and one without an amount. */
const CARELESS_MONTHS = [3, 6, 9, 12];

/** 部门预警文件 · Each month the medical-security department of each province sends a file, by the command that imports it. */
export function plantAlerts(parts: YearParts, leads: readonly CountyLeads[]): void {
  for (let month = 1; month <= MONTHS; month += 1)
    for (const province of PROVINCES) {
      const own = leads.filter(({ county }) => provinceOf(county) === province);
      const households = own.flatMap(({ alerts }) => alerts.get(month) ?? []);
      const lines = households.map((household, at) => lineOf(household, month, at));
      const careless = CARELESS_MONTHS.includes(month) ? carelessLines(lines, own[0]!.county, month) : [];
      note(parts, households.length, careless.length);
      parts.agenda.put(dayIn(month, 5), () => send(parts, province, [...lines, ...careless]));
    }
}

function note({ ledger }: YearParts, matched: number, careless: number): void {
  ledger.lead('DEPARTMENT_SCREENING', matched);
  const { alerts } = ledger;
  const each = careless === 0 ? 0 : 1;
  ledger.alerts = {
    lines: alerts.lines + matched + careless,
    matched: alerts.matched + matched,
    unmatched: alerts.unmatched + each,
    repeated: alerts.repeated + each,
    wrong: alerts.wrong + each,
  };
}

function lineOf({ number, idNumber, county, formerStatus }: Neighbour, month: number, at: number): string[] {
  const poor = formerStatus === 'FORMERLY_POOR';
  const kind = poor ? 'inpatient-own-cost-formerly-poor' : 'inpatient-own-cost-general';
  const reference = `YB-${YEAR}${String(month).padStart(2, '0')}-${county}-${at + 1}`;
  const who = idNumber === null ? ['', number] : [idNumber, ''];
  return [reference, DEPARTMENT, kind, dayIn(month, 3), ...who, '', poor ? '6800.00' : '26500.00'];
}

function carelessLines(lines: readonly string[][], county: RegionCode, month: number): string[][] {
  const kind = 'inpatient-own-cost-general';
  const raisedOn = dayIn(month, 3);
  const nobody = `${county}00000000000099`;
  return [
    [`YB-NOBODY-${county}-${month}`, DEPARTMENT, kind, raisedOn, '', nobody, county, '31000.00'],
    lines[0]!,
    [`YB-WRONG-${county}-${month}`, DEPARTMENT, kind, raisedOn, '', nobody, county, '三万余元'],
  ];
}

async function send({ stage, ledger }: YearParts, province: RegionCode, lines: readonly string[][]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-alerts-'));
  try {
    const file = join(folder, 'alerts.csv');
    writeFileSync(file, stringify([HEADER, ...lines]));
    const token = await stage.token(bureau(province, DEPARTMENT));
    const sums = await importAlerts({ file, report: join(folder, 'report.csv'), url: stage.url, token });
    ledger.imported.push(sums);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
