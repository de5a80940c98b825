import { dated, defineProvince, monitoringLine, source } from '#province-sdk';

const LINE_2021 = source({
  id: 'liaoning-line-2021',
  title: '由“2022年度……调整至7260元,较上一年度提高了10%”推算:7260÷1.10=6600元(辽宁日报 2022-08-23)',
  issuedOn: '2022-08-23',
  standing: 'derived',
});

const LINE_2022 = source({
  id: 'liaoning-line-2022',
  title: '辽宁:2022年度防止返贫监测范围收入标准调整至7260元(辽宁日报 2022-08-23)',
  issuedOn: '2022-08-23',
  standing: 'document',
});

/** 辽宁省 · Its line of 2022, and that of 2021 by arithmetic; the rest is the national baseline's. @article 5.1 */
export default defineProvince({
  code: '210000',
  name: { zh: '辽宁省', en: 'Liaoning' },
  sdk: '^1.0.0',
  monitoringLines: dated([
    {
      from: '2021-01-01',
      vouchedTo: '2021-12-31',
      value: monitoringLine({ perCapitaIncome: '6600.00' }),
      source: LINE_2021,
    },
    {
      from: '2022-01-01',
      vouchedTo: '2022-12-31',
      value: monitoringLine({ perCapitaIncome: '7260.00' }),
      source: LINE_2022,
    },
  ]),
});
