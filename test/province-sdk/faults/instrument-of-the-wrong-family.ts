import { offer, plant } from '../planted-fault.js';

/** Industry against illness: no measure of it resolves the risk. */
export default plant(
  { instruments: [offer({ addresses: ['ILLNESS'] })] },
  { code: 'instrument-never-applies', path: 'instruments[0].addresses', article: '4.2', day: '2023-01-01' },
);
