import { judgement, plant } from '../planted-fault.js';

/** A function of a county of another province. */
export default plant(
  { judgements: [judgement({ county: '430121' })] },
  { code: 'county-outside', path: 'judgements[0].county', article: '5.1' },
);
