import { from2023, plant } from '../planted-fault.js';

/** subsistence-alowance among the safety net. */
export default plant(
  { socialSecurityInstruments: from2023(['subsistence-alowance']) },
  {
    code: 'unknown-reference',
    path: 'socialSecurityInstruments[0].value[0]',
    article: '4.2',
    day: '2023-01-01',
    suggestion: 'did you mean "subsistence-allowance"?',
  },
);
