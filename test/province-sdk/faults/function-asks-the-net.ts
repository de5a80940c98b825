import { judgement, plant } from '../planted-fault.js';

/** A function that asks the net, and waits. */
export default plant(
  { judgements: [judgement({ judge: (async () => (await fetch('http://example.org')).json()) as never })] },
  { code: 'function-impure', path: 'judgements[0].judge', article: '2.1' },
  { code: 'function-impure', path: 'judgements[0].judge', article: '2.1' },
);
