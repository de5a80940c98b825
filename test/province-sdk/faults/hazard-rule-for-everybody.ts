import { hazardRule } from '../../../src/province-sdk/index.js';
import { from2023, plant } from '../planted-fault.js';

/** A rule that asks nothing of a household: every one would be visited. */
export default plant(
  {
    hazardRules: from2023([
      hazardRule({ code: 'everybody', name: { zh: '全部农户', en: 'Everybody' }, kinds: ['FIRE'], households: {} }),
    ]),
  },
  { code: 'hazard-rule-open', path: 'hazardRules[0].value[0]', article: '2.3', day: '2023-01-01' },
);
