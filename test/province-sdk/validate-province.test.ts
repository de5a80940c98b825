import { describe, expect, it } from 'vitest';
import { BASELINE } from '../../provinces/index.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import {
  adaptProcedure,
  calendarDays,
  dated,
  defineProvince,
  type Fault,
  instrument,
  monitoringLine,
  months,
  nationalProcedure,
  type ProvinceDraft,
  procedure,
  riskType,
  source,
  validateBaseline,
  validateProvince,
} from '../../src/province-sdk/index.js';

const TEXT = source({ id: 'hebei-2023', title: '某规程', issuedOn: '2023-01-01', standing: 'document' });
const line = (perCapitaIncome: string, more: { from?: string; county?: string; vouchedTo?: string } = {}) => ({
  from: '2023-01-01',
  value: monitoringLine({ perCapitaIncome }),
  source: TEXT,
  ...more,
});
const hebei = (draft: Partial<ProvinceDraft>): ProvinceDraft =>
  defineProvince({ code: '130000', name: { zh: '河北省', en: 'Hebei' }, ...draft });
const faultsOf = (draft: Partial<ProvinceDraft>): Fault[] => validateProvince(hebei(draft), BASELINE);
const placesOf = (draft: Partial<ProvinceDraft>): string[] =>
  faultsOf(draft).map(({ code, path }) => `${code} ${path}`);
const identification = BASELINE.procedures.find(({ value }) => value.kind === 'IDENTIFICATION')!.value;
const offer = instrument({
  code: 'herbs',
  name: { zh: '中药材种植', en: 'Herbs' },
  family: 'INDUSTRY',
  nature: 'DEVELOPMENTAL',
  addresses: ['INDUSTRY_FAILURE'],
  fundingSources: ['BRIDGING_FUND'],
  from: '2023-01-01',
  source: TEXT,
});

