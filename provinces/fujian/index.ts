import { dated, defineProvince, monitoringLine, source, timesRuralAllowance } from '#province-sdk';

const MINHOU_2023 = source({
  id: 'fujian-minhou-2023',
  title: '闽侯县乡村振兴局关于调整确定闽侯县2023年防止返贫监测范围的通知(引闽振兴函〔2023〕8号):10560元',
  standing: 'document',
});

const DEHUA_2024 = source({
  id: 'fujian-dehua-2024',
  title: '德化县关于调整确定2024年防止返贫监测范围的公告:农村低保标准的2倍,815元/月×12×2=19560元',
  url: 'http://www.dehua.gov.cn/zwgk/zfxxgkzl/bmzfxxgk/nyncj/fdzdgknr/202403/t20240312_3013311.htm',
  standing: 'document',
});

const [MINHOU, DEHUA] = ['350121', '350526'];

/** 福建省 · The province lets each county set its line: two are known, every other county stands at the floor. @article 5.1 */
export default defineProvince({
  code: '350000',
  name: { zh: '福建省', en: 'Fujian' },
  sdk: '^1.0.0',
  monitoringLines: dated([
    {
      from: '2023-01-01',
      vouchedTo: '2023-12-31',
      county: MINHOU,
      value: monitoringLine({ perCapitaIncome: '10560.00' }),
      source: MINHOU_2023,
    },
    {
      from: '2024-01-01',
      vouchedTo: '2024-12-31',
      county: DEHUA,
      value: monitoringLine({ perCapitaIncome: timesRuralAllowance(2, '815.00') }),
      source: DEHUA_2024,
    },
  ]),
});
