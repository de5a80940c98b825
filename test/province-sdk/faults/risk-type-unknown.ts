import { offer, plant } from '../planted-fault.js';

/** An instrument against INDUSTRY_FAILUER. */
export default plant(
  { instruments: [offer({ addresses: ['INDUSTRY_FAILUER'] })] },
  {
    code: 'unknown-reference',
    path: 'instruments[0].addresses[0]',
    article: '4.2',
    day: '2023-01-01',
    suggestion: 'did you mean "INDUSTRY_FAILURE"?',
  },
);