describe('validateProvince', () => {
  it('takes a module that sets nothing but its code and name', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('refuses a line of 5,999.99 yuan with place, day, value and floor, and takes 6,000.00', () => {
    expect(faultsOf({ monitoringLines: dated([line('6000.00')]) })).toEqual([]);
    expect(faultsOf({ monitoringLines: dated([line('5999.99')]) })).toEqual([
      {
        code: 'line-under-floor',
        module: '130000',
        path: 'monitoringLines[0].value.perCapitaIncome',
        day: '2023-01-01',
        found: 'the line of 河北省 from 2023-01-01 is 5999.99 yuan, under the national floor of 6000.00 yuan',
        expected: '6000.00 yuan or more',
        article: '2.2',
        suggestion: null,
      },
    ]);
  });

  it("holds a county's own line against the floor too, and a line before any floor against none", () => {
    const lines = dated([line('5999.99', { county: '130123' }), line('8300.00', { from: '2020-12-31' })]);
    expect(placesOf({ monitoringLines: lines })).toEqual([
      'floor-unknown monitoringLines[0].value.perCapitaIncome',
      'line-under-floor monitoringLines[1].value.perCapitaIncome',
    ]);
  });

  it('refuses a line that a newer national floor overtakes while its source still vouches for it', () => {
    const [floor] = BASELINE.nationalFloor;
    const raised = { ...floor!, from: '2023-07-01' as never, value: 850000 as never };
    const baseline = { ...BASELINE, nationalFloor: [floor!, raised] };
    const lines = (vouchedTo: string) => hebei({ monitoringLines: dated([line('8300.00', { vouchedTo })]) });
    expect(validateProvince(lines('2023-06-30'), baseline)).toEqual([]);
    expect(validateProvince(lines('2023-07-01'), baseline)).toMatchObject([
      { code: 'line-under-floor', day: '2023-07-01' },
    ]);
  });

  it('names an amount with three decimals and a day that does not exist, as written', () => {
    const faults = faultsOf({ monitoringLines: dated([line('8300.005', { from: '2023-02-29' })]) });
    expect(faults).toMatchObject([
      { path: 'monitoringLines[0].from', found: '"2023-02-29"', day: '2023-02-29' },
      { path: 'monitoringLines[0].value.perCapitaIncome', found: '"8300.005"' },
    ]);
  });

  it('refuses two entries of one day in one place, and takes a county beside the province', () => {
    expect(placesOf({ monitoringLines: dated([line('8300.00'), line('8400.00')]) })).toEqual([
      'same-day monitoringLines[1].from',
    ]);
    expect(placesOf({ monitoringLines: dated([line('8300.00'), line('8400.00', { county: '130123' })]) })).toEqual([]);
  });

  it('refuses an end before the beginning', () => {
    expect(placesOf({ monitoringLines: dated([line('8300.00', { vouchedTo: '2022-12-31' })]) })).toEqual([
      'date-order monitoringLines[0].vouchedTo',
    ]);
    expect(placesOf({ instruments: [{ ...offer, to: '2022-12-31' as never }] })).toEqual([
      'date-order instruments[0].to',
    ]);
  });

  it('refuses an override for a county of Hunan, and for a city', () => {
    const lines = dated([line('8300.00', { county: '430121' }), line('8300.00', { county: '130100' })]);
    expect(placesOf({ monitoringLines: lines }).sort()).toEqual([
      'county-outside monitoringLines[0].county',
      'county-outside monitoringLines[1].county',
    ]);
  });

  it('refuses a procedure without review, naming what the policy asks for', () => {
    const steps = identification.steps.filter(({ kind }) => kind !== 'DEMOCRATIC_REVIEW');
    const mended = steps.map((one) =>
      one.kind === 'PUBLIC_NOTICE' ? { ...one, after: ['commitment-authorization'] } : one,
    );
    const procedures = dated([{ from: '2023-01-01', value: { ...identification, steps: mended }, source: TEXT }]);
    expect(faultsOf({ procedures })).toMatchObject([
      { code: 'step-dropped', path: 'procedures[0].value.steps', day: '2023-01-01', article: '3.2' },
    ]);
  });

  it('refuses a notice of 4 days at its step and takes 5', () => {
    const notice = (minimumNoticeDays: number) =>
      dated([
        {
          from: '2023-01-01',
          value: {
            ...identification,
            steps: identification.steps.map((one) =>
              one.kind === 'PUBLIC_NOTICE' ? { ...one, minimumNoticeDays } : one,
            ),
          },
          source: TEXT,
        },
      ]);
    expect(placesOf({ procedures: notice(4) })).toEqual(['limit-loosened procedures[0].value.steps[4]']);
    expect(placesOf({ procedures: notice(5) })).toEqual([]);
  });

  it('leaves the limit of a whole identification to the province: 40 days load, since no text of the nation binds it', () => {
    const { kind, name, nameEn, steps } = identification;
    const value = procedure({ kind, name: { zh: name, en: nameEn }, limit: calendarDays(40), steps });
    expect(faultsOf({ procedures: dated([{ from: '2023-01-01', value, source: TEXT }]) })).toEqual([]);
    const bound = { ...BASELINE, openToProvinces: [] };
    const module = hebei({ procedures: dated([{ from: '2023-01-01', value, source: TEXT }]) });
    expect(validateProvince(module, bound)).toMatchObject([{ code: 'limit-loosened' }]);
  });

  it('refuses a step deadline in months: steps are counted in days', () => {
    const { kind, name, nameEn, steps } = identification;
    const value = procedure({ kind, name: { zh: name, en: nameEn }, limit: months(1), steps });
    expect(placesOf({ procedures: dated([{ from: '2023-01-01', value, source: TEXT }]) })).toContain(
      'shape procedures[0].value.limitDays',
    );
  });

  it('refuses two months until the first measure where the nation gives one, and 5 months before elimination', () => {
    const draft = {
      supportLimit: dated([{ from: '2023-01-01', value: months(2), source: TEXT }]),
      eliminationMonths: dated([{ from: '2023-01-01', value: 5, source: TEXT }]),
    };
    expect(placesOf(draft)).toEqual([
      'limit-loosened supportLimit[0].value',
      'limit-loosened eliminationMonths[0].value',
    ]);
  });

  it('names an unknown risk type and an unknown instrument, with the nearest known one', () => {
    const draft = {
      instruments: [{ ...offer, addresses: ['INDUSTRY_FAILUER'] }],
      socialSecurityInstruments: dated([{ from: '2023-01-01', value: ['subsistence-alowance'], source: TEXT }]),
    };
    expect(faultsOf(draft)).toMatchObject([
      {
        code: 'unknown-reference',
        path: 'instruments[0].addresses[0]',
        suggestion: 'did you mean "INDUSTRY_FAILURE"?',
      },
      {
        code: 'unknown-reference',
        path: 'socialSecurityInstruments[0].value[0]',
        suggestion: 'did you mean "subsistence-allowance"?',
      },
    ]);
  });

  it("knows the module's own risk types and instruments", () => {
    const own = riskType({
      code: 'DEBT',
      name: { zh: '因债', en: 'Debt' },
      group: 'OTHER',
      from: '2023-01-01',
      source: TEXT,
    });
    const draft = {
      riskTypes: [own],
      instruments: [{ ...offer, addresses: ['DEBT'] }],
      socialSecurityInstruments: dated([{ from: '2023-01-01', value: ['herbs'], source: TEXT }]),
    };
    expect(faultsOf(draft)).toEqual([]);
    expect(placesOf({ ...draft, riskTypes: [own, own] })).toEqual(['duplicate-code riskTypes[1].code']);
  });

  it('refuses a value without a source, and one source id for two texts', () => {
    const { source: _, ...unsourced } = line('8300.00');
    expect(faultsOf({ monitoringLines: dated([unsourced as never]) })).toMatchObject([
      { code: 'source-missing', path: 'monitoringLines[0].source', found: 'nothing', article: '2.2' },
    ]);
    const other = { ...line('8400.00', { from: '2024-01-01' }), source: { ...TEXT, title: '另一规程' } };
    expect(placesOf({ monitoringLines: dated([line('8300.00'), other]) })).toEqual([
      'source-conflict monitoringLines[1].source.id',
    ]);
  });

  it('refuses a quota on the number monitored (R24), and any other unknown field with the nearest known', () => {
    const draft = { maximumMonitored: 5000, monitoringLine: [] } as Partial<ProvinceDraft>;
    expect(faultsOf(draft)).toMatchObject([
      { code: 'quota', path: 'maximumMonitored', found: '5000', article: '2.2' },
      { code: 'unknown-field', path: 'monitoringLine', suggestion: 'did you mean "monitoringLines"?' },
    ]);
  });

  it('refuses bands that leave 1 % of the line out', () => {
    const band = (code: string, rank: number, from: number | null, to: number | null) => ({
      code,
      name: { zh: code, en: code },
      rank,
      fromPercentOfLine: from,
      toPercentOfLine: to,
      response: 'WATCH' as const,
    });
    const value = [band('under', 1, null, 99), band('over', 2, 100, null)];
    expect(placesOf({ bands: dated([{ from: '2023-01-01', value, source: TEXT }]) })).toEqual([
      'bands-gap bands[0].value',
    ]);
  });

  it('names every fault at once: a bad entry hides no fault of its neighbour', () => {
    const draft = {
      monitoringLines: dated([line('八千'), line('5000.00', { from: '2024-01-01' })]),
      instruments: [
        { ...offer, family: 'INDUSTRI' as never },
        { ...offer, addresses: ['NOTHING'] },
      ],
    };
    expect(placesOf(draft).sort()).toEqual([
      'line-under-floor monitoringLines[1].value.perCapitaIncome',
      'shape instruments[0].family',
      'shape monitoringLines[0].value.perCapitaIncome',
      'unknown-reference instruments[1].addresses[0]',
    ]);
    expect(faultsOf(draft).find(({ path }) => path === 'instruments[0].family')?.suggestion).toBe(
      'did you mean "INDUSTRY"?',
    );
  });

  it.each([[undefined], [null], ['河北省'], [{}], [{ zh: 7 }]])(
    'finds the line of 5,999.99 yuan where the name is %j',
    (name) => {
      const faults = faultsOf({ monitoringLines: dated([line('5999.99')]), name: name as never });
      expect(faults.map(({ code }) => code)).toContain('line-under-floor');
      expect(faults.map(({ path }) => path.split('.')[0])).toContain('name');
    },
  );

  it.each([[undefined], [null], ['hebei'], [42], [[]], [() => 1], [{}], [{ code: 13 }], [{ monitoringLines: 'x' }]])(
    'says of %j that it is no module, and throws nothing',
    (module) => {
      expect(validateProvince(module, BASELINE).length).toBeGreaterThan(0);
    },
  );
});

describe('validateBaseline', () => {
  it('refuses a baseline whose line is under its own floor', () => {
    const lines = dated([{ ...line('5999.99'), from: '2021-01-01' }]);
    expect(validateBaseline({ ...BASELINE, monitoringLines: lines })).toMatchObject([{ code: 'line-under-floor' }]);
  });

  it('refuses a baseline that begins a procedure or its bands a day after its first day', () => {
    const late = date('2021-05-15');
    const procedures = BASELINE.procedures.map((entry) =>
      entry.value.kind === 'SUPPORT' ? { ...entry, from: late } : entry,
    );
    const bands = BASELINE.bands.map((entry) => ({ ...entry, from: late }));
    expect(validateBaseline({ ...BASELINE, procedures, bands })).toMatchObject([
      { code: 'date-gap', path: 'procedures', day: '2021-05-14' },
      { code: 'date-gap', path: 'bands', day: '2021-05-14' },
    ]);
  });

  it('refuses a baseline without a floor', () => {
    expect(validateBaseline({ ...BASELINE, nationalFloor: [] })).toMatchObject([{ path: 'nationalFloor' }]);
  });
});

describe('a count that stops', () => {
  const visit = 'household-verification';
  const procedures = BASELINE.procedures.map((entry) => ({
    ...entry,
    value: {
      ...entry.value,
      steps: entry.value.steps.map((step) => (step.code === visit ? { ...step, deadlineDays: 5 } : step)),
    },
  }));
  const strict = { ...BASELINE, procedures };
  const stopping = (value: readonly ('NOTICE' | 'RETURN')[]) => dated([{ from: '2023-01-01', value, source: TEXT }]);
  const faults = (draft: Partial<ProvinceDraft>, baseline: typeof BASELINE = strict) =>
    validateProvince(hebei(draft), baseline);

  it('is refused where the nation gives a step five days that run on, and taken where it gives none', () => {
    expect(faults({ deadlineStops: stopping(['RETURN']) })).toMatchObject([
      { code: 'limit-loosened', path: 'deadlineStops[0].value', day: '2023-01-01', article: '3.2' },
    ]);
    expect(faults({ deadlineStops: stopping([]) })).toEqual([]);
    expect(faults({ deadlineStops: stopping(['NOTICE', 'RETURN']) }, BASELINE)).toEqual([]);
  });

  it('is taken for what the nation’s stops for too, and not for more', () => {
    const milder = {
      ...strict,
      deadlineStops: stopping(['NOTICE']).map((entry) => ({ ...entry, from: strict.firstDay })),
    };
    expect(faults({ deadlineStops: stopping(['NOTICE']) }, milder)).toEqual([]);
    expect(faults({ deadlineStops: stopping(['NOTICE', 'RETURN']) }, milder)).toHaveLength(1);
  });

  it('is refused of a step by its place', () => {
    const value = adaptProcedure(nationalProcedure(strict, 'IDENTIFICATION', '2023-01-01'), {
      steps: { [visit]: { deadline: calendarDays(5, { stopsFor: ['NOTICE'] }) } },
    });
    expect(faults({ procedures: dated([{ from: '2023-01-01', value, source: TEXT }]) })).toMatchObject([
      { code: 'limit-loosened', path: 'procedures[0].value.steps[0]', article: '3.2' },
    ]);
  });
});
