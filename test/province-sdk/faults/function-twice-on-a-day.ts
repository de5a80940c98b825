import { judgement, plant } from '../planted-fault.js';

/** Two functions of one code whose days meet. */
export default plant(
  { judgements: [judgement({ to: '2023-12-31' }), judgement({ from: '2023-12-31' })] },
  { code: 'date-overlap', path: 'judgements[1].from', article: '2.2', day: '2023-12-31' },
);
