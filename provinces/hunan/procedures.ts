import { dated, procedure } from '#province-sdk';
import national from '../national/index.js';
import { PINGJIANG_ELIMINATION } from './sources.js';

const PINGJIANG = '430626';
const FROM = '2023-01-01';

// Pingjiang posts an elimination for seven days where the guide asks for five. One county's page does not speak for the
// province, so it holds there alone. The page has no date: it begins with the module's first own rule.
const inPingjiang = national.procedures
  .filter(({ from, value }) => from <= FROM && value.kind === 'ELIMINATION')
  .slice(-1)
  .map(({ value }) => ({
    from: FROM,
    county: PINGJIANG,
    value: procedure({
      kind: value.kind,
      name: { zh: value.name, en: value.nameEn },
      steps: value.steps.map((step) => (step.kind === 'PUBLIC_NOTICE' ? { ...step, minimumNoticeDays: 7 } : step)),
    }),
    source: PINGJIANG_ELIMINATION,
  }));

/** 平江县风险消除程序 @article 3.2 */
export const PROCEDURES = dated(inPingjiang);
