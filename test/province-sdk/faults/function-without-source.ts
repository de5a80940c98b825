import { judgement, plant } from '../planted-fault.js';

/** A function that no text is behind. */
export default plant(
  { judgements: [{ ...judgement(), source: undefined as never }] },
  { code: 'source-missing', path: 'judgements[0].source', article: '2.2' },
);
