import { qualityRule } from '../../../src/province-sdk/index.js';
import { from2023, plant } from '../planted-fault.js';

/** A national rule written anew, so that it would find less. */
export default plant(
  {
    quality: from2023({
      rules: [
        qualityRule({
          code: 'no-support-in-time',
          name: { zh: '自定', en: 'Own.' },
          severity: 'INFO',
          when: [{ fact: 'measures', is: 'EQUALS', value: 0 }],
        }),
      ],
    }),
  },
  { code: 'duplicate-code', path: 'quality[0].value.rules[0].code', article: '5.3', day: '2023-01-01' },
);
