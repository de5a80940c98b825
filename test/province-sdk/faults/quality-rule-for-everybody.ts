import { qualityRule } from '../../../src/province-sdk/index.js';
import { from2023, plant } from '../planted-fault.js';

/** A rule that asks nothing: every household would be a finding. */
export default plant(
  {
    quality: from2023({
      rules: [qualityRule({ code: 'everybody', name: { zh: '自定', en: 'Own.' }, severity: 'INFO', when: [] })],
    }),
  },
  { code: 'quality-rule-open', path: 'quality[0].value.rules[0].when', article: '5.3', day: '2023-01-01' },
);
