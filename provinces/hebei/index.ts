import { dated, defineProvince, monitoringLine, source } from '#province-sdk';

const LINE_2023 = source({
  id: 'hebei-line-2023',
  title: '《河北省防止返贫动态监测帮扶工作规程(试行)》(冀巩固拓展发〔2023〕1号)政策解读:2023年家庭年人均纯收入8300元',
  standing: 'document',
});

/** 河北省 · Its line of 2023; the rest is the national baseline's, since no more of its rules was seen. @article 5.1 */
export default defineProvince({
  code: '130000',
  name: { zh: '河北省', en: 'Hebei' },
  sdk: '^1.0.0',
  monitoringLines: dated([
    {
      from: '2023-01-01',
      vouchedTo: '2023-12-31',
      value: monitoringLine({ perCapitaIncome: '8300.00' }),
      source: LINE_2023,
    },
  ]),
});
