import { from2023, plant } from '../planted-fault.js';

/** Placement in work as a safety net. */
export default plant(
  { socialSecurityInstruments: from2023(['subsistence-allowance', 'labour-export']) },
  {
    code: 'instrument-never-applies',
    path: 'socialSecurityInstruments[0].value[1]',
    article: '4.2',
    day: '2023-01-01',
  },
);
