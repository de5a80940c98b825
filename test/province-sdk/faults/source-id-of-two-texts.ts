import { A_TEXT, from2023, line, plant } from '../planted-fault.js';

/** One source id for two texts. */
export default plant(
  {
    monitoringLines: from2023(line('8300.00')),
    incomeFallPercent: from2023(20, { source: { ...A_TEXT, title: '另一规程' } }),
  },
  { code: 'source-conflict', path: 'incomeFallPercent[0].source.id', article: '2.2', day: '2023-01-01' },
);
