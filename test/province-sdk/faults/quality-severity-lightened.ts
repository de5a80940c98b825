import { from2023, plant } from '../planted-fault.js';

/** A critical rule of the nation made lighter. */
export default plant(
  { quality: from2023({ severities: { 'eliminated-without-measure': 'WARNING' } }) },
  {
    code: 'quality-loosened',
    path: 'quality[0].value.severities.eliminated-without-measure',
    article: '5.3',
    day: '2023-01-01',
  },
);
