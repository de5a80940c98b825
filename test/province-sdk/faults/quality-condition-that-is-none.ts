import { qualityRule } from '../../../src/province-sdk/index.js';
import { from2023, plant } from '../planted-fault.js';

/** A word that no case has. */
export default plant(
  {
    quality: from2023({
      rules: [
        qualityRule({
          code: 'misspelt',
          name: { zh: '自定', en: 'Own.' },
          severity: 'INFO',
          when: [{ fact: 'caseStatus', is: 'EQUALS', value: 'MONITORD' }],
        }),
      ],
    }),
  },
  { code: 'quality-condition-misfit', path: 'quality[0].value.rules[0].when[0]', article: '5.3', day: '2023-01-01' },
);
