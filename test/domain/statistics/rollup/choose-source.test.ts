import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { catalogueOf } from '../../../../src/domain/statistics/catalogues.js';
import { planQuestion } from '../../../../src/domain/statistics/plan-question.js';
import { chooseSource, type SourceQuestion } from '../../../../src/domain/statistics/rollup/choose-source.js';

type Asked = readonly [name: string, args?: Readonly<Record<string, unknown>>];

/** From where a question of an officer of the nation is answered: the rollup with whose rows, or why not. */
function answeredFrom(fields: readonly Asked[], more: Partial<SourceQuestion> = {}): string {
  const question: SourceQuestion = {
    subject: 'CASES',
    past: false,
    where: null,
    prefixes: [''],
    ofHousehold: false,
    counted: true,
    ...more,
  };
  const planned = planQuestion(catalogueOf(question.subject), {
    groupings: [{ key: 'rows', fields: fields.map(([name, args = {}], at) => ({ name, key: `k${at}`, args })) }],
    orderBy: [],
    first: null,
    having: [],
    withTotals: fields.some(([name]) => name === 'totalOver'),
    day: date('2023-11-30'),
  });
  if (!('plan' in planned)) throw new Error(JSON.stringify(planned.faults));
  const chosen = chooseSource(planned.plan.groupings[0]!, question);
  return chosen.rollup === null ? chosen.because : `${chosen.rollup.name} ${chosen.rows}`;
}

const at = (level: string): Asked => ['region', { level }];

describe('where a grouping is answered from', () => {
  it.each<[string, readonly Asked[], Partial<SourceQuestion>]>([
    ['CASE_STANDING COUNTY', [at('COUNTY'), ['category'], ['status'], ['cases'], ['persons'], ['perCapitaMean']], {}],
    ['CASE_STANDING PROVINCE', [at('PROVINCE'), ['status'], ['cases']], {}],
    ['CASE_STANDING COUNTY', [at('CITY'), ['cases']], {}],
    ['CASE_STANDING PROVINCE', [['cases']], { prefixes: ['43'], where: { region: '430000' } }],
    ['CASE_STANDING COUNTY', [['cases']], { where: { not: { region: '430100' } } }],
    ['CASE_STANDING COUNTY', [['cases']], { prefixes: ['430121'], where: { status: ['MONITORED'], or: [] } }],
    ['CASE_OPENING PROVINCE', [at('PROVINCE'), ['openedIn', { bucket: 'MONTH' }], ['cases']], {}],
    [
      'CASE_OPENING PROVINCE',
      [['openedIn', { bucket: 'MONTH' }], ['cases']],
      { where: { openedOn: { gte: '2023-07-01', lte: '2023-12-31', lt: null } } },
    ],
    [
      'CASE_ELIMINATION COUNTY',
      [at('COUNTY'), ['cases']],
      { where: { or: [{ eliminatedOn: { gt: '2024-02-29' } }, { not: { eliminatedOn: { lt: '2023-01-01' } } }] } },
    ],
    ['CASE_IDENTIFICATION PROVINCE', [['cases']], { where: { identifiedOn: { isNull: true } } }],
    ['CASE_IDENTIFICATION PROVINCE', [['identifiedIn', { bucket: 'QUARTER' }], ['cases']], {}],
    ['CASE_ELIMINATION COUNTY', [at('COUNTY'), ['eliminatedIn', { bucket: 'YEAR' }], ['persons']], {}],
    ['HOUSEHOLD_STANDING PROVINCE', [['monitored'], ['households'], ['labourers']], { subject: 'HOUSEHOLDS' }],
    [
      'MEASURE_HELP PROVINCE',
      [['family'], ['timing'], ['households'], ['measures']],
      { subject: 'MEASURES', where: { not: { status: ['CANCELLED'] } } },
    ],
    ['MEASURE_HELP COUNTY', [at('COUNTY'), ['status'], ['measures']], { subject: 'MEASURES' }],
  ])('%s: %j', (expected, fields, more) => {
    expect(answeredFrom(fields, more)).toBe(expected);
  });

  it.each<[string, readonly Asked[], Partial<SourceQuestion>]>([
    ['it asks of a past day, and tallies tell how things stand', [['cases']], { past: true }],
    ["it asks of one household's own records", [['cases']], { ofHousehold: true }],
    ['the tallies of some counties have not been counted yet', [['cases']], { counted: false }],
    ['it asks of a part of a county', [['cases']], { prefixes: ['430121001'] }],
    ['it asks of a part of a county', [['cases']], { where: { or: [{ region: '430121001' }] } }],
    ['no tallies are kept of alerts', [['alerts']], { subject: 'ALERTS' }],
    ['no rollup has the measure budget', [['family'], ['budget']], { subject: 'MEASURES' }],
    ['no rollup has different households over every family and timing', [['households']], { subject: 'MEASURES' }],
    ['no rollup has different households over every timing', [['family'], ['households']], { subject: 'MEASURES' }],
    [
      'no rollup has different households in totals',
      [['family'], ['timing'], ['households'], ['totalOver']],
      { subject: 'MEASURES' },
    ],
    ['no rollup has the measure perCapitaMedian', [['cases'], ['perCapitaMedian']], {}],
    ['no rollup has the dimension region at VILLAGE', [at('VILLAGE'), ['cases']], {}],
    ['no rollup has the dimension openedIn by DAY', [['openedIn', { bucket: 'DAY' }], ['cases']], {}],
    ['no rollup has the filter on channel', [['cases']], { where: { channel: ['MEDIA'] } }],
    [
      'no rollup has all of it together: CASE_STANDING lacks the dimension openedIn by MONTH; CASE_OPENING lacks the dimension status; CASE_IDENTIFICATION lacks the dimension status; CASE_ELIMINATION lacks the dimension status',
      [['status'], ['openedIn', { bucket: 'MONTH' }], ['cases']],
      {},
    ],
    ...['eq', 'gte', 'gt', 'lt', 'lte', 'in'].map((operator): [string, readonly Asked[], Partial<SourceQuestion>] => [
      'no rollup has all of it together: CASE_STANDING lacks the filter on openedOn; CASE_OPENING lacks the filter on openedOn by parts of a month; CASE_IDENTIFICATION lacks the filter on openedOn; CASE_ELIMINATION lacks the filter on openedOn',
      [['cases']],
      { where: { openedOn: { [operator]: operator === 'in' ? ['2023-07-15'] : '2023-07-15' } } },
    ]),
    [
      'no rollup has all of it together: CASE_STANDING lacks the filter on openedOn; CASE_OPENING lacks the filter on identifiedOn; CASE_IDENTIFICATION lacks the filter on openedOn; CASE_ELIMINATION lacks the filter on openedOn',
      [['cases']],
      { where: { openedOn: { gte: '2023-07-01' }, identifiedOn: { gte: '2023-07-01' } } },
    ],
    [
      'no rollup has the filter on size',
      [['households']],
      { subject: 'HOUSEHOLDS', where: { size: { gte: 3 }, number: { startsWith: '43' } } },
    ],
    ['no rollup has the filter on monitored', [['households']], { subject: 'HOUSEHOLDS', where: { monitored: true } }],
  ])('the register, since %s', (expected, fields, more) => {
    expect(answeredFrom(fields, more)).toBe(expected);
  });
});
