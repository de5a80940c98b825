import { adaptProcedure, dated, defineProvince, monitoringLine, nationalProcedure, workingDays } from '#province-sdk';
import national from '../national/index.js';
import { ANSWER_2021, LANZHOU_NEW_AREA_2025, ONE_KEY_2023, WHOLE_2023 } from './sources.js';

/** 兰州新区 · A county in all but name; it has a code of its own in the division table. */
const LANZHOU_NEW_AREA = '620171';
const [FROM_2021, FROM_2023] = ['2021-11-01', '2023-02-21'];

// The steps of both texts are the baseline's; the numbers are the province's.
const identificationIn = (from: string, days: number) =>
  adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', from), {
    limit: workingDays(days),
    steps: { 'household-verification': { deadline: workingDays(5) } },
  });

/** 甘肃省 · Two procedures, of 2021 and 2023, and the line of Lanzhou New Area; the province's own was not seen. @article 5.1 */
export default defineProvince({
  code: '620000',
  name: { zh: '甘肃省', en: 'Gansu' },
  sdk: '^1.0.0',
  monitoringLines: dated([
    {
      from: '2025-01-01',
      vouchedTo: '2025-12-31',
      county: LANZHOU_NEW_AREA,
      value: monitoringLine({ perCapitaIncome: '8600.00' }),
      source: LANZHOU_NEW_AREA_2025,
    },
  ]),
  procedures: dated([
    { from: FROM_2021, value: identificationIn(FROM_2021, 25), source: ANSWER_2021 },
    { from: FROM_2023, value: identificationIn(FROM_2023, 15), source: ONE_KEY_2023 },
  ]),
  leadVerificationLimit: dated([
    { from: FROM_2021, value: workingDays(5), source: ANSWER_2021 },
    { from: FROM_2023, value: workingDays(5), source: ONE_KEY_2023 },
  ]),
  identificationLimit: dated([
    { from: FROM_2021, value: workingDays(25), source: ANSWER_2021 },
    { from: FROM_2023, value: workingDays(20), source: WHOLE_2023 },
  ]),
});
