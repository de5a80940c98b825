import { offer, plant } from '../planted-fault.js';

/** An instrument that ended in 2020. */
export default plant(
  { instruments: [offer({ from: '2020-01-01', to: '2020-12-31' })] },
  { code: 'instrument-never-applies', path: 'instruments[0].to', article: '4.2', day: '2020-01-01' },
);
